"""How many there are: counted while they can be read off at a glance, and "10,000+" beyond."""

import pytest

from campaigns.models import Campaign
from contacts.reads.people import MOST_COUNTED, HowMany, how_many
from pages.people.views.people import figure, people_words
from tests.conftest import TODAY
from tests.factories import make_contact


def test_who_is_left_is_taken_off_what_was_counted_and_not_off_what_was_not() -> None:
    counted = HowMany(network=500, book=9_000, network_left=20, left=50)
    not_counted = HowMany(network=MOST_COUNTED + 1, book=MOST_COUNTED + 1, network_left=20, left=50)

    assert (counted.network_here, counted.book_here) == (480, 8_970)
    assert {figure(many) for many in (not_counted.network_here, not_counted.book_here)} == {"10,000+"}


@pytest.mark.parametrize(("book", "words"), [(1, "1 person"), (4, "4 people"), (5, "5 people"), (6, "5+ people")])
def test_beyond_the_most_nobody_is_counted(
    book: int, words: str, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contacts.reads.people.MOST_COUNTED", 5)
    monkeypatch.setattr("pages.people.views.people.MOST_COUNTED", 5)
    for number in range(book):
        make_contact(campaign, f"Zoya {number}", joined_on=None)

    found = how_many(campaign, TODAY, chosen=campaign.contacts.all())

    assert people_words(found.book) == words
    assert (found.network, found.chosen) == (0, book)
