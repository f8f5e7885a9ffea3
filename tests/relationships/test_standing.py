"""Law 3: what is stored on the contact is what follows from the evidence, whatever happened."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from contacts.writes.people import index_contacts
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.touch import Direction
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from relationships.reads.history import history_of
from relationships.rules.standing import standing_of
from relationships.writes import asking, follow_ups, inviting, leaving, people, planning
from relationships.writes.standing import out_of_step, refresh, stored
from tests import factories

START = date(2026, 9, 21)

Step = Callable[[Contact, date], object]


def known_before(contact: Contact, day: date) -> None:
    contact.known_from_before = day - timedelta(days=400)
    contact.save()
    refresh([contact.pk])


def back_to_address_book(contact: Contact, day: date) -> None:
    Contact.objects.filter(pk=contact.pk).update(joined_on=None, joined_because="")
    refresh([contact.pk])


def invite(contact: Contact, day: date) -> None:
    if not Invitation.objects.waiting().filter(contact=contact).exists():
        asking.invite(contact, sent_on=day, today=day)


def answered(what: Answer) -> Step:
    def step(contact: Contact, day: date) -> None:
        for invitation in Invitation.objects.filter(contact=contact)[:1]:
            inviting.answer(invitation, what, today=day, later_on=day + timedelta(days=9))

    return step


def meeting_ends(end: Callable[[Meeting], None]) -> Step:
    def step(contact: Contact, day: date) -> None:
        for meeting in Meeting.objects.planned().filter(contact=contact)[:1]:
            end(meeting)

    return step


def evidence_goes(contact: Contact, day: date) -> None:
    for item in ObtainedItem.objects.filter(contact=contact)[:1]:
        item.delete()
    for ground in contact.common_ground.all()[:1]:
        ground.delete()
    refresh([contact.pk])


def follow_up_done(contact: Contact, day: date) -> None:
    follow_ups.done(FollowUp.objects.open().filter(contact=contact)[:1], day)


def leave_and_return(contact: Contact, day: date) -> None:
    leaving.leave(contact, LeftBecause.NO_ANSWER, today=day)
    leaving.come_back(contact)


STEPS: dict[str, Step] = {
    "invite": invite,
    "yes": answered(Answer.YES),
    "later": answered(Answer.LATER),
    "no": answered(Answer.NO),
    "plan": lambda contact, day: planning.plan(
        contact, today=day, day=day + timedelta(days=5), purpose_kind="acquaint"
    ),
    "held": lambda contact, day: factories.make_meeting(contact, day=day),
    "cancelled": meeting_ends(planning.cancel),
    "no-show": meeting_ends(planning.no_show),
    "shared": lambda contact, day: people.share(contact, "Both row", day),
    "hint": lambda contact, day: people.share(contact, "May row too", None),
    "known before": known_before,
    "wrote to me": lambda contact, day: planning.touch(contact, today=day, day=day, direction=Direction.RECEIVED.value),
    "I wrote": lambda contact, day: planning.touch(contact, today=day, day=day, direction=Direction.SENT.value),
    "gave": lambda contact, day: factories.make_item(contact, day=day),
    "thank": lambda contact, day: follow_ups.add_follow_up(contact, FollowUpKind.THANK_YOU, "Thank", day, today=day),
    "done": follow_up_done,
    "evidence goes": evidence_goes,
    "leave and return": leave_and_return,
    "leave": lambda contact, day: leaving.leave(contact, LeftBecause.NOT_RIGHT, today=day),
    "address book": back_to_address_book,
}

histories = st.permutations(sorted(STEPS)).flatmap(
    lambda names: st.tuples(*(st.tuples(st.just(name), st.integers(0, 60)) for name in names[:14]))
)


def play(contact: Contact, name: str, day: date) -> None:
    STEPS[name](contact, day)
    contact.refresh_from_db()
    assert stored(contact) == standing_of(history_of(contact)), name
    assert not set(out_of_step()), name
    assert {word.in_network for word in contact.search_words.all()} <= {contact.in_network}, name


TURNING_POINTS = {
    "shared, plan": "obtain",
    "plan, shared": "obtain",
    "shared, plan, no-show": "initiate",
    "shared, plan, cancelled": "obtain",
    "shared, held": "obtain",
    "hint, plan": "initiate",
    "shared, invite": "initiate",
    "shared, invite, yes": "obtain",
    "shared, invite, yes, no": "initiate",
    "shared, invite, later": "initiate",
    "shared, wrote to me": "initiate",
    "known before, wrote to me": "obtain",
    "known before, I wrote": "initiate",
    "known before, plan": "obtain",
    "gave": "initiate",
    "gave, plan": "initiate",
    "gave, plan, shared": "use",
    "shared, plan, gave, evidence goes": "initiate",
    "shared, plan, gave, address book": "",
    "shared, plan, gave, leave": "use",
    "thank, done": "initiate",
}


@pytest.mark.parametrize("history", TURNING_POINTS)
def test_a_phase_is_earned_by_evidence(campaign: Campaign, history: str) -> None:
    contact = factories.make_contact(campaign)

    for days, name in enumerate(history.split(", ")):
        play(contact, name, START + timedelta(days=days))

    assert contact.phase == TURNING_POINTS[history]


@pytest.mark.django_db
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories)
def test_what_is_stored_is_what_follows(campaign: Campaign, history: tuple[tuple[str, int], ...]) -> None:
    contact = factories.make_contact(campaign, joined_on=None)
    index_contacts([contact])

    for name, days in history:
        play(contact, name, START + timedelta(days=days))
