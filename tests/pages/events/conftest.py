"""The day of these tests, and the event on the Friday before."""

from collections.abc import Iterator

import pytest
import time_machine

from campaigns.models import Campaign
from meetings.models import Event
from tests import event_factories
from tests.pages.events.grid import FRIDAY


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


@pytest.fixture
def fair(campaign: Campaign) -> Event:
    return event_factories.make_event(campaign, "Trade fair, Aldermoor Hall", day=FRIDAY)
