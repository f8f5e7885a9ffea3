"""What may be done about somebody in a day, one act each: the random test of the open rows takes one of them."""

from collections.abc import Callable
from datetime import timedelta

from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.models import OpenedMessage
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.writes import asking, follow_ups, inviting, opened
from relationships.writes.leaving import come_back, leave
from tests import factories
from tests.relationships.histories import TODAY
from today.writes.not_now import not_now

A_DAY = timedelta(days=1)


def nothing(contact: Contact) -> None:
    """Nobody does anything."""


def done(contact: Contact) -> None:
    follow_ups.done(contact.follow_ups.open()[:1], TODAY)


def put_off(contact: Contact) -> None:
    follow_ups.put_off(contact.follow_ups.open()[:1], TODAY + A_DAY)


def not_yet(contact: Contact) -> None:
    for message in OpenedMessage.objects.filter(contact=contact):
        opened.not_yet(message, TODAY)


def drop_all(contact: Contact) -> None:
    follow_ups.drop(contact.follow_ups.open(), TODAY)


def promise(contact: Contact) -> None:
    follow_ups.add_follow_up(contact, FollowUpKind.PROMISE, "Send it", TODAY, today=TODAY)


def remind(contact: Contact) -> None:
    for one in contact.invitations.waiting():
        inviting.remind(one, TODAY)


def answered(what: Answer) -> Callable[[Contact], None]:
    def answer(contact: Contact) -> None:
        for one in contact.invitations.waiting():
            inviting.answer(one, what, today=TODAY, later_on=TODAY + A_DAY)

    return answer


def ask(contact: Contact) -> None:
    if contact.joined_on and not contact.invitations.waiting().exists():
        asking.invite(contact, sent_on=TODAY, today=TODAY)


def plan(days: int) -> Callable[[Contact], None]:
    def planned(contact: Contact) -> None:
        factories.make_meeting(contact, status=Status.PLANNED, day=TODAY + timedelta(days=days), planned_on=TODAY)

    return planned


def talk(contact: Contact) -> None:
    factories.make_meeting(contact, day=TODAY)


def write(contact: Contact) -> None:
    factories.make_touch(contact, day=TODAY)


def leave_and_return(contact: Contact) -> None:
    leave(contact, LeftBecause.NOT_RIGHT, today=TODAY)
    come_back(contact)


def leave_for_now(contact: Contact) -> None:
    leave(contact, LeftBecause.NOT_RIGHT, today=TODAY)


def keep_away(contact: Contact) -> None:
    not_now(contact, TODAY)


ACTS = [
    nothing, done, put_off, drop_all, promise, remind, answered(Answer.YES), answered(Answer.NO),
    answered(Answer.LATER), ask, plan(0), plan(1), plan(9), talk, write, not_yet, leave_and_return,
    leave_for_now, keep_away,
]  # fmt: skip
