"""Quick search in what was written: about people, at meetings, in messages, of what was given, in stories, questions.

One plain statement a table, whatever the number; each looks through the rows of the campaign, so that they run only
once somebody pauses while typing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any, Final

from django.conf import settings
from django.db.models import BooleanField, F, Func, Model, Q, QuerySet

from campaigns.models import Campaign
from contacts.models import CommonGround, Company, Contact, Note
from contacts.rules.patterns import pattern_of, plain_spellings
from meetings.models import Encounter, Event, Invitation, Meeting, Touch
from outcomes.models import FollowUp, ObtainedItem
from pitch.models import Story
from research.models import Question
from today.rules.found_words import Said, beginning_of, sentence_with, words_for_texts

Row = dict[str, Any]

UNDATED: Final = date.max
"""Of what has no day: it stands before what has one."""


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
    repeats: str = ""
    """What was given, whose words it says again: where that is found, this is not shown beside it."""


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
    Texts(kind="follow_up", label="Follow-up", model=FollowUp, fields=("text",), day="due_on", repeats="item"),
    Texts(kind="encounter", label="Met", model=Encounter, fields=("note",), day="event__day"),
    Texts(
        kind="event", label="Event", model=Event, fields=("name", "place", "what_for", "ask"), day="day", name="name"
    ),
    Texts(
        kind="story",
        label="Story",
        model=Story,
        fields=("title", "trigger", "wrong", "did", "came_of_it"),
        name="title",
    ),
    Texts(
        kind="question",
        label="Question",
        model=Question,
        fields=("text", "answer", "came_of_it_words"),
        name="text",
    ),
    Texts(kind="company", label="Company", model=Company, fields=("notes",), name="name"),
)  # fmt: skip
OF_KIND: Final = {texts.kind: texts for texts in TEXTS}


@dataclass(frozen=True, kw_only=True)
class FoundText:
    """A sentence, where it stands, and whose it is: a person, a story, a question or a company."""

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


def texts_with(campaign: Campaign, words: Sequence[str], most: int, among: Sequence[Texts] = TEXTS) -> list[FoundText]:
    """The same for words that are given; a word may be several with spaces between."""
    rows = [(texts, row) for texts in among for row in _rows(campaign, texts, words)[:most]]
    given = {row["pk"] for texts, row in rows if texts.kind == "item"}
    rows = [(texts, row) for texts, row in rows if not (texts.repeats and row[texts.repeats] in given)]
    rows = sorted(rows, key=_latest_first, reverse=True)[:most]
    contacts = {row["contact"] for texts, row in rows if not texts.name}
    people = Contact.objects.filter(pk__in=contacts).order_by().values_list("pk", "name")
    names = dict(people) if contacts else {}
    return [
        FoundText(
            kind=texts.kind,
            pk=row["pk"],
            contact=None if texts.name else row["contact"],
            meeting=row[texts.meeting] if texts.meeting else None,
            whose=row[texts.name] if texts.name else names.get(row["contact"], ""),
            day=row[texts.day] if texts.day else None,
            said=shown_in([row[field] for field in texts.fields], words),
        )
        for texts, row in rows
    ]


def _latest_first(found: tuple[Texts, Row]) -> tuple[date, int, int]:
    texts, row = found
    return (texts.day and row[texts.day]) or UNDATED, -TEXTS.index(texts), row["pk"]


def _rows(campaign: Campaign, texts: Texts, words: Sequence[str]) -> QuerySet[Any, Row]:
    found = texts.model._default_manager.filter(containing(texts.fields, words), campaign=campaign)
    order = [F(texts.day).desc(nulls_first=True)] if texts.day else []
    shown = filter(None, (texts.day, texts.meeting, texts.repeats, texts.name or "contact"))
    rows: QuerySet[Any, Row] = found.order_by(*order, "-pk").values(*dict.fromkeys(("pk", *texts.fields, *shown)))
    return rows


def containing(fields: Sequence[str], words: Sequence[str]) -> Q:
    """Each of the words in any of the fields."""
    return reduce(and_, (reduce(or_, (_contains(field, word) for field in fields)) for word in words))


def _contains(field: str, word: str) -> Q:
    """A pattern is dear, and asked only of texts with letters beyond the plain ones (ASCII), which most have not."""
    plain = (Q(**{f"{field}__icontains": way}) for way in plain_spellings(word))
    return reduce(or_, plain, Q(_has_others(field)) & Q(**{f"{field}__regex": pattern_of(word)}))


OCTETS: Final = "LENGTH(CAST(%(expressions)s AS BLOB))" if settings.ON_SQLITE else "OCTET_LENGTH(%(expressions)s)"
"""SQLite counts bytes by a function of its own since version 3.43 only."""


def _has_others(field: str) -> Func:
    """Whether a text takes more bytes than it has letters."""
    return Func(F(field), template=f"({OCTETS} > LENGTH(%(expressions)s))", output_field=BooleanField())


def shown_in(texts: Iterable[str], words: Sequence[str]) -> Said:
    """The sentence in which the first of the words stands."""
    written = [text for text in texts if text]
    found = (sentence_with(text, pattern) for pattern in map(pattern_of, words) for text in written)
    return next((said for said in found if said), None) or beginning_of(" ".join(written))
