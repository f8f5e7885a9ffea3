"""Who of the address book would probably be glad to hear from the user, with the reasons in words; likely ones first.

Worked or studied where I did, target companies and known from before weigh most; then a position like mine, then an
address to write to; ties go to whom the user met last. Source: docs/method.md (begin with people who like you).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from contacts.rules.searching import words_of

A_SITTING: Final = 20
LATER: Final = timedelta(weeks=4)

SAME_PLACE: Final = 5
TARGET: Final = 4
KNOWN: Final = 4
LIKE_MINE: Final = 2
EMAIL: Final = 1

LONG_ENOUGH: Final = 4
"""Letters from which a word of a position says something."""

SAYS_LITTLE: Final = frozenset(
    {"with", "from", "that", "this", "into", "where", "which", "your", "their", "work", "role"}
)


@dataclass(frozen=True, kw_only=True)
class Acquainted:
    """What stands about somebody of the address book."""

    contact_id: int
    company: str = ""
    position: str = ""
    worked_at: str = ""
    studied_at: str = ""
    at_target: bool = False
    is_known: bool = False
    has_email: bool = False
    connected_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class LikelyPerson:
    contact_id: int
    reasons: tuple[str, ...]


def telling_words(position: str) -> list[str]:
    """The words of a position that say what somebody does, at most six."""
    return [word for word in words_of(position) if len(word) >= LONG_ENOUGH and word not in SAYS_LITTLE][:6]


def likely_first(people: Iterable[Acquainted], my_position: str) -> list[LikelyPerson]:
    """One sitting of them, the likeliest first."""
    mine = set(telling_words(my_position))
    weighed = [(one, _weighed(one, mine)) for one in people]
    weighed.sort(key=lambda pair: _order(*pair))
    return [
        LikelyPerson(contact_id=one.contact_id, reasons=tuple(reason for _, reason in reasons))
        for one, reasons in weighed[:A_SITTING]
    ]


def _weighed(one: Acquainted, mine: set[str]) -> list[tuple[int, str]]:
    alike = mine & set(words_of(one.position))
    everything = (
        (SAME_PLACE, one.worked_at and f"Works at {one.worked_at}, where you worked"),
        (SAME_PLACE, one.studied_at and f"At {one.studied_at}, where you studied"),
        (TARGET, one.at_target and f"{one.company} is a target company"),
        (KNOWN, one.is_known and "Known from before"),
        (LIKE_MINE, alike and "A position like yours"),
        (EMAIL, one.has_email and "You have their e-mail address"),
        (0, one.connected_on and f"Connected since {one.connected_on.year}"),
    )
    return [(weight, str(reason)) for weight, reason in everything if reason]


def _order(one: Acquainted, reasons: list[tuple[int, str]]) -> tuple[int, int, int]:
    weight = sum(weight for weight, _ in reasons)
    recent = one.connected_on.toordinal() if one.connected_on else 0
    return -weight, -recent, one.contact_id
