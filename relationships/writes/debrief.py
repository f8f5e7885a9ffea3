"""R6: one debrief, one transaction. What rules created is not created again when a logged meeting is corrected."""

from datetime import date
from typing import Final

from django.db import transaction

from contacts.models import CommonGround, Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import Meeting, Telling, Touch
from meetings.rules.meeting import Mode, Status
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.models import FollowUp, ObtainedItem
from relationships.reads.debrief import Logged, logged
from relationships.rules.debrief import Debrief
from relationships.writes import introductions
from relationships.writes.debrief_given import write_given
from relationships.writes.debrief_next import write_next
from relationships.writes.findings import write_asked
from relationships.writes.planning import touch
from relationships.writes.settling import carried, settle
from relationships.writes.standing import refresh
from relationships.writes.telling import move_told, write_told

WRITTEN: Final = (
    "status", "day", "starts_at", "mode", "place", "minutes", "ask", "ask_result", "remember", "logged_on",
    "cancelled_by_leaving", "invitation", "answered_invitation", "answered_before", "version",
)  # fmt: skip


class ChangedMeanwhile(Exception):
    """The meeting was saved elsewhere since the form was made; nothing was written."""


@transaction.atomic(savepoint=False)
def log_planned(meeting: Meeting, debrief: Debrief, *, today: date) -> Meeting:
    """The meeting took place, as written; or it is corrected, when it was logged before."""
    before = logged(meeting) if meeting.status == Status.HELD else Logged()
    settled = {} if before.is_held else settle(meeting.contact, today)
    for name, value in settled.items():
        setattr(meeting, name, value)
    if meeting.local_day == debrief.day:
        meeting.day = debrief.day
    else:
        _move(meeting, debrief.day, was_held=before.is_held)
    meeting.status, meeting.cancelled_by_leaving = Status.HELD.value, False
    meeting.logged_on = meeting.logged_on or today
    meeting.ask, meeting.ask_result = debrief.ask, debrief.ask_result.value if debrief.ask_result else ""
    _take_over(meeting, debrief)
    as_read = Meeting.objects.filter(pk=meeting.pk, version=meeting.version)
    meeting.version += 1
    if not as_read.update(**{name: getattr(meeting, name) for name in WRITTEN}):
        raise ChangedMeanwhile
    return _write_rest(meeting, debrief, before, today)


@transaction.atomic(savepoint=False)
def log_new(contact: Contact, debrief: Debrief, *, today: date) -> Meeting:
    """A meeting that nobody had planned here; no purpose is needed (R4), that of the invitation is carried along."""
    settled = settle(contact, today)
    meeting = Meeting(
        campaign_id=contact.campaign_id,
        contact=contact,
        status=Status.HELD.value,
        day=debrief.day,
        logged_on=today,
        **carried(settled),
        **settled,
    )
    _take_over(meeting, debrief)
    meeting.save()
    return _write_rest(meeting, debrief, Logged(), today)


@transaction.atomic(savepoint=False)
def log_short_talk(contact: Contact, debrief: Debrief, *, today: date) -> Touch:
    """Too short for a cup, and nobody had planned it: a touch, with everything that was written (R5)."""
    call = touch(
        contact,
        today=today,
        day=debrief.day,
        direction=Direction.SENT.value,
        channel=(Channel.OTHER if debrief.mode is Mode.IN_PERSON else Channel.CALL).value,
        matter=Matter.OTHER.value,
        text=debrief.remember,
    )
    contact.refresh_from_db()
    # What a debrief brings is written upon a meeting; here that row stands for no longer than this.
    frame = Meeting.objects.create(
        campaign_id=contact.campaign_id, contact=contact, status=Status.HELD.value, day=debrief.day, logged_on=today
    )
    joined = _write_hanging(frame, debrief, Logged(is_held=True), today)
    for model in (ObtainedItem, FollowUp, Telling):
        model.objects.filter(meeting=frame).update(meeting=None)
    frame.delete()
    refresh([contact.pk, *joined])
    return call


def _take_over(meeting: Meeting, debrief: Debrief) -> None:
    meeting.mode, meeting.place = debrief.mode.value, debrief.place
    meeting.minutes, meeting.remember = debrief.minutes, debrief.remember


def _move(meeting: Meeting, day: date, *, was_held: bool) -> None:
    """On another day than was planned or noted; the hour that was agreed belongs to the former day."""
    if was_held:
        ObtainedItem.objects.filter(meeting=meeting).update(day=day)
        move_told(meeting, day)
    meeting.day, meeting.starts_at = day, None


def _write_rest(meeting: Meeting, debrief: Debrief, before: Logged, today: date) -> Meeting:
    """Everything that hangs on a held meeting, and the standing once."""
    contact = meeting.contact
    joined = _write_hanging(meeting, debrief, before, today)
    if not before.is_held:
        introductions.met([contact.pk], today)  # who named them hears of it later (R8)
    refresh([contact.pk, *joined])
    return meeting


def _write_hanging(meeting: Meeting, debrief: Debrief, before: Logged, today: date) -> set[int]:
    """Each kind of row in one statement; answers who joined the network by it."""
    contact = meeting.contact
    if debrief.share:
        CommonGround.objects.create(
            campaign_id=meeting.campaign_id, contact=contact, text=debrief.share, found_on=debrief.day
        )
    named = write_given(meeting, debrief.given, before, today)
    write_asked(meeting, debrief.asked)
    write_next(meeting, debrief, before, today)
    write_told(meeting, debrief, before)
    _write_contact(contact, debrief, today)
    return named


def _write_contact(contact: Contact, debrief: Debrief, today: date) -> None:
    """Into the network by the meeting (R1), with what they know about and what to ask next time."""
    changed = {
        name: value
        for name, value in (("ask_next_time", debrief.ask_next_time), ("knows_about", debrief.knows_about))
        if value is not None
    }
    fields = {**changed, "version": contact.version + 1} if changed else {}
    if contact.joined_on is None:
        fields |= {"joined_on": today, "joined_because": JoinedBecause.MEETING.value}
    if fields:
        Contact.objects.filter(pk=contact.pk).update(**fields)
