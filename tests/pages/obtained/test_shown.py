"""Whose advice changed what the user says may be asked to see it (R8)."""

from django.test import Client

from campaigns.models import Campaign
from contacts.rules.leaving import LeftBecause
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, UsedAs
from outcomes.rules.ledger import Part
from relationships.reads.ledger import counts_of
from relationships.writes.leaving import leave
from relationships.writes.using import put_to_use
from tests import factories
from tests.event_factories import make_question


def test_who_knows_of_a_revised_resume_is_asked_to_look_at_it(client: Client, campaign: Campaign) -> None:
    giver = factories.make_contact(campaign, "Graham Estevane")
    item = factories.make_item(giver, used_as=UsedAs.RESUME, used_on=factories.DAY)
    factories.make_follow_up(giver, kind=FollowUpKind.TELL, item=item, status="done", closed_on=factories.DAY)
    ask = f"/people/{giver.pk}/invite/?purpose_kind=changed"

    assert f'href="{ask}"' in client.get("/obtained/").content.decode()
    form = client.get(ask).context["form"]
    assert form["purpose_kind"].value() == "changed"


def test_who_was_left_before_they_were_told_does_not_know(client: Client, campaign: Campaign) -> None:
    giver = factories.make_contact(campaign, "Graham Estevane")
    item = factories.make_item(giver)
    put_to_use(item, UsedAs.RESUME, today=factories.DAY)
    leave(giver, LeftBecause.NOT_INTERESTED, today=factories.DAY)

    counts = counts_of(campaign, factories.DAY)
    assert (counts[Part.NOT_TOLD], counts[Part.TOLD]) == (1, 0)


def test_information_that_waits_for_an_answer_says_so_and_is_not_asked_for(client: Client, campaign: Campaign) -> None:
    ann, question = factories.make_contact(campaign, "Ann"), make_question(campaign, "Who decides?")
    factories.make_item(ann, "The owner decides", kind=ItemKind.INFORMATION, question=question)
    factories.make_item(ann, "The board meets in May", kind=ItemKind.INFORMATION)
    factories.refreshed(ann)

    assert "Filed under “Who decides?”" in client.get("/obtained/").content.decode()
    today = client.get("/").content.decode()
    assert ["The owner decides" in today, "The board meets in May" in today] == [False, True]
