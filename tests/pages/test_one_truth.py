"""R21: forty people with anything that can be between two people; every screen says the same next step of each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from random import Random
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from campaigns.rules.business_days import add_business_days, days_off
from contacts.models import Contact
from contacts.writes.people import index_contacts
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.rules.history import History, Moment
from relationships.rules.steps import NextStep
from tests import factories
from tests.pages.one_truth import differences
from tests.relationships.histories import BEGAN, HOLIDAYS, TODAY, moment, random_history
from tests.relationships.test_written_histories import storable
from tests.relationships.writing import set_days_off, write_history
from today.rules.next_people import Proposal

pytestmark = pytest.mark.of_the_pages

OFF = days_off([HOLIDAYS])
DAYS = (
    TODAY,
    TODAY + timedelta(days=1),
    add_business_days(TODAY, 5, OFF),
    date(2026, 12, 28),
    add_business_days(TODAY, 10, OFF),
)
SEEDS = range(40)


def as_the_pages_leave_it(history: History) -> History:
    """Leaving closes what is open, and who has evidence is no longer in the address book (R1, R15)."""
    history = storable(history)
    if history.left_on:
        history = replace(
            history,
            follow_ups=(),
            meetings=tuple(one for one in history.meetings if one.status is not Status.PLANNED),
            invitations=tuple(one for one in history.invitations if one.answer is not Answer.WAITING),
        )
    if history.in_network:
        return history
    return replace(history, meetings=(), invitations=(), touches=(), follow_ups=(), given=(), named_by=())


@pytest.fixture
def campaign(alice: User) -> Campaign:
    return factories.make_campaign(owner=alice, started_on=BEGAN)


def test_every_screen_says_the_same_of_forty_people(
    alice: User, campaign: Campaign, sign_in: Callable[[User], Client]
) -> None:
    histories = [as_the_pages_leave_it(random_history(Random(seed))) for seed in SEEDS]
    set_days_off(campaign, History(contact_id=0, called="", days_off=OFF))
    with time_machine.travel(factories.at(TODAY, 6), tick=False):
        people = [write_history(campaign, one, f"Ada{seed:02} Quill") for seed, one in enumerate(histories)]

    for day in DAYS:
        now = moment(day)
        with time_machine.travel(now.now, tick=False):
            unlike = differences(sign_in(alice), people, campaign, now)
        assert not unlike, f"{day}: {unlike}"


def something_else(step: NextStep) -> NextStep:
    return replace(step, words="Something else.", about=0)


def one_says_something_else(rule: Callable[[History, Moment], NextStep], person: int) -> Callable[..., NextStep]:
    def says(history: History, now: Moment) -> NextStep:
        step = rule(history, now)
        return something_else(step) if history.contact_id == person else step

    return says


def many_say_something_else(
    rule: Callable[..., dict[int, NextStep]], person: int
) -> Callable[..., dict[int, NextStep]]:
    def say(*about: object) -> dict[int, NextStep]:
        return {pk: something_else(step) if pk == person else step for pk, step in rule(*about).items()}

    return say


def one_more(number: Callable[..., int], person: int) -> Callable[..., int]:
    return lambda campaign, today: number(campaign, today) + 1


def without(ids: Callable[..., set[int]], person: int) -> Callable[..., set[int]]:
    return lambda campaign, today: ids(campaign, today) - {person}


def proposed_too(proposals: Callable[..., Any], person: int) -> Callable[..., Any]:
    one = Proposal(
        contact_id=person, name="Wren", called="Wren", phase="", reasons=("",), in_network=True, is_dormant=False
    )
    return lambda *about, cups: ([one], [])


@pytest.mark.parametrize(
    ("reader", "plant", "seen"),
    [
        ("pages.people.views.next_panel.next_step", one_says_something_else, {"person"}),
        ("pages.search.views.next_steps", many_say_something_else, {"search"}),
        ("pages.people.views.rows.next_steps_of", many_say_something_else, {"list"}),
        ("pages.people.views.board.next_step", one_says_something_else, {"board"}),
        ("pages.follow_ups.views.follow_ups.next_steps", many_say_something_else, {"follow-ups"}),
        ("today.reads.day.next_step", one_says_something_else, {"today"}),
        ("pages.today.review.proposals", proposed_too, {"today"}),
        ("pages.today.review.ids_to_do", without, {"today", "number"}),
        ("pages.templatetags.frame.number_of_today", one_more, {"number"}),
    ],
)
def test_a_difference_in_any_one_screen_is_seen(
    alice: User,
    campaign: Campaign,
    sign_in: Callable[[User], Client],
    monkeypatch: pytest.MonkeyPatch,
    reader: str,
    plant: Callable[[Any, int], Any],
    seen: set[str],
) -> None:
    now = moment(TODAY)
    with time_machine.travel(now.now, tick=False):
        wren = factories.make_contact(campaign, "Wren Hale")
        factories.make_follow_up(wren, kind=FollowUpKind.PROMISE, due_on=TODAY)
        factories.make_follow_up(factories.make_contact(campaign, "Noor Halvane"), "Ring Noor", due_on=TODAY)
        client, people = sign_in(alice), list(Contact.objects.all())
        index_contacts(people)
        assert differences(client, people, campaign, now) == []

        module, _, name = reader.rpartition(".")
        monkeypatch.setattr(reader, plant(getattr(import_module(module), name), wren.pk))

        assert {screen for screen, _ in differences(client, people, campaign, now)} == seen
