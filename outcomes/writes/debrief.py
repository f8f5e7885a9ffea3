"""R6: one debrief, one transaction. What rules created is not created again when a logged meeting is corrected."""

from datetime import date

from django.db import transaction

from contacts.models import CommonGround, Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import Invitation, Meeting, Telling
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from outcomes.reads.debrief import Logged, logged
from outcomes.rules.debrief import Debrief
from outcomes.rules.items import ReferralState
from outcomes.writes.debrief_given import write_given
from outcomes.writes.debrief_next import write_next
from outcomes.writes.standing import refresh


class ChangedMeanwhile(Exception):
    """The meeting was saved elsewhere since the form was made; nothing was written."""


@transaction.atomic(savepoint=False)
def log_planned(meeting: Meeting, debrief: Debrief, *, version: int, today: date) -> Meeting:
    """The meeting took place, as written; or it is corrected, when it was logged before."""
    locked = Meeting.objects.select_for_update().filter(pk=meeting.pk, version=version).first()
    if locked is None:
        raise ChangedMeanwhile
    locked.contact, locked.campaign = meeting.contact, meeting.campaign
    before = logged(locked)
    if locked.day != debrief.day:
        _moved(locked, debrief.day, was_held=before.is_held)
    locked.status, locked.cancelled_by_leaving = Status.HELD.value, False
    locked.logged_on = locked.logged_on or today
    locked.version += 1
    _take_over(locked, debrief)
    locked.ask = debrief.ask
    locked.save()
    return _write_rest(locked, debrief, before, today)


@transaction.atomic(savepoint=False)
def log_new(contact: Contact, debrief: Debrief, *, today: date) -> Meeting:
    """A meeting that nobody had planned here; no purpose is needed (R4)."""
    meeting = Meeting(
        campaign_id=contact.campaign_id, contact=contact, status=Status.HELD.value, day=debrief.day, logged_on=today
    )
    _take_over(meeting, debrief)
    meeting.save()
    return _write_rest(meeting, debrief, Logged(), today)


def _take_over(meeting: Meeting, debrief: Debrief) -> None:
    meeting.mode, meeting.place = debrief.mode.value, debrief.place
    meeting.minutes, meeting.remember = debrief.minutes, debrief.remember


def _moved(meeting: Meeting, day: date, *, was_held: bool) -> None:
    """On another day than was planned or noted; the hour that was agreed belongs to the former day."""
    meeting.day, meeting.starts_at = day, None
    if was_held:
        ObtainedItem.objects.filter(meeting=meeting).update(day=day)
        Telling.objects.filter(meeting=meeting).update(day=day)


def _write_rest(meeting: Meeting, debrief: Debrief, before: Logged, today: date) -> Meeting:
    """Everything that hangs on a held meeting, each kind of row in one statement, and the standing once."""
    contact = meeting.contact
    if debrief.share:
        CommonGround.objects.create(
            campaign_id=meeting.campaign_id, contact=contact, text=debrief.share, found_on=debrief.day
        )
    joined = write_given(meeting, debrief.given, before, today)
    write_next(meeting, debrief, before, today)
    _write_stories(meeting, debrief.stories, set(before.stories))
    _write_contact(contact, debrief, today)
    if not before.is_held:
        _settle(contact, today)
    refresh([contact.pk, *joined])
    return meeting


def _write_stories(meeting: Meeting, told: frozenset[int], before: set[int]) -> None:
    Telling.objects.bulk_create(
        Telling(
            campaign_id=meeting.campaign_id,
            contact_id=meeting.contact_id,
            meeting=meeting,
            story_id=story_id,
            day=meeting.day,
        )
        for story_id in sorted(told - before)
    )
    if before - told:
        Telling.objects.filter(meeting=meeting, story__in=before - told).delete()


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


def _settle(contact: Contact, today: date) -> None:
    """They agreed, so an invitation that waited is answered; who named them hears of it later (R8): they were met."""
    Invitation.objects.waiting().filter(contact=contact).update(answer=Answer.YES, answered_on=today)
    ObtainedItem.objects.referrals().filter(referred=contact).update(referral_state=ReferralState.MET)
