"""Each owner filter is left out in turn: some attack must notice. `make mutate` runs it, prints who survives,
and ends with 1 if any does.

A filter that stands behind another one (`second_walls.py`) must hold once that one is left out: some attack is answered
in one way with the first wall gone, and in another with both. What only a test can miss has one (`tested_filters.py`),
and what keeps nobody out says why it is there (`redundant_filters.py`).
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tests.safety.mutants import Mutant, plant, switches
from tests.safety.redundant_filters import REDUNDANT_FILTERS
from tests.safety.second_walls import SECOND_WALLS, stands_at
from tests.safety.tested_filters import TESTED_FILTERS
from tests.safety.tested_filters import fault_of as fault_of_test

if TYPE_CHECKING:
    from tests.safety.isolation import Outcome, Siege


def main(*only: str) -> int:
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
            faults = list(Breach(Siege(alone=False)).faults(only))
    finally:
        connection.creation.destroy_test_db(":memory:", verbosity=0)
    faults += [f"said of a filter that stands nowhere: {place}" for place in places_gone()]
    say(f"{len(switches.mutants)} owner filters, {len(faults)} faults, {time.perf_counter() - start:.0f} s.")
    for fault in faults:
        say(f"  {fault}")
    return 1 if faults else 0


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Breach:
    """The siege once more, filters left out, against the answers with all of them there (`make siege` proves those)."""

    def __init__(self, siege: "Siege") -> None:
        self.siege = siege
        self.standing: list[Outcome] = []
        self.came_by: dict[int, set[int]] = {mutant.number: set() for mutant in switches.mutants}

    def faults(self, only: tuple[str, ...]) -> Iterator[str]:
        self.watch()
        chosen = [mutant for mutant in switches.mutants if not only or any(words in str(mutant) for words in only)]
        if not chosen:
            yield f"no owner filter is called {' or '.join(only)}"
        say(f"{len(self.standing)} attacks, {len(chosen)} of {len(switches.mutants)} owner filters")
        redundant = [mutant for mutant in chosen if any(stands_at(place, mutant) for place in REDUNDANT_FILTERS)]
        found = (self.fault_of(mutant) for mutant in chosen if mutant not in redundant)
        for fault in chain(filter(None, found), self.missed_after_all(redundant)):
            say(fault)
            yield fault

    def watch(self) -> None:
        """How each attack ends, and which filters it comes by."""
        for place, attack in enumerate(self.siege.attacks):
            switches.passed.clear()
            self.standing.append(self.siege.outcome(attack))
            for number in switches.passed:
                self.came_by[number].add(place)

    def fault_of(self, mutant: Mutant) -> str:
        for place in [place for place in TESTED_FILTERS if stands_at(place, mutant)]:
            return fault_of_test(place, TESTED_FILTERS[place])
        front = in_front_of(mutant)
        is_missed = self.is_missed({mutant.number})
        if not front:
            return "" if is_missed else f"not missed: {mutant} ({len(self.came_by[mutant.number])} attacks came by)"
        if is_missed:
            return f"no second wall, it is missed by itself: {mutant}"
        return "" if self.holds(mutant.number, front) else f"holds nothing with the first wall gone: {mutant}"

    def missed_after_all(self, redundant: list[Mutant]) -> Iterator[str]:
        """All of them at once, since nearly every attack comes by some; one by one only where that is missed."""
        if not self.is_missed({mutant.number for mutant in redundant}):
            return
        missed = [mutant for mutant in redundant if self.is_missed({mutant.number})]
        for mutant in missed:
            yield f"not redundant, it is missed: {mutant}"
        if not missed:
            yield f"not redundant, they are missed together: {'; '.join(map(str, redundant))}"

    def is_missed(self, numbers: set[int]) -> bool:
        with left_out(numbers):
            return any(self.finds(place) for place in self.coming_by(numbers))

    def holds(self, number: int, front: set[int]) -> bool:
        """Whether something is let through with both walls gone that is not with only the first one gone."""
        both = {number, *front}
        its_own = self.came_by[number]
        for place in sorted(self.coming_by(both), key=lambda place: place not in its_own):
            attack = self.siege.attacks[place]
            with left_out(both):
                without_both = self.siege.leaves(attack) if self.finds(place) else None
            with left_out(front):
                if without_both and self.siege.leaves(attack) != without_both:
                    return True
        return False

    def finds(self, place: int) -> bool:
        return next(self.siege.finds(self.siege.attacks[place], self.standing[place]), None) is not None

    def coming_by(self, numbers: set[int]) -> list[int]:
        """The attacks that may notice, the quick ones first."""
        came = set().union(*(self.came_by[number] for number in numbers))
        return sorted(came, key=lambda place: (self.siege.attacks[place].what != "looks at it", place))


@contextmanager
def left_out(numbers: set[int]) -> Iterator[None]:
    switches.off = numbers
    try:
        yield
    finally:
        switches.off = set()


def in_front_of(mutant: Mutant) -> set[int]:
    """By their numbers; of filters that are each other's wall all others."""
    fronts = [front for place, front in SECOND_WALLS.items() if stands_at(place, mutant)]
    found = {other.number for other in switches.mutants if any(stands_at(front, other) for front in fronts)}
    return found - {mutant.number}


def places_gone() -> list[str]:
    """What is said of filters that stand there no more."""
    said = {*SECOND_WALLS, *SECOND_WALLS.values(), *TESTED_FILTERS, *REDUNDANT_FILTERS}
    return sorted(place for place in said if not any(stands_at(place, mutant) for mutant in switches.mutants))


if __name__ == "__main__":
    sys.exit(main(*filter(None, sys.argv[1:])))
