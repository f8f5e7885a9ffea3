"""Quick search in what was written: about people, at meetings, in messages, of what was obtained, in stories.

One statement for all tables, whatever the number; each part looks through the rows of the campaign, so that it runs
only once somebody pauses while typing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any, Final

from django.db import connection
from django.db.models import BinaryField, CharField, DateField, F, IntegerField, Model, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat, Length
from django.db.models.lookups import GreaterThan

from campaigns.models import Campaign
from contacts.models import CommonGround, Company, Contact, Note
from contacts.rules.patterns import pattern_of, plain_spellings
from meetings.models import Invitation, Meeting, Touch
from outcomes.models import FollowUp, ObtainedItem
from pitch.models import Story
from today.rules.found_words import Said, beginning_of, sentence_with, words_for_texts

Rows = QuerySet[Any, tuple[Any, ...]]

UNDATED: Final = date.max
"""Of what has no day: it stands before what has one."""

BETWEEN_FIELDS: Final = "\n\x1e\n"


@dataclass(frozen=True, kw_only=True)
class Texts:
    """One table with texts: its name for links, what is said before a sentence of it, and its columns."""

    kind: str
    label: str
    model: type[Model]
    fields: tuple[str, ...]
    day: str = ""
    meeting: str = ""
    name: str = ""
    """What it is called; empty for what is about a person."""


TEXTS: Final = (
    Texts(
        kind="meeting", label="Meeting", model=Meeting, fields=("remember", "purpose", "ask", "place"), day="day"
    ),
    Texts(kind="note", label="Note", model=Note, fields=("text",), day="day"),
    Texts(kind="touch", label="Message", model=Touch, fields=("text",), day="day"),
    Texts(
        kind="invitation", label="Invitation", model=Invitation, fields=("message", "ask", "purpose"), day="sent_on"
    ),
    Texts(kind="item", label="They gave you", model=ObtainedItem, fields=("text",), day="day", meeting="meeting"),
    Texts(kind="ground", label="You share", model=CommonGround, fields=("text",), day="found_on"),
    Texts(kind="follow_up", label="Follow-up", model=FollowUp, fields=("text",), day="due_on"),
    Texts(
        kind="story",
        label="Story",
        model=Story,
        fields=("title", "trigger", "wrong", "did", "came_of_it"),
        name="title",
    ),
    Texts(kind="company", label="Company", model=Company, fields=("notes",), name="name"),
)  # fmt: skip
OF_KIND: Final = {texts.kind: texts for texts in TEXTS}


@dataclass(frozen=True, kw_only=True)
class FoundText:
    """A sentence, where it stands, and whose it is: a person, a story or a company."""

    kind: str
    pk: int
    contact: int | None
    meeting: int | None
    """At which something was given."""

    whose: str
    day: date | None
    said: Said

    @property
    def label(self) -> str:
        return OF_KIND[self.kind].label


def texts_found(campaign: Campaign, typed: str, most: int) -> list[FoundText]:
    """Texts that contain each typed word, stories first, then the latest; one more than `most` if there is."""
    words = words_for_texts(typed)
    return texts_with(campaign, words, most + 1) if words else []


def texts_with(campaign: Campaign, words: Sequence[str], most: int) -> list[FoundText]:
    """The same for words that are given; a word may be several with spaces between."""
    first, *others = (_rows(campaign, texts, words) for texts in TEXTS)
    rows = list(first.union(*others, all=True).order_by("-shown_day", "shown_kind", "-shown_key")[:most])
    contacts = {contact for *_, contact in rows if contact}
    names = dict(Contact.objects.filter(pk__in=contacts).order_by().values_list("pk", "name"))
    return [
        FoundText(
            kind=kind,
            pk=key,
            contact=contact,
            meeting=meeting,
            whose=name or names.get(contact, ""),
            day=day if day != UNDATED else None,
            said=shown_in(said.split(BETWEEN_FIELDS), words),
        )
        for kind, key, day, name, said, meeting, contact in rows
    ]


def _rows(campaign: Campaign, texts: Texts, words: Sequence[str]) -> Rows:
    found = texts.model._default_manager.filter(containing(texts.fields, words), campaign=campaign)
    nobody, never = Cast(Value(None), IntegerField()), Value(UNDATED, output_field=DateField())
    shown = {
        "shown_kind": Value(texts.kind, output_field=CharField()),
        "shown_key": F("pk"),
        "shown_day": Coalesce(F(texts.day), never) if texts.day else never,
        "shown_name": Cast(F(texts.name), CharField()) if texts.name else Value("", output_field=CharField()),
        "shown_text": joined(texts.fields),
        "shown_meeting": F(texts.meeting) if texts.meeting else nobody,
        "shown_contact": nobody if texts.name else F("contact"),
    }
    rows: Rows = found.order_by().annotate(**shown).values_list(*shown)
    return rows


def joined(fields: Iterable[str]) -> Combinable:
    """The texts of a row as one."""
    first, *others = map(F, fields)
    parts = [part for other in others for part in (Value(BETWEEN_FIELDS), other)]
    return Concat(first, *parts, output_field=TextField()) if parts else first


def containing(fields: Sequence[str], words: Sequence[str]) -> Q:
    """Each of the words in any of the fields."""
    return reduce(and_, (reduce(or_, (_contains(field, word) for field in fields)) for word in words))


def _contains(field: str, word: str) -> Q:
    pattern = Q(**{f"{field}__regex": pattern_of(word)})
    if connection.vendor == "postgresql":
        return pattern
    # SQLite asks Python for each pattern. Texts of plain letters alone, as most English ones, it looks through itself.
    has_others = Q(GreaterThan(Length(Cast(field, BinaryField())), Length(field)))
    return reduce(or_, (Q(**{f"{field}__icontains": way}) for way in plain_spellings(word)), has_others & pattern)


def shown_in(texts: Iterable[str], words: Sequence[str]) -> Said:
    """The sentence in which the first of the words stands."""
    written = [text for text in texts if text]
    found = (sentence_with(text, pattern) for pattern in map(pattern_of, words) for text in written)
    return next((said for said in found if said), None) or beginning_of(" ".join(written))
