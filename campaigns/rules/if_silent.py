"""R23: what the user decided beforehand for a silence or a no, asked once after the first *Sent*.

Plans made in words work where reminders do not. Source: docs/method.md.
"""

from typing import Final

from accounts.rules.words import Worded


class IfSilent(Worded):
    """If nothing comes, I will …"""

    NEXT = "next", "write to the next"
    RING = "ring", "ring"
    MEET = "meet", "meet them somewhere"
    LATER = "later", "decide then"
    OWN = "own", "in my own words:"


_DECIDED: Final = {
    IfSilent.NEXT: "I will write to the next.",
    IfSilent.RING: "I will ring.",
    IfSilent.MEET: "I will meet them somewhere.",
}


AT_A_NO: Final = frozenset({IfSilent.NEXT, IfSilent.OWN})
"""Who said no is neither rung nor met for it."""


def decided(what: IfSilent | None, typed: str) -> str:
    """The user's own sentence as it is shown later; empty where nothing was decided."""
    words = " ".join(typed.split())
    if what is IfSilent.OWN and words:
        return words if words[-1] in ".!?…" else f"{words}."
    return _DECIDED.get(what, "") if what else ""
