"""Quick search beyond names: people by e-mail, phone and position, and by what was noted about those of the network.

One statement, whatever the number, and one more for who they are: what is found is cut to a few times as many as are
shown.
"""

from dataclasses import replace
from functools import reduce
from operator import and_, or_
from typing import Any, Final

from django.db.models import F, Model, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.fields import TextField
from django.db.models.functions import Cast, Replace

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact, Note
from contacts.models.reach import ContactEmail, ContactPhone
from contacts.models.search_word import beginning
from contacts.reads.finding import FoundPerson, as_found
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
Rows = QuerySet[Any, tuple[int, str, str]]
LABELS: Final = ("E-mail", "Phone", "Position", *(label for _, _, label in TEXTS))
"""What is said before the words in which somebody was found."""

LABELS_OF_WAYS: Final = frozenset(LABELS[:2])
IN_ORDER: Final = {label: max(place, 1) for place, label in enumerate(LABELS)}
"""Ways to reach somebody come first, e-mail and phone alike; then the position, then texts."""


def found_in_words(campaign: Campaign, typed: str) -> list[FoundPerson]:
    """Each person once, with the words in which they were found: ways to reach them, the position, then texts."""
    words = words_for_texts(typed)
    if not words:
        return []
    first, *others = _parts(campaign, typed, words)
    rows = list(first.union(*others, all=True)[:MOST_READ])
    if not rows:
        return []
    people = {one.pk: one for one in as_found(Contact.objects.filter(pk__in={pk for pk, _, _ in rows}).order_by())}
    found: dict[int, FoundPerson] = {}
    known = (row for row in rows if row[0] in people)
    for pk, label, text in sorted(known, key=lambda row: (IN_ORDER[row[1]], people[row[0]].name, row[0])):
        said = text if label in LABELS_OF_WAYS else sentence_with(text, words[0])
        found.setdefault(pk, replace(people[pk], found_in=f"{label}: {said}"))
    return list(found.values())


def _parts(campaign: Campaign, typed: str, words: list[str]) -> list[Rows]:
    people = Contact.objects.filter(campaign=campaign)
    emails = ContactEmail.objects.filter(beginning("key", fold(typed)), campaign=campaign)
    parts = [
        _rows(emails, "contact", "E-mail", "address"),
        _rows(people.in_network().filter(_contains("position", words)), "pk", "Position", "position"),
    ]
    if digits := digits_of(typed):
        plain: Combinable = F("number")
        for sign in FORMATTING:
            plain = Replace(plain, Value(sign), Value(""))
        phones = ContactPhone.objects.filter(campaign=campaign).annotate(digits=plain)
        parts.append(_rows(phones.filter(digits__contains=digits), "contact", "Phone", "number"))
    for model, field, label in TEXTS:
        here = model._default_manager.filter(campaign=campaign, contact__joined_on__isnull=False)
        parts.append(_rows(here.filter(_contains(field, words)), "contact", label, field))
    return parts


def _rows(found: QuerySet[Any], contact: str, label: str, field: str) -> Rows:
    """Whom each row is about, and its words; who they are is read of the few who are found."""
    rows: Rows = found.order_by().values_list(
        contact, Value(label, output_field=TextField()), Cast(field, output_field=TextField())
    )
    return rows


def _contains(field: str, words: list[str]) -> Q:
    """Each of the words, in any of its spellings: SQLite knows the capitals of plain letters only."""
    each = (reduce(or_, (Q(**{f"{field}__icontains": way}) for way in spellings(word))) for word in words)
    return reduce(and_, each)
