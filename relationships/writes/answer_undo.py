"""Undo of what they answered: the invitation as it was before, with the follow-up that the former answer had made.

What came of the new answer since (a plan, another answer, another invitation) stays, and then so does the answer.
"""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from campaigns.models import Campaign
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from outcomes.rules.due import FollowUpKind
from relationships.writes.follow_ups import add_follow_up
from relationships.writes.referral_states import follow
from relationships.writes.settling import asking_again
from relationships.writes.standing import refresh

FIELDS = ("answer", "answered_on", "later_on", "closed_by_leaving", "faded_on")
DAYS = ("answered_on", "later_on", "faded_on")


def answer_as_it_is(invitation: Invitation) -> dict[str, Any]:
    meetings = Meeting.objects.filter(invitation=invitation).values_list("pk", "answered_invitation", "answered_before")
    asking = asking_again(invitation).open().values_list("text", "due_on")
    return {
        "fields": {name: _plain(getattr(invitation, name)) for name in FIELDS},
        "meetings": [[pk, answered, _plain(before)] for pk, answered, before in meetings],
        "asking": [[text, due.isoformat()] for text, due in asking],
    }


def says(invitation: Invitation, said: Answer, later_on: date | None) -> bool:
    return invitation.answer == said and invitation.later_on == (later_on if said is Answer.LATER else None)


def put_answer_back(campaign: Campaign, pk: int, to: list[Any], before: dict[str, Any]) -> int:
    """1 where it is as it was; 0 where something else was done since. `to` is the answer that is taken back."""
    invitation = Invitation.objects.select_for_update().filter(campaign=campaign, pk=pk).first()
    if invitation is None or not says(invitation, Answer(to[0]), _day(to[1])):
        return 0
    meetings = {pk: (answered, _day(day)) for pk, answered, day in before["meetings"]}
    if Meeting.objects.filter(invitation=invitation).exclude(pk__in=meetings).exists():
        return 0
    for name, value in before["fields"].items():
        setattr(invitation, name, _day(value) if name in DAYS else value)
    try:
        with transaction.atomic():
            invitation.save(update_fields=FIELDS)
    except IntegrityError:  # another one waits by now
        return 0
    for meeting in Meeting.objects.filter(invitation=invitation):
        meeting.answered_invitation, meeting.answered_before = meetings[meeting.pk]
        meeting.save(update_fields=["answered_invitation", "answered_before"])
    asking_again(invitation).open().delete()
    for text, due in before["asking"]:
        add_follow_up(
            invitation.contact,
            FollowUpKind.ACTION,
            text,
            date.fromisoformat(due),
            today=campaign.owner.today(),
            by_rule=True,
            invitation=invitation,
        )
    follow([invitation.contact_id], campaign.owner.today())
    refresh([invitation.contact_id])
    return 1


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
