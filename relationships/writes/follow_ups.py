"""Follow-ups: made, done, put off, dropped. What is a message, a call or thanks records the touch (R8), and what asks
somebody for a talk the invitation (R17, R18).

A waiting on who promised an introduction is done when they introduced, and dropped when nothing comes of it: the
referral says the same.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import Touch
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ReferralState
from relationships.writes import introductions, opened
from relationships.writes.asking import ask_by
from relationships.writes.people import record
from relationships.writes.standing import refresh


@transaction.atomic
def add_follow_up(
    contact: Contact, kind: FollowUpKind, text: str, due_on: date, *, today: date, **fields: Any
) -> FollowUp:
    """A follow-up, never created overdue (R7)."""
    follow_up = FollowUp.objects.create(
        campaign_id=contact.campaign_id,
        contact=contact,
        kind=kind.value,
        text=text.strip()[:500],
        due_on=max(due_on, today),
        created_on=today,
        **fields,
    )
    record(contact, JoinedBecause.FOLLOW_UP, today)
    return follow_up


@transaction.atomic
def change(follow_up: FollowUp) -> None:
    """Other words, another day, another kind."""
    follow_up.save(update_fields=["kind", "text", "due_on"])
    refresh([follow_up.contact_id])


def matter_of(follow_up: FollowUp) -> Matter | None:
    """What doing it is about, as a message; None where it is none."""
    if follow_up.introduction:
        return Matter.INTRODUCE
    if follow_up.is_to_ask:
        return Matter.INVITE
    return {FollowUpKind.THANK_YOU.value: Matter.THANK, FollowUpKind.TELL.value: Matter.TELL}.get(follow_up.kind)


@transaction.atomic
def done(follow_ups: Iterable[FollowUp], today: date, **sent: Any) -> list[FollowUp]:
    """Done today, those that were open; nothing is entered twice: thanks and messages are noted as sent.

    What asks somebody for a talk is noted as an invitation; `sent` says how, where that is known.
    """
    closing, written_to = _still_open(follow_ups), []
    asking = ask_by(closing, today, **sent)
    for follow_up in closing:
        matter = matter_of(follow_up)
        if matter and follow_up.touch is None and follow_up.pk not in asking:
            follow_up.touch = Touch.objects.create(
                campaign_id=follow_up.campaign_id,
                contact_id=follow_up.contact_id,
                day=today,
                direction=Direction.SENT.value,
                channel=Channel.MESSAGE.value,
                matter=matter.value,
                text=follow_up.text,
            )
        if matter:
            written_to.append(follow_up.contact_id)
    opened.forget(written_to)
    _close(closing, FollowUpStatus.DONE, today)
    introductions.written_to(written_to, today)
    _say_of_the_introduction(closing, ReferralState.INTRODUCED, today)
    return closing


@transaction.atomic
def drop(follow_ups: Iterable[FollowUp], today: date) -> list[FollowUp]:
    """Dropped, those that were open; it counts as closed (R8)."""
    closing = _still_open(follow_ups)
    _close(closing, FollowUpStatus.DROPPED, today)
    _say_of_the_introduction(closing, ReferralState.GONE_QUIET, today)
    return closing


def put_off(follow_ups: Iterable[FollowUp], due_on: date) -> list[FollowUp]:
    """Those that were open, to that day."""
    return set_days(dict.fromkeys(follow_ups, due_on))


@transaction.atomic
def set_days(days: Mapping[FollowUp, date]) -> list[FollowUp]:
    """A new day for each of those that are open and have another one: put off, or spread after an absence."""
    moving = [follow_up for follow_up in _still_open(days) if follow_up.due_on != days[follow_up]]
    for follow_up in moving:
        follow_up.due_on = days[follow_up]
    FollowUp.objects.bulk_update(moving, ["due_on"], batch_size=200)
    refresh(follow_up.contact_id for follow_up in moving)
    return moving


def _still_open(follow_ups: Iterable[FollowUp]) -> list[FollowUp]:
    """Of these the ones that are open now, locked: a second press finds none."""
    rows = list(follow_ups)
    found = FollowUp.objects.select_for_update().open().filter(pk__in=[row.pk for row in rows])
    ids = set(found.values_list("pk", flat=True))
    return [row for row in rows if row.pk in ids]


def _say_of_the_introduction(closed: Iterable[FollowUp], state: ReferralState, today: date) -> None:
    """Who promised it has done it, or is not asked about it any more."""
    for follow_up in closed:
        if follow_up.kind == FollowUpKind.WAITING and follow_up.item:
            introductions.say(follow_up.item, state, today)


def _close(follow_ups: list[FollowUp], status: FollowUpStatus, today: date) -> None:
    for follow_up in follow_ups:
        follow_up.status, follow_up.closed_on = status, today
    FollowUp.objects.bulk_update(follow_ups, ["status", "closed_on", "touch", "asked"], batch_size=200)
    refresh(follow_up.contact_id for follow_up in follow_ups)
