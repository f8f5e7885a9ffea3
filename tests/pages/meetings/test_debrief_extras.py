"""R6: what was left empty in the folds is offered once more next morning, and goes by itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.models import Campaign
from meetings.models import Meeting
from meetings.rules.meeting import Status
from tests import factories

LOGGED = factories.DAY
FULL = {"ask_next_time": "Did it help?", "knows_about": "Cranes"}


def offered(day: date = LOGGED + timedelta(days=1)) -> bool:
    return Meeting.objects.extras_to_offer(day).count() == 1


@pytest.mark.parametrize(("days", "is_offered"), [(0, False), (1, True), (3, True), (4, False)])
def test_it_is_offered_from_next_morning_for_three_days(campaign: Campaign, days: int, is_offered: bool) -> None:
    factories.make_meeting(factories.make_contact(campaign))

    assert offered(LOGGED + timedelta(days=days)) is is_offered


@pytest.mark.parametrize(
    ("contact", "stories", "told", "is_offered"),
    [
        (FULL, 0, 0, False),
        (FULL, 2, 0, True),
        (FULL, 2, 2, False),
        ({**FULL, "knows_about": ""}, 2, 2, True),
        ({**FULL, "ask_next_time": ""}, 0, 0, True),
    ],
)
def test_it_is_offered_while_a_fold_is_empty(
    campaign: Campaign, contact: dict[str, Any], stories: int, told: int, is_offered: bool
) -> None:
    meeting = factories.make_meeting(factories.make_contact(campaign, **contact))
    for number in range(stories):
        story = factories.make_story(campaign, f"Story {number}")
        if number < told:
            factories.make_telling(meeting.contact, story, meeting=meeting)

    assert offered() is is_offered


def test_only_a_held_meeting_has_something_to_finish(campaign: Campaign) -> None:
    factories.make_meeting(factories.make_contact(campaign), status=Status.PLANNED)

    assert not offered()
