"""R21: forty people with anything that can be between two people; every screen says the same next step of each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from campaigns.rules.business_days import add_business_days, days_off
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from relationships.rules.history import History
from tests import factories
from tests.pages.one_truth import differences
from tests.relationships.histories import BEGAN, HOLIDAYS, TODAY, moment, random_history
from tests.relationships.test_written_histories import storable
from tests.relationships.writing import set_days_off, write_history

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
    set_days_off(campaign, replace(histories[0], days_off=OFF))
    with time_machine.travel(factories.at(TODAY, 6), tick=False):
        people = [write_history(campaign, one, f"Ada{seed:02} Quill") for seed, one in enumerate(histories)]

    for day in DAYS:
        now = moment(day)
        with time_machine.travel(now.now, tick=False):
            unlike = differences(sign_in(alice), people, campaign, now)
        assert not unlike, f"{day}: {unlike}"
