"""The short lines about one person that stand beside their timeline, all in one query; and the referrals in another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import BigIntegerField, DateField, F, Min, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from campaigns.reads.prepared import Prepared
from contacts.models import CommonGround, Contact, ContactEmail, ContactLink, ContactPhone, Tag
from meetings.models import Telling
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind
from pitch.models import Story


class Line(NamedTuple):
    """A short text with its key, a second text or a day beside it where its kind has one."""

    kind: str
    pk: int
    text: str
    beside: str
    day: date | None


@dataclass(kw_only=True)
class Card:
    """What stands beside the timeline of one person."""

    emails: list[Line] = field(default_factory=list)
    phones: list[Line] = field(default_factory=list)
    links: list[Line] = field(default_factory=list)
    tags: list[Line] = field(default_factory=list)
    shared: list[Line] = field(default_factory=list)
    stories: list[Line] = field(default_factory=list)
    """Every story of the campaign; a day beside those that this person has heard."""
    introduced: list[Line] = field(default_factory=list)
    """Whom they introduced, with the phase of each."""

    @property
    def found(self) -> list[Line]:
        return [line for line in self.shared if line.day]

    @property
    def to_look_for(self) -> list[Line]:
        return [line for line in self.shared if not line.day]


def card_of(contact: Contact) -> Card:
    card = Card()
    for row in _PREPARED.rows(contact.pk, contact.campaign_id):
        line = Line(*row)
        getattr(card, line.kind).append(line)
    return card


def _all_lines(contact: int, campaign: int) -> QuerySet[Any, tuple[Any, ...]]:
    first, *others = _lines(contact, campaign)
    return first.union(*others, all=True).order_by("line_kind", "line_day", "line_pk")


_PREPARED: Final = Prepared(_all_lines)


def _lines(contact: int, campaign: int) -> list[QuerySet[Any, tuple[Any, ...]]]:
    mine = {"contact": contact}
    heard = Telling.objects.filter(story=OuterRef("pk"), **mine).order_by().values("story").annotate(day=Min("day"))
    return [
        _as_lines("emails", ContactEmail.objects.filter(**mine), F("address")),
        _as_lines("phones", ContactPhone.objects.filter(**mine), F("number"), F("label")),
        _as_lines("links", ContactLink.objects.filter(**mine), F("url")),
        _as_lines("tags", Tag.objects.filter(contacts=contact), F("name")),
        _as_lines("shared", CommonGround.objects.filter(**mine), F("text"), day=F("found_on")),
        _as_lines(
            "stories",
            Story.objects.filter(campaign=campaign),
            F("title"),
            day=Subquery(heard.values("day")),
        ),
        _as_lines("introduced", Contact.objects.filter(introduced_by=contact), F("name"), F("phase")),
    ]


_NONE: Final = Value(None)
_NO_WORDS: Final = Value("")


def _as_lines(
    kind: str, rows: QuerySet[Any], text: F, beside: F | Value = _NO_WORDS, *, day: F | Subquery | Value = _NONE
) -> QuerySet[Any, tuple[Any, ...]]:
    """The columns of `Line`, under names that no field of any table has."""
    columns = {
        "line_kind": Value(kind),
        "line_pk": Cast("pk", BigIntegerField()),
        "line_text": Cast(text, TextField()),
        "line_beside": Cast(beside, TextField()),
        "line_day": Cast(day, DateField()),
    }
    found: QuerySet[Any, tuple[Any, ...]] = rows.order_by().annotate(**columns).values_list(*columns)
    return found


ITEM_SHOWN: Final = (
    "kind", "text", "referral_state", "meeting", "contact__name", "referred__name", "referred__phase",
)  # fmt: skip


@dataclass(kw_only=True)
class Given:
    """What was given: under its meeting, and the referrals by and to this person."""

    at_meetings: dict[int, list[ObtainedItem]] = field(default_factory=dict)
    named: list[ObtainedItem] = field(default_factory=list)
    """Referrals by this person."""
    named_by: list[ObtainedItem] = field(default_factory=list)
    """Referrals that name this person."""


def given(contact: Contact, meetings: Iterable[int]) -> Given:
    """What this contact gave at these meetings, and every referral in which they have a part."""
    wanted = (
        Q(contact=contact.pk, meeting__in=list(meetings))
        | Q(contact=contact.pk, kind=ItemKind.REFERRAL)
        | Q(referred=contact.pk)
    )
    shown, found = set(meetings), Given()
    items = ObtainedItem.objects.filter(wanted, campaign=contact.campaign_id).select_related("contact", "referred")
    for item in items.only(*ITEM_SHOWN):
        if item.contact_id != contact.pk:
            found.named_by.append(item)
            continue
        if item.kind == ItemKind.REFERRAL:
            found.named.append(item)
        if item.meeting_id in shown:
            found.at_meetings.setdefault(item.meeting_id, []).append(item)
    return found
