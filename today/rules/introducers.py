"""Who could introduce the user to a company: each person of the network with the reasons, in words.

Nobody is named without a reason that is stored. What is asked of them is R3's question, which asks for a name and for
no introduction: whose view they trust. Source: docs/method.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from accounts.rules.words import Worded

MOST_REASONS: Final = 3


class TieKind(Worded):
    """What ties somebody to a company, the strongest first; the label begins the reason."""

    WORKED_THERE = "worked_there", "Worked there"
    INTRODUCED = "introduced", "Introduced you to"
    NAMED = "named", "Named"
    NAMED_BY = "named_by", "Named to you by"
    COLLEAGUE = "colleague", "Worked at the same company as"
    KNOWS_ABOUT = "knows_about", "Knows about"
    NOTED = "noted", "Noted"

    @property
    def place(self) -> int:
        return PLACES[self]


PLACES: Final = {kind: place for place, kind in enumerate(TieKind)}


@dataclass(frozen=True, kw_only=True)
class Tie:
    """One reason why somebody could introduce: `words` stand behind its label."""

    contact: int
    kind: TieKind
    words: str

    @property
    def said(self) -> str:
        return f"{self.kind.label}{self.words}"


def by_person(ties: Iterable[Tie], apart_from: Iterable[int]) -> dict[int, list[Tie]]:
    """The reasons of each, the strongest first and at most three; first who has the strongest, then who has more.

    `apart_from` are those who work there: whom one knows there needs nobody between.
    """
    there = set(apart_from)
    found: dict[int, dict[str, Tie]] = {}
    for tie in sorted(ties, key=lambda tie: tie.kind.place):
        if tie.contact not in there:
            found.setdefault(tie.contact, {}).setdefault(tie.said, tie)
    best_first = sorted(found.items(), key=lambda pair: (next(iter(pair[1].values())).kind.place, -len(pair[1])))
    return {contact: list(reasons.values())[:MOST_REASONS] for contact, reasons in best_first}


def whose_view(company: str) -> str:
    """R3: what may always be asked."""
    return f"Whose view of {company} do you trust?"
