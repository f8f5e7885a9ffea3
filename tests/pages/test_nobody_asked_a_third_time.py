"""R10, R17, R21: who said no, is silent, put off, promised or agreed is not asked on any day that follows."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from campaigns.rules.business_days import add_business_days, days_off
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.writes.people import index_contacts
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.reads.history import next_steps
from relationships.rules.history import History
from relationships.writes import inviting
from tests import factories
from tests.factories import at
from tests.pages import screens
from tests.pages.one_truth import differences
from tests.relationships.histories import BEGAN, HOLIDAYS, moment
from tests.relationships.writing import set_days_off
from today.writes.not_now import not_now

pytestmark = pytest.mark.of_the_pages

MONDAY: Final = date(2026, 12, 7)
FRIDAY: Final = date(2026, 12, 4)
FIVE_BEFORE: Final = date(2026, 11, 30)
TEN_BEFORE: Final = date(2026, 11, 23)
FIFTEEN_BEFORE: Final = date(2026, 11, 16)
DAYS: Final = (MONDAY, MONDAY + timedelta(days=1), add_business_days(MONDAY, 5), add_business_days(MONDAY, 10))
OFF: Final = (HOLIDAYS[0], date(2026, 12, 28), HOLIDAYS[1])
AFTERWARDS: Final = date(2027, 1, 4)
RESTS: Final = "Your days off last until"


def asked(contact: Contact, sent_on: date, answer: Answer = Answer.WAITING, reminded_on: date | None = None) -> None:
    """Asked on this day; answered, if at all, on Monday."""
    answered_on = None if answer is Answer.WAITING else MONDAY
    factories.make_invitation(contact, sent_on=sent_on, answer=answer, answered_on=answered_on, reminded_on=reminded_on)


def said_no(contact: Contact) -> None:
    asked(contact, FRIDAY, Answer.NO)


def is_silent(contact: Contact) -> None:
    asked(contact, FIVE_BEFORE)


def is_silent_after_the_reminder(contact: Contact) -> None:
    asked(contact, TEN_BEFORE, reminded_on=FIVE_BEFORE)


def did_not_answer_twice(contact: Contact) -> None:
    asked(contact, FIFTEEN_BEFORE, Answer.NO_ANSWER, reminded_on=TEN_BEFORE)


def said_later(contact: Contact) -> None:
    asked(contact, FRIDAY)
    inviting.answer(contact.invitations.get(), Answer.LATER, today=MONDAY, later_on=date(2027, 1, 11))


def is_put_off(contact: Contact) -> None:
    not_now(contact, MONDAY)


def is_to_be_introduced(contact: Contact) -> None:
    factories.make_item(
        factories.make_contact(contact.campaign, "Desmond Achterby"), "", kind="referral", referred=contact, day=FRIDAY
    )
    factories.refreshed(contact)


def said_yes(contact: Contact) -> None:
    asked(contact, FRIDAY, Answer.YES)


def was_cancelled(contact: Contact) -> None:
    said_yes(contact)
    factories.make_meeting(contact, status=Status.CANCELLED, day=date(2026, 12, 9), planned_on=MONDAY)


def did_not_come(contact: Contact) -> None:
    said_yes(contact)
    factories.make_meeting(contact, status=Status.NO_SHOW, day=MONDAY, planned_on=FRIDAY)


def is_met_and_owed(contact: Contact) -> None:
    factories.make_meeting(contact, status=Status.PLANNED, day=MONDAY, starts_at=at(MONDAY, 15))
    factories.make_follow_up(contact, "Bring the summary", kind=FollowUpKind.PROMISE, due_on=MONDAY)


ANOTHER_DAY: Final = "Ada said yes. Agree on another day."
CASES: Final = (
    (said_no, ["Ada said no"] * 4, RESTS, "Ada said no"),
    (is_silent, ["One short reminder to Ada."] * 4, "It is their turn. You asked", "One short reminder to Ada."),
    (is_silent_after_the_reminder, ["Leave Ada for now?"] * 4, "It is their turn.", "Leave Ada for now?"),
    (did_not_answer_twice, ["Ada did not answer twice. Free again in June"] * 4, RESTS, "Ada did not answer twice."),
    (said_later, ["Ask Ada again"] * 4, "Ask Ada again", "Ask Ada again"),
    (is_put_off, ["Not now. Free again"] * 4, RESTS, "Ask Ada for 20 minutes."),
    (is_to_be_introduced, ["Desmond wants to introduce you."] * 4, RESTS, "Desmond wants to introduce you."),
    (said_yes, ["Ada said yes. Agree on a day."] * 4, f"Ada said yes. {RESTS}", "Ada said yes. Agree on a day."),
    (was_cancelled, [ANOTHER_DAY] * 4, f"Ada said yes. {RESTS}", ANOTHER_DAY),
    (did_not_come, [ANOTHER_DAY] * 4, f"Ada said yes. {RESTS}", ANOTHER_DAY),
    (is_met_and_owed, ["Meet Ada today at 15:00.", *["How did it go"] * 3], "How did it go", "How did it go"),
)


@pytest.fixture
def campaign(alice: User) -> Iterator[Campaign]:
    """From Christmas to the second of January are days off; on Monday, at noon."""
    made = factories.make_campaign(owner=alice, started_on=BEGAN)
    set_days_off(made, History(contact_id=0, called="", days_off=days_off([HOLIDAYS])))
    with time_machine.travel(moment(MONDAY).now, tick=False):
        yield made


def test_nobody_is_asked_a_third_time(alice: User, campaign: Campaign, sign_in: Callable[[User], Client]) -> None:
    """All are known from before: there would be a reason to ask each of them."""
    known, expected = {}, {}
    for letter, (case, working, off, afterwards) in zip("ABCDEFGHIJK", CASES, strict=True):
        name = f"Ada {letter}quill"
        ada = factories.make_contact(campaign, name, joined_on=BEGAN, known_as=KnownAs.KNOWN)
        case(ada)
        known[ada.pk] = case
        expected[ada.pk] = dict(zip((*DAYS, *OFF, AFTERWARDS), (*working, off, off, off, afterwards), strict=True))
    people = list(Contact.objects.filter(pk__in=known))
    index_contacts(people)

    for day in (*DAYS, *OFF, AFTERWARDS):
        now = moment(day)
        with time_machine.travel(now.now, tick=False):
            client = sign_in(alice)
            unlike = differences(client, people, campaign, now)  # page, list, board, search, follow-ups, Today
            listed, proposed = screens.on_today(client), screens.proposed(client)
            steps = next_steps(campaign, known, now)
        assert not unlike, f"{day}: {unlike}"
        to_ask = {row.person for row in listed if row.heading == "Somebody to ask"}.union(proposed).intersection(known)
        may_be_asked = {pk for pk, case in known.items() if case is is_put_off and day == AFTERWARDS}
        assert to_ask <= may_be_asked, day
        assert {pk for pk in known if steps[pk].kind.is_asking} == may_be_asked, day
        for pk, case in known.items():
            assert steps[pk].words.startswith(expected[pk][day]), (day, case.__name__, steps[pk])
        at_the_meeting = [row.owed for row in listed if known.get(row.person) is is_met_and_owed]
        assert at_the_meeting == [("Bring the summary",)], day
