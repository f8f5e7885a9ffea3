"""Each owner filter is left out in turn: some attack must notice. `make mutate` runs it and prints who survives.

A filter on this list is a second wall behind another one; the reason is said.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.safety.mutants import Mutant, plant, switches

if TYPE_CHECKING:
    from tests.safety.isolation import Siege

SECOND_WALLS: Final[dict[str, str]] = {}
"""The beginning of the place, `file: source` → why nothing can come by it."""


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

    from tests.safety.crowd import NOW
    from tests.safety.isolation import Siege

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
    return 1 if survivors else 0


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def besiege(siege: "Siege", only: str) -> list[tuple[Mutant, int]]:
    pairs = list(zip(siege.attacks, siege.alone, strict=True))
    came_by: dict[int, list[int]] = {mutant.number: [] for mutant in switches.mutants}
    for place, (attack, alone) in enumerate(pairs):
        switches.passed.clear()
        for finding in siege.finds(attack, alone):
            say(f"Without any filter left out: {finding}")
        for number in switches.passed:
            came_by[number].append(place)
    say(f"{len(pairs)} attacks, {len(switches.mutants)} owner filters")
    survivors = []
    for mutant in list(switches.mutants):
        if only not in str(mutant):
            continue
        key = f"{mutant.file}: {mutant.source}"
        if any(key.startswith(wall) for wall in SECOND_WALLS):
            continue
        switches.off = mutant.number
        places = sorted(came_by[mutant.number], key=lambda place: siege.attacks[place].what != "looks at it")
        caught = any(next(siege.finds(*pairs[place]), None) for place in places)
        switches.off = None
        if not caught:
            say(f"not missed: {mutant} ({len(places)} attacks came by)")
            survivors.append((mutant, len(places)))
    return survivors


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
