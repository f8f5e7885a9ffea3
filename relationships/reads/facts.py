"""What stands about contacts today, gathered for the next step in two queries whatever their number (R2, R19)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db.models import BooleanField, CharField, DateField, DateTimeField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from django.utils import timezone

from campaigns.reads.prepared import Prepared
from contacts.models import Contact
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.reads.signs import Signs, signs_of
from relationships.rules.facts import AgreedMeeting, Facts, OpenFollowUp, SentInvitation
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """One contact as the rules see them: the facts, the signs they follow from, and the one next step."""

    facts: Facts
    signs: Signs
    step: NextStep


def gather(contacts: Iterable[Contact], *, today: date, now: datetime) -> dict[int, Gathered]:
    """For each of these contacts what stands about them, by their primary keys."""
    people = list(contacts)
    ids = [person.pk for person in people]
    signs, open_things = signs_of(ids), _open_things(ids, today, now)
    gathered = {}
    for person in people:
        facts = _facts(person, signs[person.pk], open_things.get(person.pk, _OpenThings()), today)
        gathered[person.pk] = Gathered(facts=facts, signs=signs[person.pk], step=next_step(facts, today))
    return gathered


def facts_of(contacts: Iterable[Contact], *, today: date, now: datetime) -> dict[int, Facts]:
    """The facts alone."""
    return {pk: one.facts for pk, one in gather(contacts, today=today, now=now).items()}


@dataclass(kw_only=True)
class _OpenThings:
    """What is agreed, to do or asked, of one contact."""

    to_log: list[AgreedMeeting] = field(default_factory=list)
    planned: list[AgreedMeeting] = field(default_factory=list)
    follow_ups: list[OpenFollowUp] = field(default_factory=list)
    invitation: SentInvitation | None = None


def _facts(contact: Contact, signs: Signs, things: _OpenThings, today: date) -> Facts:
    invitation = things.invitation
    if invitation and invitation.answer is Answer.YES and signs.last_arranged:
        # A meeting came of it, unless the last one had been arranged before they were asked.
        invitation = None if signs.last_arranged >= invitation.sent_on else invitation
    return Facts(
        name=contact.short_name,
        in_network=contact.in_network,
        is_away=contact.left_for_now(today),
        to_log=min(things.to_log, key=_when, default=None),
        planned=min(things.planned, key=_when, default=None),
        follow_ups=tuple(things.follow_ups),
        invitation=invitation,
        shares_something=signs.found_common_ground is not None,
        known_from_before=signs.known_from_before is not None,
        times_met=contact.held_count,
        last_met=signs.last_met,
        gave_something=signs.given > 0,
        told_of_use=signs.told_of_use,
    )


def _when(meeting: AgreedMeeting) -> tuple[date, str, int]:
    return meeting.day, meeting.at, meeting.meeting_id


class _Row(NamedTuple):
    """One open thing of any kind, as the union of the three tables gives it."""

    what: str
    contact_id: int
    pk: int
    day: date
    starts_at: datetime | None
    kind: str
    text: str
    introduction: bool
    reminded_on: date | None
    answered_on: date | None


_NO_DAY: Final = Cast(Value(None), DateField())
_NO_TIME: Final = Cast(Value(None), DateTimeField())
_NO_WORDS: Final = Value("", output_field=CharField())
_NO: Final = Value(False, output_field=BooleanField())


def _open_things(ids: list[int], today: date, now: datetime) -> dict[int, _OpenThings]:
    found: dict[int, _OpenThings] = {}
    for values in _PREPARED.rows(*ids):
        row = _Row(*values)
        _sort_in(row, found.setdefault(row.contact_id, _OpenThings()), today, now)
    return found


def _open_rows(*ids: int) -> QuerySet[Any, tuple[Any, ...]]:
    planned = Meeting.objects.planned().filter(contact__in=ids)
    follow_ups = FollowUp.objects.open().filter(contact__in=ids)
    latest = Invitation.objects.filter(contact=OuterRef("contact")).order_by("-sent_on", "-pk").values("pk")[:1]
    asked = Invitation.objects.filter(contact__in=ids, pk=Subquery(latest))
    return _as_rows("meeting", planned, day=F("day"), starts_at=F("starts_at")).union(
        _as_rows(
            "follow_up", follow_ups, day=F("due_on"), kind=F("kind"), text=F("text"), introduction=F("introduction")
        ),
        _as_rows(
            "invitation",
            asked,
            day=F("sent_on"),
            kind=F("answer"),
            reminded_on=F("reminded_on"),
            answered_on=F("answered_on"),
        ),
        all=True,
    )


_PREPARED: Final = Prepared(_open_rows)


def _as_rows(what: str, rows: QuerySet[Any], **columns: Any) -> QuerySet[Any, tuple[Any, ...]]:
    """The columns of `_Row`, under names that no field of the three tables has."""
    empty = {
        "starts_at": _NO_TIME,
        "kind": _NO_WORDS,
        "text": _NO_WORDS,
        "introduction": _NO,
        "reminded_on": _NO_DAY,
        "answered_on": _NO_DAY,
    }
    filled = {f"row_{name}": value for name, value in {**empty, **columns}.items()}
    names = ["row_what", "contact_id", "pk", *(f"row_{name}" for name in _Row._fields[3:])]
    found: QuerySet[Any, tuple[Any, ...]] = rows.order_by().annotate(row_what=Value(what), **filled).values_list(*names)
    return found


def _sort_in(row: _Row, things: _OpenThings, today: date, now: datetime) -> None:
    match row.what:
        case "meeting":
            is_over = row.starts_at < now if row.starts_at else row.day < today
            at = f"{timezone.localtime(row.starts_at):%H:%M}" if row.starts_at else ""
            meeting = AgreedMeeting(meeting_id=row.pk, day=row.day, at=at)
            (things.to_log if is_over else things.planned).append(meeting)
        case "follow_up":
            kind = FollowUpKind(row.kind)
            follow_up = OpenFollowUp(
                follow_up_id=row.pk, kind=kind, what=row.text, due=row.day, is_introduction=row.introduction
            )
            things.follow_ups.append(follow_up)
        case _:
            things.invitation = SentInvitation(
                invitation_id=row.pk,
                sent_on=row.day,
                reminded_on=row.reminded_on,
                answer=Answer(row.kind),
                answered_on=row.answered_on,
            )
