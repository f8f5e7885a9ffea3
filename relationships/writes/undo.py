"""Undo of what one click did to one or many: the state before travels signed in the toast's form.

Done, put off and drop give the state of follow-ups before, with the referrals that they speak of; what is done to
picked people gives what was made; an answer gives the invitation before. What was changed otherwise since
then stays as it is.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core import signing
from django.db import transaction
from django.db.models import Q

from campaigns.models import Campaign, MessageTemplate
from campaigns.writes.message_templates import keep_template
from meetings.models import Invitation, OpenedMessage, Touch
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, FollowUpQuerySet, FollowUpStatus, ObtainedItem
from outcomes.rules.items import NOT_YET_WRITTEN_TO, ReferralState
from relationships.writes import introductions, opened
from relationships.writes.answer_undo import answer_as_it_is, put_answer_back, says
from relationships.writes.bulk import Done, take_back
from relationships.writes.standing import refresh
from relationships.writes.using import UseBefore, put_back

SALT = "fifty-cups.undo"
A_DAY = 60 * 60 * 24


def state_before(
    follow_ups: Iterable[FollowUp],
    *,
    to: FollowUpStatus = FollowUpStatus.DONE,
    referrals: Iterable[ObtainedItem] = (),
) -> str:
    """The state to come back to, signed; take it before the write, of which `to` says what it makes of the follow-ups.

    The referrals that these follow-ups speak of come along, and the follow-ups of those: to write to somebody closes
    the introduction that was to be written to.
    """
    rows = list(follow_ups)
    items = _spoken_of(rows, referrals)
    asked = [row.contact_id for row in rows if row.is_to_ask] if to == FollowUpStatus.DONE else []
    beside = _beside(items, asked).exclude(pk__in=[row.pk for row in rows])
    before = {
        "to": str(to),
        "rows": [_as_it_is(row) for row in rows],
        "beside": [_as_it_is(row) for row in beside.open()],
        "referrals": [[item.pk, item.referral_state, _iso(item.introduced_on), item.giver_said] for item in items],
    }
    return signing.dumps(before, salt=SALT, compress=True)


def state_of(done: Done) -> str:
    """What was done to picked people, signed; take it after the write."""
    return signing.dumps(asdict(done), salt=SALT, compress=True)


def state_before_answer(invitation: Invitation, said: Answer, later_on: date | None) -> str:
    """What stands before they answer so, signed; empty where the same was said already."""
    if says(invitation, said, later_on):
        return ""
    to = [said.value, _iso(later_on if said is Answer.LATER else None)]
    before = {"invitation": invitation.pk, "to": to, "before": answer_as_it_is(invitation)}
    return signing.dumps(before, salt=SALT, compress=True)


def state_of_opened(message: OpenedMessage) -> str:
    """A message that is about to be forgotten, signed."""
    return signing.dumps({"opened": opened.as_it_is(message)}, salt=SALT, compress=True)


def state_of_use(done: UseBefore) -> str:
    """What one click made of something that was given, signed."""
    return signing.dumps(asdict(done), salt=SALT, compress=True)


def state_of_template(template: MessageTemplate) -> str:
    """A template that is about to be dropped, signed."""
    kept = [template.language, template.occasion, template.long, template.short]
    return signing.dumps({"template": kept}, salt=SALT, compress=True)


@transaction.atomic
def undo(campaign: Campaign, state: str) -> int:
    """Bring follow-ups, or people, back to that state; answers how many. ValueError: forged, or older than a day."""
    try:
        before = signing.loads(state, salt=SALT, max_age=A_DAY)
    except signing.BadSignature as error:
        raise ValueError("This can no longer be undone.") from error
    if "invitation" in before:
        return put_answer_back(campaign, before["invitation"], before["to"], before["before"])
    if "opened" in before:
        return opened.put_back(campaign, *before["opened"])
    if "item" in before:
        return put_back(campaign, UseBefore(**before), campaign.owner.today())
    if "template" in before:
        language, occasion, long, short = before["template"]
        keep_template(campaign, language, occasion, long=long, short=short)
        return 1
    if "rows" not in before:
        return take_back(campaign, Done(**before))
    found = _put_back(FollowUp.objects.filter(campaign=campaign, status=before["to"]), before["rows"])
    said = _say_again(campaign, before["referrals"], found if before["rows"] else None)
    asked = [row.contact_id for row in found if row.is_to_ask]
    _put_back(_beside(said, asked).filter(campaign=campaign), before["beside"])
    introductions.keep_in_step(said, campaign.owner.today())
    refresh([*(row.contact_id for row in found), *introductions.concerned(said)])
    return len(found) if before["rows"] else len(said)


def _spoken_of(follow_ups: list[FollowUp], referrals: Iterable[ObtainedItem]) -> list[ObtainedItem]:
    items = {row.item_id for row in follow_ups if row.item_id} | {item.pk for item in referrals}
    written_to = [row.contact_id for row in follow_ups if row.is_message]
    wanted = Q(pk__in=items) | Q(referred__in=written_to, referral_state__in=NOT_YET_WRITTEN_TO)
    return list(ObtainedItem.objects.referrals().filter(wanted)) if items or written_to else []


def _beside(items: list[ObtainedItem], asked: list[int]) -> FollowUpQuerySet:
    """What writing to these people, of whom these referrals speak, or asking them closes besides."""
    of_referrals = FollowUp.objects.of_referrals().filter(item__in=items)
    return of_referrals | FollowUp.objects.to_ask().filter(contact__in=asked)


def _say_again(campaign: Campaign, said: list[list[Any]], found: list[FollowUp] | None) -> list[ObtainedItem]:
    """The referrals as they stood, of the follow-ups that were put back, where there were any; but who was met was met.

    An introduction that was not made needs no writing.
    """
    before = {pk: rest for pk, *rest in said}
    mine = ObtainedItem.objects.referrals().filter(campaign=campaign, pk__in=before)
    if found is not None:
        items, written_to = [row.item_id for row in found], [row.contact_id for row in found if row.is_message]
        mine = mine.filter(Q(pk__in=items) | Q(referred__in=written_to))
    mine = mine.exclude(referral_state=ReferralState.MET).select_related("contact", "referred")
    referrals = list(mine.select_for_update(of=("self",)).order_by("pk")) if before else []
    for item in referrals:
        item.referral_state, introduced_on, *giver_said = before[item.pk]
        item.introduced_on, item.giver_said = _day(introduced_on), "".join(giver_said)
        item.save(update_fields=["referral_state", "introduced_on", "giver_said"])
        if item.referral_state != ReferralState.INTRODUCED:
            FollowUp.objects.of_referrals().open().filter(item=item, introduction=True).delete()
    return referrals


def _put_back(mine: FollowUpQuerySet, rows: list[list[Any]]) -> list[FollowUp]:
    """Those of these rows as they stood; the message or invitation that doing one of them noted goes.

    Who was reminded since, or answered, was asked.
    """
    before = {pk: (status, due_on, closed_on) for pk, status, due_on, closed_on in rows}
    silent = Q(asked=None) | Q(asked__answer=Answer.WAITING, asked__reminded_on=None)
    mine = mine.filter(silent, pk__in=before)
    found = list(mine.select_for_update(of=("self",)).order_by("pk")) if before else []
    invitations = {row.asked_id for row in found if row.asked_id}
    for follow_up in found:
        status, due_on, closed_on = before[follow_up.pk]
        follow_up.status, follow_up.due_on = status, date.fromisoformat(due_on)
        follow_up.closed_on = _day(closed_on)
        noted, follow_up.touch = (
            (follow_up.touch_id, None) if status == FollowUpStatus.OPEN else (None, follow_up.touch)
        )
        follow_up.asked = None if status == FollowUpStatus.OPEN else follow_up.asked
        follow_up.save(update_fields=["status", "due_on", "closed_on", "touch", "asked"])
        if noted:
            Touch.objects.filter(pk=noted).delete()
    Invitation.objects.filter(pk__in=invitations, asked_by=None).delete()
    return found


def _as_it_is(row: FollowUp) -> list[Any]:
    return [row.pk, row.status, row.due_on.isoformat(), _iso(row.closed_on)]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
