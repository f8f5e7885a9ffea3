"""R19: what was done on a day, in words: a pleasure to read. The numbers first, then what has words of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from accounts.rules.words import Worded, capitalised, counted, number_word

QUOTED: Final = 2
"""So many things are said in their own words; where there are more, they are counted."""


class DoneKind(Worded):
    """What somebody did on a day; the label stands before or after the number."""

    TALK = "talk", "conversation"
    ASKED = "asked", "asked"
    REMINDED = "reminded", "reminded"
    YES = "yes", "said yes"
    NO = "no", "no"
    PLANNED = "planned", "day agreed"
    THANKED = "thanked", "thanked"
    WRITTEN = "written", "written to"
    OTHER = "other", "thing done"


@dataclass(frozen=True, kw_only=True)
class Done:
    """One thing that was done: its line, `Noor Halvane is thanked`, and whom it leads to."""

    kind: DoneKind
    line: str
    contact_id: int


def done_sentence(done: list[Done]) -> str:
    """`Two conversations, two asked, “Send the summary”.` Empty when nothing was done yet."""
    said = list(_parts(done))
    return capitalised(", ".join(said)) + "." if said else ""


def _parts(done: list[Done]) -> Iterator[str]:
    for kind in DoneKind:
        found = [one for one in done if one.kind is kind]
        if not found:
            continue
        number = len(found)
        match kind:
            case DoneKind.TALK:
                yield counted(number, "conversation", "conversations")
            case DoneKind.NO:
                yield "a no received" if number == 1 else f"{number_word(number)} times no"
            case DoneKind.PLANNED:
                yield counted(number, "day agreed", "days agreed")
            case DoneKind.OTHER if number > QUOTED:
                yield counted(number, "other thing done", "other things done")
            case DoneKind.OTHER:
                yield ", ".join(one.line for one in found)
            case _:
                yield f"{number_word(number)} {kind.label}"
