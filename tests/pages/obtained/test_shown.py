"""Whose advice changed what the user says may be asked to see it (R8)."""

from django.test import Client

from campaigns.models import Campaign
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import UsedAs
from tests import factories


def test_who_knows_of_a_revised_resume_is_asked_to_look_at_it(client: Client, campaign: Campaign) -> None:
    giver = factories.make_contact(campaign, "Graham Estevane")
    item = factories.make_item(giver, used_as=UsedAs.RESUME, used_on=factories.DAY)
    factories.make_follow_up(giver, kind=FollowUpKind.TELL, item=item, status="done", closed_on=factories.DAY)
    ask = f"/people/{giver.pk}/invite/?purpose_kind=changed"

    assert f'href="{ask}"' in client.get("/obtained/").content.decode()
    form = client.get(ask).context["form"]
    assert form["purpose_kind"].value() == "changed"
