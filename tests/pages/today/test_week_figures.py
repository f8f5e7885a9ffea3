"""The figures of a week as a person says them: no "8 of 3", no "0 of 0", no capital inside a sentence."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from meetings.rules.asking import Answer
from relationships.writes import asking, introductions, inviting
from tests import factories


@pytest.mark.parametrize(("sent", "wanted", "said", "not_said"), [(8, 3, ">8<", "8 of 3"), (0, 0, ">0<", "0 of 0")])
def test_more_than_wanted_is_a_number_alone(
    client: Client, alice: User, campaign: Campaign, sent: int, wanted: int, said: str, not_said: str
) -> None:
    campaign.weekly_invitations = wanted
    campaign.save()
    factories.make_contact(campaign)
    for _ in range(sent):
        factories.make_invitation(factories.make_contact(campaign), sent_on=alice.today())
    text = client.get("/").content.decode()

    assert not_said not in text
    assert f"<b{said}/b>" in text


def test_what_was_done_today_goes_on_after_its_colon(client: Client, alice: User, campaign: Campaign) -> None:
    today = alice.today()
    factories.make_invitation(factories.make_contact(campaign), sent_on=today)
    factories.make_follow_up(factories.make_contact(campaign), "Send the list", due_on=today - timedelta(days=1))

    assert "Done today: one asked<" in client.get("/").content.decode()


def test_what_closed_something_else_along_is_told_once(client: Client, alice: User, campaign: Campaign) -> None:
    """Who introduced is said so, and who was asked anew is no second thing done."""
    today = alice.today()
    earlier = today - timedelta(days=3)
    referral = factories.make_referral(factories.make_contact(campaign, "Abe Giver"), "Xen Target")
    tove = factories.make_contact(campaign, "Tove Marrick")
    former = factories.make_invitation(tove, sent_on=earlier)
    inviting.answer(former, Answer.LATER, today=earlier, later_on=today)

    introductions.introduced(referral, today)
    asking.invite(tove, sent_on=today, today=today)

    page = client.get("/").content.decode()
    assert "ne asked, Abe introduced you to Xen" in page
    assert "Ask Tove again" not in page
