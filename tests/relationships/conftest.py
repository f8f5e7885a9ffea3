"""Desmond, who has promised to introduce Oriel."""

import pytest

from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.models import ObtainedItem
from relationships.rules.debrief import Debrief
from relationships.writes.debrief import log_new
from tests import factories
from tests.relationships.referrals import MONDAY, NAMES


@pytest.fixture
def desmond(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Desmond Achterby")


@pytest.fixture
def item(desmond: Contact) -> ObtainedItem:
    """Desmond has promised to introduce Oriel."""
    log_new(desmond, Debrief(day=MONDAY, given=(NAMES,)), today=MONDAY)
    return ObtainedItem.objects.get()
