"""The people that the pages of meetings are tried with, and their day."""

from collections.abc import Iterator

import pytest
import time_machine

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_contacts
from tests import factories


@pytest.fixture
def monday() -> Iterator[None]:
    """Nine o'clock on the day of the factories."""
    with time_machine.travel(factories.at(factories.DAY, 9), tick=False):
        yield


@pytest.fixture
def tove(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Tove Marrick", joined_on=None, company="Quayside Roasters")


@pytest.fixture
def corwin(campaign: Campaign) -> Contact:
    contact = factories.make_contact(
        campaign, "Corwin Stroud", company="Fenwick Freight", knows_about="freight rates, winter contracts, depots"
    )
    index_contacts([contact])
    return contact


@pytest.fixture
def desmond(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Desmond Achterby")
