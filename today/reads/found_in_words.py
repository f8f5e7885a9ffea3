"""Quick search beyond names: people by e-mail, phone and position, and by what was noted about those of the network.

One statement, whatever the number: what it may find is cut to a few times as many as are shown.
"""

from functools import reduce
from operator import and_, or_
from typing import Any, Final

from django.db.models import F, Model, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.fields import CharField, TextField
from django.db.models.functions import Cast, Coalesce, Replace

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact, Note
from contacts.models.reach import ContactEmail, ContactPhone
from contacts.models.search_word import beginning
from contacts.reads.finding import FoundPerson
from contacts.rules.phases import Phase
from contacts.rules.words import fold
from meetings.models import Meeting, Touch
from outcomes.models import ObtainedItem
from today.rules.found_words import digits_of, sentence_with, spellings, words_for_texts

MOST_READ: Final = 60
FORMATTING: Final = " -()/.+"
TEXTS: Final[tuple[tuple[type[Model], str, str], ...]] = (
    (Meeting, "remember", "Meeting"),
    (Note, "text", "Note"),
    (CommonGround, "text", "You share"),
    (ObtainedItem, "text", "They gave you"),
    (Touch, "text", "Message"),
)
Rows = QuerySet[Any, tuple[Any, ...]]


def found_in_words(campaign: Campaign, typed: str) -> list[FoundPerson]:
    """Each person once, with the words in which they were found: ways to reach them, the position, then texts."""
    words = words_for_texts(typed)
    if not words:
        return []
    first, *others = _parts(campaign, typed, words)
    found: dict[int, FoundPerson] = {}
    for pk, name, given, position, company, phase, place, label, text in sorted(
        first.union(*others, all=True)[:MOST_READ], key=lambda row: (row[6], row[1], row[0])
    ):
        said = text if place < 2 else sentence_with(text, words[0])
        person = FoundPerson(
            pk=pk,
            name=name,
            short_name=given or name,
            about=", ".join(part for part in (position, company) if part),
            phase=Phase(phase) if phase else None,
            found_in=f"{label}: {said}",
        )
        found.setdefault(pk, person)
    return list(found.values())


def _parts(campaign: Campaign, typed: str, words: list[str]) -> list[Rows]:
    people = Contact.objects.filter(campaign=campaign)
    emails = ContactEmail.objects.filter(beginning("key", fold(typed)), campaign=campaign)
    parts = [
        _rows(emails, "contact__", "address", 0, "E-mail"),
        _rows(people.in_network().filter(_contains("position", words)), "", "position", 1, "Position"),
    ]
    if digits := digits_of(typed):
        plain: Combinable = F("number")
        for sign in FORMATTING:
            plain = Replace(plain, Value(sign), Value(""))
        phones = ContactPhone.objects.filter(campaign=campaign).annotate(digits=plain)
        parts.append(_rows(phones.filter(digits__contains=digits), "contact__", "number", 0, "Phone"))
    for place, (model, field, label) in enumerate(TEXTS, start=2):
        here = model._default_manager.filter(campaign=campaign, contact__joined_on__isnull=False)
        parts.append(_rows(here.filter(_contains(field, words)), "contact__", field, place, label))
    return parts


def _rows(found: QuerySet[Any], to_contact: str, field: str, place: int, label: str) -> Rows:
    columns = ("name", "given_name", "position", "company__name", "phase")
    shown = found.order_by().annotate(
        found_of=F(f"{to_contact}id"),
        **{f"of_{name}": Coalesce(F(f"{to_contact}{name}"), Value("")) for name in columns},
        found_place=Value(place),
        found_label=Value(label, output_field=CharField()),
        found_text=Cast(F(field), TextField()),
    )
    rows: Rows = shown.values_list(
        "found_of", *(f"of_{name}" for name in columns), "found_place", "found_label", "found_text"
    )
    return rows


def _contains(field: str, words: list[str]) -> Q:
    """Each of the words, in any of its spellings: SQLite knows the capitals of plain letters only."""
    each = (reduce(or_, (Q(**{f"{field}__icontains": way}) for way in spellings(word))) for word in words)
    return reduce(and_, each)
