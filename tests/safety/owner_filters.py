"""Each owner filter is left out in turn: some attack must notice. `make mutate` runs it and prints who survives.

A filter that stands behind another one (`second_walls.py`) is left out together with that one.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.safety.mutants import Mutant, plant, switches
from tests.safety.second_walls import SECOND_WALLS, stands_at

if TYPE_CHECKING:
    from tests.safety.isolation import Siege


def main(only: str = "") -> int:
    root = Path(__file__).resolve().parents[2]
    plant(root)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "networking.settings")
    import django

    django.setup()
    import logging

    import time_machine
    from django.conf import settings
    from django.db import connection, connections, transaction
    from django.test.utils import setup_test_environment
    from django.urls import get_resolver

    from tests.safety.cast import NOW
    from tests.safety.isolation import Siege

    vars(transaction)["Atomic"]._ensure_durability = False  # as in Django's own test cases: all of it is rolled back
    logging.disable(logging.CRITICAL)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    setup_test_environment()
    if connection.vendor == "sqlite":
        connections["default"].settings_dict["TEST"]["NAME"] = ":memory:"
    connection.creation.create_test_db(verbosity=0)
    assert get_resolver().url_patterns  # imports every page
    start = time.perf_counter()
    try:
        with transaction.atomic(), time_machine.travel(NOW, tick=False):
            survivors = besiege(Siege(), only)
    finally:
        connection.creation.destroy_test_db(":memory:", verbosity=0)
    say(f"{len(switches.mutants)} owner filters, {len(survivors)} not missed, {time.perf_counter() - start:.0f} s.")
    for mutant, attacks in survivors:
        say(f"  {mutant} ({attacks} attacks came by)")
    for place in places_gone():
        say(f"No such second wall, or none in front: {place}")
    return 1 if survivors or places_gone() else 0


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def besiege(siege: "Siege", only: str) -> list[tuple[Mutant, int]]:
    pairs = list(zip(siege.attacks, siege.alone, strict=True))
    came_by: dict[int, set[int]] = {mutant.number: set() for mutant in switches.mutants}
    for place, (attack, alone) in enumerate(pairs):
        switches.passed.clear()
        for finding in siege.finds(attack, alone):
            say(f"Without any filter left out: {finding}")
        for number in switches.passed:
            came_by[number].add(place)
    say(f"{len(pairs)} attacks, {len(switches.mutants)} owner filters")
    survivors = []
    for mutant in [mutant for mutant in switches.mutants if only in str(mutant)]:
        without = {mutant.number, *(other.number for other in in_front_of(mutant))}
        came = set().union(*(came_by[number] for number in without))
        places = sorted(came, key=lambda place: (siege.attacks[place].what != "looks at it", place))
        switches.off = without
        is_missed = any(next(siege.finds(*pairs[place]), None) for place in places)
        switches.off = set()
        if not is_missed:
            say(f"not missed: {mutant} ({len(places)} attacks came by)")
            survivors.append((mutant, len(places)))
    return survivors


def in_front_of(mutant: Mutant) -> list[Mutant]:
    fronts = [front for place, front in SECOND_WALLS.items() if stands_at(place, mutant)]
    return [other for other in switches.mutants if any(stands_at(front, other) for front in fronts)]


def places_gone() -> list[str]:
    """What is said of filters that stand there no more."""
    said = {*SECOND_WALLS, *SECOND_WALLS.values()}
    return sorted(place for place in said if not any(stands_at(place, mutant) for mutant in switches.mutants))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
