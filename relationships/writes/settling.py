"""What a meeting settles, and how that is taken back with it (R17).

A meeting that is planned or held answers the open invitation with yes, and asking again is done. When it goes to the
trash, the invitation is what it was before; when it comes back, it is yes again.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.db.models import Q

from contacts.models import Contact
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, FollowUpQuerySet, FollowUpStatus
from relationships.reads.history import asked_and_met
from relationships.rules.may_be_asked import open_invitation

OPEN: Final = (Answer.WAITING, Answer.LATER)
CARRIED: Final = ("purpose_kind", "purpose", "ask_kind", "ask")


def settle(contact: Contact, today: date) -> dict[str, Any]:
    """Answer the open invitation; the fields by which the meeting remembers it, empty where nothing is open.

    Who agreed to meet again at an event need not be asked any more.

    Called inside the transaction, before the meeting is written: whoever answers at the same moment locks the
    invitation first too. The caller refreshes the standing.
    """
    FollowUp.objects.open().filter(contact=contact, encounter__isnull=False).update(
        status=FollowUpStatus.DONE, closed_on=today
    )
    if not Invitation.objects.filter(contact=contact, answer__in=[*OPEN, Answer.YES]).exists():
        return {}
    asked = open_invitation(asked_and_met(contact))
    if asked is None:
        return {}
    invitation = Invitation.objects.select_for_update().get(pk=asked.invitation_id)
    if invitation.answer not in OPEN:
        return {"invitation": invitation}
    before = invitation.answered_on
    _say_yes(invitation, today)
    return {"invitation": invitation, "answered_invitation": True, "answered_before": before}


def carried(meeting_fields: dict[str, Any]) -> dict[str, str]:
    """Purpose and ask of the invitation that these fields speak of: nothing is typed twice (R4)."""
    invitation = meeting_fields.get("invitation")
    return {name: getattr(invitation, name) for name in CARRIED} if invitation else {}


def unsettle(meetings: Iterable[Meeting]) -> None:
    """These meetings are gone: what they answered is open again, unless somebody answered otherwise since."""
    for meeting in meetings:
        if not meeting.answered_invitation:
            continue
        invitation = _locked(meeting, [Answer.YES])
        heir = Meeting.objects.filter(invitation=invitation).exclude(pk=meeting.pk).first() if invitation else None
        if heir:
            Meeting.objects.filter(pk=heir.pk).update(answered_invitation=True, answered_before=meeting.answered_before)
        elif invitation:
            _open_again(invitation, meeting.answered_before)


def settle_again(meetings: Iterable[Meeting]) -> None:
    """These meetings are back: what they had answered is answered again, on the day on which it was."""
    for meeting in meetings:
        invitation = _locked(meeting, OPEN) if meeting.answered_invitation else None
        said_on = meeting.planned_on or meeting.logged_on
        if invitation and said_on:
            _say_yes(invitation, said_on)


def asking_again(invitation: Invitation) -> FollowUpQuerySet:
    """The follow-ups that `later` made, whatever their words by now."""
    return FollowUp.objects.filter(invitation=invitation)


def no_more_asking_again(answered: Invitation) -> None:
    """They answered otherwise: what `later` made is gone, also where it would come back with who was left (R15).

    A no ends what any other invitation of theirs made too.
    """
    of_theirs = FollowUp.objects.filter(contact=answered.contact_id, invitation__isnull=False)
    made = of_theirs if answered.answer == Answer.NO else asking_again(answered)
    made.filter(Q(status=FollowUpStatus.OPEN) | Q(dropped_by_leaving=True)).delete()


def asked_again(contact: Contact, today: date) -> None:
    """They were asked: whatever was there to ask them is done by that."""
    FollowUp.objects.open().to_ask().filter(contact=contact).update(status=FollowUpStatus.DONE, closed_on=today)


def _locked(meeting: Meeting, answers: Iterable[Answer]) -> Invitation | None:
    if meeting.invitation_id is None:
        return None
    return Invitation.objects.select_for_update().filter(pk=meeting.invitation_id, answer__in=list(answers)).first()


def _say_yes(invitation: Invitation, today: date) -> None:
    """The day of a `later` stays noted, for the way back."""
    invitation.answer, invitation.answered_on = Answer.YES.value, today
    invitation.closed_by_leaving, invitation.faded_on = False, None
    invitation.save(update_fields=["answer", "answered_on", "closed_by_leaving", "faded_on"])
    asking_again(invitation).open().update(status=FollowUpStatus.DONE, closed_on=today)


def _open_again(invitation: Invitation, answered_before: date | None) -> None:
    asking_again(invitation).filter(status=FollowUpStatus.DONE, closed_on=invitation.answered_on).update(
        status=FollowUpStatus.OPEN, closed_on=None
    )
    if answered_before:
        invitation.answer, invitation.answered_on = Answer.LATER.value, answered_before
    elif Invitation.objects.waiting().filter(contact=invitation.contact_id).exists():
        invitation.answer = Answer.NO_ANSWER.value  # they were asked anew since, and one waits at a time
    else:
        invitation.answer, invitation.answered_on = Answer.WAITING.value, None
    invitation.save(update_fields=["answer", "answered_on"])
