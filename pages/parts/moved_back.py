"""R2: evidence that goes moves a phase back, and every page by which it can go says so in its answer."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from django.db.models import QuerySet

from accounts.rules.words import capitalised, counted
from contacts.models import Contact
from contacts.rules.phases import Phase
from relationships.reads.history import histories_of
from relationships.rules.iou import moved_back
from relationships.rules.phase import evidence_of

NAMED: Final = 5


class MovedBack:
    """What there is to say once the block has ended; `words` is empty where no phase moved back."""

    words: str = ""

    def after(self, said: str) -> str:
        """`Deleted. Tove is back in Initiate. Missing now: …`"""
        return f"{said} {self.words}".strip()


@contextmanager
def moving_back(contacts: Iterable[int] | QuerySet[Contact]) -> Iterator[MovedBack]:
    """Around a write that may take evidence of these contacts away; of many the first few are named."""
    people = contacts if isinstance(contacts, QuerySet) else Contact.objects.filter(pk__in=list(contacts))
    before = _phases(people)
    moved = MovedBack()
    yield moved
    after = _phases(people)
    gone = [pk for pk, phase in before.items() if phase and after.get(pk) == ""]
    changed = [pk for pk, phase in before.items() if _place(after.get(pk, "")) < _place(phase) and after.get(pk)]
    named, others = changed[:NAMED], len(changed[NAMED:])
    histories = histories_of(named)
    said = [moved_back(histories[pk].called, before[pk], after[pk], evidence_of(histories[pk])) for pk in named]
    said += _to_the_book(people, gone)
    more = f"{capitalised(counted(others, 'more person', 'more people'))} moved back too." if others else ""
    moved.words = " ".join(sentence for sentence in (*said, more) if sentence)


def _to_the_book(people: QuerySet[Contact], gone: list[int]) -> list[str]:
    """R1: nothing stands that kept them in the network."""
    called = [person.short_name for person in people.filter(pk__in=gone[:NAMED]).order_by("pk")]
    more = [f"{len(gone) - NAMED} more"] if len(gone) > NAMED else []
    *others, last = [*called, *more] or [""]
    names = f"{', '.join(others)} and {last}" if others else last
    return [f"{names} {'is' if len(gone) == 1 else 'are'} back in your address book."] if gone else []


def _phases(people: QuerySet[Contact]) -> dict[int, str]:
    return dict(people.order_by("pk").values_list("pk", "phase"))


def _place(phase: str) -> int:
    """In the order of the method; the address book comes before it."""
    return list(Phase).index(Phase(phase)) if phase else -1
