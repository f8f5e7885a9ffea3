"""The histories of given people, and their next steps: one plain QuerySet per table, whatever the number of people.

No long texts are read here: the timeline reads those of its one person.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db.models import Q

from campaigns.models import Pause
from campaigns.rules.business_days import DaysOff, days_off
from contacts.models import CommonGround, Contact
from contacts.rules.knowing import KnownAs
from meetings.models import Invitation, Meeting, Touch
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.rules.history import (
    ArrangedMeeting,
    GivenItem,
    History,
    Moment,
    NamedBy,
    NotedTouch,
    OpenFollowUp,
    SentInvitation,
)
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep

PERSON: Final = (
    "pk", "campaign_id", "name", "given_name", "joined_on", "known_as", "known_from_before", "left_on", "left_until",
    "not_now_until", "not_for_this", "starred", "never_quiet", "company__is_target", "campaign__started_on",
    "campaign__owner__time_zone",
)  # fmt: skip

Found = dict[int, list[Any]]


def next_steps(contacts: Iterable[int], moment: Moment) -> dict[int, NextStep]:
    """The next step of each of these people, by primary key (R21)."""
    return {pk: next_step(history, moment) for pk, history in histories_of(contacts).items()}


def history_of(contact: Contact) -> History:
    """The history of one person."""
    return histories_of([contact.pk])[contact.pk]


def histories_of(contacts: Iterable[int]) -> dict[int, History]:
    """The histories of these people, by primary key."""
    ids = list(contacts)
    people = list(Contact.objects.filter(pk__in=ids).order_by().values(*PERSON)) if ids else []
    if not people:
        return {}
    off = days_off_of({person["campaign_id"] for person in people})
    zones = {person["pk"]: ZoneInfo(person["campaign__owner__time_zone"]) for person in people}
    ground = _by_contact(CommonGround.objects.found().filter(contact__in=ids).values_list("contact_id", "found_on"))
    meetings, invitations, touches = _meetings(ids, zones), _invitations(ids), _touches(ids)
    follow_ups, told = _follow_ups(ids)
    given, named_by = _given(ids), _named_by(ids)
    return {
        person["pk"]: History(
            contact_id=person["pk"],
            called=person["given_name"] or person["name"],
            joined_on=person["joined_on"],
            known_as=KnownAs(person["known_as"]) if person["known_as"] else None,
            known_since=person["known_from_before"],
            left_on=person["left_on"],
            left_until=person["left_until"],
            not_now_until=person["not_now_until"],
            not_for_this=person["not_for_this"],
            starred=person["starred"],
            never_quiet=person["never_quiet"],
            at_target=bool(person["company__is_target"]),
            campaign_started_on=person["campaign__started_on"],
            days_off=off[person["campaign_id"]],
            common_ground=tuple(ground[person["pk"]]),
            meetings=tuple(meetings[person["pk"]]),
            invitations=tuple(invitations[person["pk"]]),
            touches=tuple(touches[person["pk"]]),
            follow_ups=tuple(follow_ups[person["pk"]]),
            told_of_use=person["pk"] in told,
            given=tuple(given[person["pk"]]),
            named_by=tuple(named_by[person["pk"]]),
        )
        for person in people
    }


def _by_contact(rows: Iterable[tuple[Any, ...]]) -> Found:
    """What stands behind the contact in each row, by contact."""
    found: Found = defaultdict(list)
    for contact_id, value in rows:
        found[contact_id].append(value)
    return found


def days_off_of(campaigns: set[int]) -> dict[int, DaysOff]:
    """Pauses and days off of each of these campaigns (R17)."""
    stretches: Found = defaultdict(list)
    for campaign_id, first, last in Pause.objects.filter(campaign__in=campaigns).values_list(
        "campaign_id", "from_day", "to_day"
    ):
        stretches[campaign_id].append((first, last))
    return {campaign: days_off(stretches[campaign]) for campaign in campaigns}


def _meetings(ids: list[int], zones: dict[int, ZoneInfo]) -> Found:
    rows = Meeting.objects.filter(contact__in=ids).order_by("day", "pk")
    columns = rows.values_list("contact_id", "pk", "status", "day", "planned_on", "starts_at")
    return _by_contact(
        (
            contact_id,
            _in_zone(
                ArrangedMeeting(
                    meeting_id=pk, status=Status(status), day=day, planned_on=planned_on, starts_at=starts_at
                ),
                zones[contact_id],
            ),
        )
        for contact_id, pk, status, day, planned_on, starts_at in columns
    )


def _in_zone(meeting: ArrangedMeeting, zone: ZoneInfo) -> ArrangedMeeting:
    """A planned meeting falls on the day that its hour has in the user's zone of today (R7)."""
    if meeting.starts_at is None:
        return meeting
    local = meeting.starts_at.astimezone(zone)
    day = local.date() if meeting.status is Status.PLANNED else meeting.day
    return replace(meeting, day=day, hour=f"{local:%H:%M}")


def _invitations(ids: list[int]) -> Found:
    rows = Invitation.objects.filter(contact__in=ids).order_by("sent_on", "pk")
    columns = rows.values_list("contact_id", "pk", "sent_on", "answer", "answered_on", "reminded_on", "faded_on")
    return _by_contact(
        (
            contact_id,
            SentInvitation(
                invitation_id=pk,
                sent_on=sent_on,
                answer=Answer(answer),
                answered_on=answered_on,
                reminded_on=reminded_on,
                faded_on=faded_on,
            ),
        )
        for contact_id, pk, sent_on, answer, answered_on, reminded_on, faded_on in columns
    )


def _touches(ids: list[int]) -> Found:
    rows = Touch.objects.filter(contact__in=ids).order_by("day", "pk").values_list("contact_id", "day", "direction")
    return _by_contact((pk, NotedTouch(day=day, direction=Direction(way))) for pk, day, way in rows)


def _follow_ups(ids: list[int]) -> tuple[Found, set[int]]:
    """The open ones, and who was told what became of something they gave."""
    wanted = Q(status=FollowUpStatus.OPEN) | Q(status=FollowUpStatus.DONE, kind=FollowUpKind.TELL)
    rows = FollowUp.objects.filter(wanted, contact__in=ids).order_by("due_on", "pk")
    columns = list(rows.values_list("contact_id", "pk", "kind", "text", "due_on", "introduction", "status"))
    return _by_contact(_open(columns)), {row[0] for row in columns if row[-1] == FollowUpStatus.DONE}


def _open(columns: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, OpenFollowUp]]:
    for contact_id, pk, kind, text, due_on, introduction, status in columns:
        if status == FollowUpStatus.OPEN:
            yield (
                contact_id,
                OpenFollowUp(
                    follow_up_id=pk, kind=FollowUpKind(kind), what=text, due=due_on, is_introduction=introduction
                ),
            )


def _given(ids: list[int]) -> Found:
    rows = ObtainedItem.objects.filter(contact__in=ids).order_by("day", "pk")
    columns = rows.values_list("contact_id", "pk", "kind", "day", "text", "referral_state")
    return _by_contact(
        (
            contact_id,
            GivenItem(
                item_id=pk,
                kind=ItemKind(kind),
                day=day,
                what=text,
                referral_state=ReferralState(state) if state else None,
            ),
        )
        for contact_id, pk, kind, day, text, state in columns
    )


def _named_by(ids: list[int]) -> Found:
    rows = ObtainedItem.objects.filter(referred__in=ids).order_by("day", "pk")
    columns = rows.values_list("referred_id", "contact__given_name", "contact__name", "referral_state", "introduced_on")
    return _by_contact(
        (referred, NamedBy(giver=given or name, state=ReferralState(state), introduced_on=introduced_on))
        for referred, given, name, state, introduced_on in columns
    )
