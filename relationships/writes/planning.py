"""Meetings that are agreed: planned, moved, cancelled, or nobody came."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import Meeting, Touch
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from relationships.writes import introductions, opened
from relationships.writes.findings import plan_questions
from relationships.writes.people import record
from relationships.writes.referral_states import follow
from relationships.writes.settling import settle
from relationships.writes.standing import refresh


@transaction.atomic
def plan(contact: Contact, *, today: date, questions: Collection[int] = (), **fields: Any) -> Meeting:
    """A one-on-one was agreed; an invitation that was open is thereby answered with yes.

    `questions`: what the user wants to know there (R14).
    """
    settled = settle(contact, today)
    meeting = Meeting.objects.create(
        campaign_id=contact.campaign_id,
        contact=contact,
        status=Status.PLANNED.value,
        planned_on=today,
        **settled,
        **fields,
    )
    if questions:
        plan_questions(meeting, questions)
    record(contact, JoinedBecause.MEETING, today)
    return meeting


@transaction.atomic
def change(meeting: Meeting, version: int, values: dict[str, Any], questions: Collection[int]) -> bool:
    """Another day, place or purpose of a planned meeting; False, with nothing written, if it was saved since."""
    standing = Meeting.objects.planned().filter(pk=meeting.pk, version=version)
    if not standing.update(**values, version=F("version") + 1):
        return False
    plan_questions(meeting, questions)
    meeting.refresh_from_db()
    refresh([meeting.contact_id])
    return True


@transaction.atomic
def move(meeting: Meeting, day: date, starts_at: datetime | None) -> None:
    """Still agreed, on another day."""
    meeting.day, meeting.starts_at, meeting.status = day, starts_at, Status.PLANNED.value
    meeting.version += 1
    meeting.save(update_fields=["day", "starts_at", "status", "version"])
    refresh([meeting.contact_id])


@transaction.atomic
def cancel(meeting: Meeting) -> None:
    """Called off. They had agreed: for the phase it still counts (R2)."""
    _end(meeting, Status.CANCELLED)


@transaction.atomic
def no_show(meeting: Meeting) -> None:
    """They did not come: as if they had not agreed (R2)."""
    _end(meeting, Status.NO_SHOW)


@transaction.atomic
def put_back(meeting: Meeting, status: Status, day: date, starts_at: datetime | None) -> None:
    """As it stood before it was moved, cancelled or missed."""
    meeting.status, meeting.day, meeting.starts_at = status.value, day, starts_at
    meeting.cancelled_by_leaving = False
    meeting.version += 1
    meeting.save(update_fields=["status", "day", "starts_at", "cancelled_by_leaving", "version"])
    _follow(meeting)
    refresh([meeting.contact_id])


def _end(meeting: Meeting, status: Status) -> None:
    meeting.status = status.value
    meeting.version += 1
    meeting.save(update_fields=["status", "version"])
    _follow(meeting)
    refresh([meeting.contact_id])


def _follow(meeting: Meeting) -> None:
    """Whoever named them: they were met by it, or were not after all (R8)."""
    today = meeting.campaign.owner.today()
    follow([meeting.contact_id], today, gone=True, back=meeting.status == Status.HELD)


@transaction.atomic
def touch(contact: Contact, *, today: date, **fields: Any) -> Touch:
    """A message, mail or short call was sent or received."""
    row = Touch.objects.create(campaign_id=contact.campaign_id, contact=contact, **fields)
    if row.direction == Direction.SENT:
        opened.forget([contact.pk])
    record(contact, JoinedBecause.TOUCH, today)
    if row.direction == Direction.SENT:
        introductions.written_to([contact.pk], today, row)
    else:
        follow([contact.pk], today)
    return row
