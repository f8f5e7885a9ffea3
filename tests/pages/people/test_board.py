"""The board: by phase, with what is missing, bounded."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from tests import factories
from tests.conftest import TODAY


def test_each_stands_in_the_lane_of_their_phase_with_what_is_missing(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Tove Marrick", known_from_before=TODAY)
    met = factories.make_contact(campaign, "Samir Oakhurst", known_from_before=TODAY)
    factories.make_meeting(met, day=TODAY - timedelta(days=30))
    gave = factories.make_contact(campaign, "Graham Estevane", known_from_before=TODAY)
    factories.make_meeting(gave)
    factories.make_item(gave)
    factories.make_contact(campaign, "Wim Gone", left_on=TODAY, left_because="not_right")
    factories.make_contact(campaign, "Alma Book", joined_on=None)

    lanes = client.get("/people/board/").context["lanes"]

    assert [[card.contact.name for card in lane.cards] for lane in lanes] == [
        ["Tove Marrick"],
        ["Samir Oakhurst"],
        ["Graham Estevane"],
    ]
    assert [lane.number for lane in lanes] == [1, 1, 1]
    assert [lane.cards[0].missing for lane in lanes] == ["", "", ""]
    assert lanes[0].cards[0].words == "Ask Tove for 20 minutes."
    assert lanes[1].cards[0].words == "Ask Samir for advice or a suggestion."


def test_a_card_says_what_is_missing_where_the_step_does_not(client: Client, campaign: Campaign) -> None:
    shares_nothing = factories.make_contact(campaign, "Ilse Okonmar")
    factories.make_follow_up(shares_nothing)
    met = factories.make_contact(campaign, "Priya Castellane", known_from_before=TODAY)
    factories.make_meeting(met)
    factories.make_follow_up(met)

    initiate, obtain, _ = client.get("/people/board/").context["lanes"]

    assert initiate.cards[0].missing == "what you share"
    assert obtain.cards[0].missing == "something they gave you"


def test_a_lane_is_bounded_and_leads_to_the_list(client: Client, campaign: Campaign) -> None:
    for number in range(53):
        factories.make_contact(campaign, f"Ann {number}")

    answer = client.get("/people/board/")

    lane = answer.context["lanes"][0]
    assert (len(lane.cards), lane.number, lane.more) == (20, 53, 33)
    assert "All 53 in the list" in answer.content.decode()


def test_the_board_asks_the_database_equally_often(client: Client, campaign: Campaign) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/people/board/")
        return len(captured)

    factories.make_follow_up(factories.make_contact(campaign))
    client.get("/people/board/")
    one = count()
    for _ in range(19):
        factories.make_follow_up(factories.make_contact(campaign))
    assert count() == one
