"""How many there are, in the network, in the address book, and of both without those left for now."""

import pytest

from campaigns.models import Campaign
from contacts.reads.people import HowMany, how_many
from pages.people.views.people import people_words
from tests.conftest import TODAY
from tests.factories import make_contact


def test_who_is_left_is_taken_off_what_was_counted() -> None:
    counted = HowMany(everybody=9_500, network=500, network_left=20, left=50)

    assert (counted.network_here, counted.book_here, counted.book) == (480, 8_970, 9_000)


def test_everybody_is_counted_where_they_stand(campaign: Campaign, other_campaign: Campaign) -> None:
    make_contact(campaign)
    make_contact(campaign, left_on=TODAY, left_because="not_right")
    for _ in range(3):
        make_contact(campaign, joined_on=None)
    make_contact(other_campaign)

    found = how_many(campaign, TODAY, chosen=campaign.contacts.in_address_book())

    assert found == HowMany(everybody=5, network=2, network_left=1, left=1, chosen=3)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (1402, "1,402 people")]
)
def test_a_number_of_people_in_words(number: int, words: str) -> None:
    assert people_words(number) == words
