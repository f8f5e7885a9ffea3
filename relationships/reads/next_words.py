"""The next step of each person of a long list: what the rule needs comes with the row, in the list's own query.

Where a page may ask twice more, relationships.reads.facts knows it to the hour.
"""

from datetime import date
from functools import cache
from typing import Any, Protocol, cast

from django.db.models import OuterRef, Subquery

from campaigns.reads.prepared import Written
from contacts.models import CommonGround, Contact, ContactQuerySet
from meetings.models import Invitation
from meetings.rules.asking import Answer
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.rules.facts import AgreedMeeting, Facts, OpenFollowUp, SentInvitation
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep


def with_what_is_next(people: ContactQuerySet) -> ContactQuerySet:
    """Each with their first open follow-up, their latest invitation, and whether something shared was found."""
    return people.annotate(**_what_is_next())


@cache
def _what_is_next() -> dict[str, Any]:
    """Written once a process, which costs more than to ask them."""
    follow_up = FollowUp.objects.open().filter(contact=OuterRef("pk")).order_by("due_on", "id")
    invitation = Invitation.objects.filter(contact=OuterRef("pk")).order_by("-sent_on", "-id")
    # Not EXISTS: in a list PostgreSQL would answer it by reading the table of everybody's once.
    found = CommonGround.objects.found().filter(contact=OuterRef("pk"))
    found_first = {
        "next_text": Subquery(follow_up.values("text")[:1]),
        "next_kind": Subquery(follow_up.values("kind")[:1]),
        "asked_on": Subquery(invitation.values("sent_on")[:1]),
        "answer": Subquery(invitation.values("answer")[:1]),
        "reminded_on": Subquery(invitation.values("reminded_on")[:1]),
        "answered_on": Subquery(invitation.values("answered_on")[:1]),
        "shares": Subquery(found.values("pk")[:1]),
    }
    return {name: Written.of_each(Contact.objects.all(), column) for name, column in found_first.items()}


class Listed(Protocol):
    """What `with_what_is_next` adds to a contact, beside what the contact carries."""

    next_due_on: date | None
    next_meeting_on: date | None
    held_count: int
    next_text: str | None
    next_kind: str | None
    asked_on: date | None
    answer: str | None
    reminded_on: date | None
    answered_on: date | None
    shares: int | None


def step_of(contact: Contact, today: date) -> NextStep:
    """The next step of a contact read with `with_what_is_next`: the first of their follow-ups, the next meeting."""
    row = cast(Listed, contact)
    meeting = AgreedMeeting(meeting_id=0, day=contact.next_meeting_on) if contact.next_meeting_on else None
    is_over = meeting is not None and meeting.day < today
    facts = Facts(
        name=contact.short_name,
        in_network=contact.in_network,
        is_away=contact.left_for_now(today),
        to_log=meeting if is_over else None,
        planned=None if is_over else meeting,
        follow_ups=_follow_ups(row),
        invitation=_invitation(row),
        shares_something=row.shares is not None,
        known_from_before=contact.known_from_before is not None,
        times_met=contact.held_count,
        last_met=contact.last_spoke_on,
        gave_something=contact.use_on is not None,
    )
    return next_step(facts, today)


def shares_something(contact: Contact) -> bool:
    """R2 (a): common ground found, or known from before."""
    return cast(Listed, contact).shares is not None or contact.known_from_before is not None


def _invitation(row: Listed) -> SentInvitation | None:
    """The latest invitation, unless a meeting came of it."""
    if not row.asked_on or not row.answer or (row.answer == Answer.YES and (row.held_count or row.next_meeting_on)):
        return None
    return SentInvitation(
        invitation_id=0,
        sent_on=row.asked_on,
        reminded_on=row.reminded_on,
        answer=Answer(row.answer),
        answered_on=row.answered_on,
    )


def _follow_ups(row: Listed) -> tuple[OpenFollowUp, ...]:
    if not (row.next_text and row.next_kind and row.next_due_on):
        return ()
    kind = FollowUpKind(row.next_kind)
    return (OpenFollowUp(follow_up_id=0, kind=kind, what=row.next_text, due=row.next_due_on),)
