"""Rows of the tables as the values of a history: a row of the model, or one that holds the same columns."""

from typing import Any
from zoneinfo import ZoneInfo

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Channel, Direction
from outcomes.rules.due import FollowUpKind, is_to_ask
from outcomes.rules.items import ItemKind, ReferralState, UsedAs, to_use_on
from relationships.rules.history import (
    ArrangedMeeting,
    GivenItem,
    NamedBy,
    NotedTouch,
    OpenedMessage,
    OpenFollowUp,
    SentInvitation,
)

Columns = Any
"""A row of the model, or a named tuple of the columns that are asked for here."""


def about(person: Contact) -> dict[str, Any]:
    """What a history says of the contact itself, read with its campaign and its company."""
    is_at_target = bool(person.company and person.company.is_target)
    return about_row(person, is_at_target=is_at_target, campaign=person.campaign)


def about_row(row: Columns, *, is_at_target: bool, campaign: Campaign) -> dict[str, Any]:
    """The same of a row whose company was asked about beside it."""
    return {
        "contact_id": row.pk,
        "called": row.given_name or row.name,
        "joined_on": row.joined_on,
        "known_as": KnownAs(row.known_as) if row.known_as else None,
        "known_since": row.known_from_before,
        "left_on": row.left_on,
        "left_until": row.left_until,
        "not_now_until": row.not_now_until,
        "not_for_this": row.not_for_this,
        "starred": row.starred,
        "never_quiet": row.never_quiet,
        "at_target": is_at_target,
        "ask_next_time": row.ask_next_time,
        "campaign_started_on": campaign.started_on,
    }


def arranged_meeting(row: Columns, zone: ZoneInfo) -> ArrangedMeeting:
    """While it is planned, it falls on the day that its hour has in the user's zone of today (R7)."""
    status = Status(row.status)
    local = row.starts_at.astimezone(zone) if row.starts_at and status is Status.PLANNED else None
    return ArrangedMeeting(
        meeting_id=row.pk,
        status=status,
        day=local.date() if local else row.day,
        planned_on=row.planned_on,
        starts_at=row.starts_at,
        hour=f"{local:%H:%M}" if local else "",
    )


def sent_invitation(row: Columns) -> SentInvitation:
    return SentInvitation(
        invitation_id=row.pk,
        sent_on=row.sent_on,
        answer=Answer(row.answer),
        answered_on=row.answered_on,
        reminded_on=row.reminded_on,
        faded_on=row.faded_on,
    )


def noted_touch(row: Columns) -> NotedTouch:
    return NotedTouch(day=row.day, direction=Direction(row.direction), channel=Channel(row.channel))


def opened_message(row: Columns) -> OpenedMessage:
    return OpenedMessage(message_id=row.pk, opened_on=row.day)


def open_follow_up(row: Columns) -> OpenFollowUp:
    return OpenFollowUp(
        follow_up_id=row.pk,
        kind=FollowUpKind(row.kind),
        what=row.text,
        due=row.due_on,
        is_introduction=row.introduction,
        is_to_ask=is_to_ask(introduction=row.introduction, encounter=row.encounter_id, invitation=row.invitation_id),
        noted_on=row.created_on,
    )


def given_item(row: Columns) -> GivenItem:
    kind = ItemKind(row.kind)
    return GivenItem(
        item_id=row.pk,
        kind=kind,
        day=row.day,
        what=row.text,
        referral_state=ReferralState(row.referral_state) if row.referral_state else None,
        used_as=UsedAs(row.used_as) if row.used_as else None,
        to_use_on=to_use_on(
            kind,
            row.day,
            used_on=row.used_on,
            put_off_until=row.put_off_until,
            is_finding=row.question_id is not None,
        ),
    )


def named(row: Columns, giver: str) -> NamedBy:
    """The referral, as somebody whom it names has it."""
    return NamedBy(
        giver=giver,
        state=ReferralState(row.referral_state),
        introduced_on=row.introduced_on,
        giver_id=row.contact_id,
    )
