"""The list of people: filtered, sorted, paged, and only the user's own."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, Tag
from contacts.writes.people import index_companies, index_contacts, tag_named
from tests import factories
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


def names(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"/people/{query}", follow=True)
    assert answer.status_code == 200
    return [row.contact.name for row in answer.context["rows"]]


def indexed(contact: Contact) -> Contact:
    index_contacts([contact])
    if contact.company:
        index_companies([contact.company])
    return contact


def test_the_network_is_preset_and_who_is_left_stays_out(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane")
    factories.make_contact(campaign, "Alma Brightwater", joined_on=None)
    factories.make_contact(campaign, "Wim Gone", left_on=TODAY, left_because="not_right")

    assert names(client) == ["Priya Castellane"]
    assert names(client, "?where=book") == ["Alma Brightwater"]
    assert names(client, "?where=left") == ["Wim Gone"]
    assert names(client, "?where=all") == ["Alma Brightwater", "Priya Castellane", "Wim Gone"]


def test_each_filter_finds_its_people(client: Client, campaign: Campaign) -> None:
    company = factories.make_company(campaign, is_target=True)
    giver = factories.make_contact(campaign, "Thandi Wexcombe")
    found = factories.make_contact(campaign, "Oriel Hathersey", company=company, starred=True, introduced_by=giver)
    found.tags.add(tag := tag_named(campaign, "food"))
    factories.make_follow_up(found, due_on=TODAY - timedelta(days=3))
    factories.make_touch(found, day=TODAY - timedelta(days=40))
    factories.make_common_ground(giver)
    factories.make_meeting(giver, day=TODAY)

    for query in (
        f"?company={company.name}",
        "?company=any+target+company",
        f"?tag={tag.pk}",
        f"?referrer={giver.pk}",
        "?due=due",
        "?spoke=month",
        "?starred=yes",
        "?phase=initiate",
    ):
        assert names(client, query) == ["Oriel Hathersey"], query
    assert names(client, "?spoke=lately") == ["Thandi Wexcombe"]
    assert names(client, "?phase=obtain") == ["Thandi Wexcombe"]
    assert names(client, "?due=later") == []


def test_each_typed_word_begins_a_word_of_the_name_or_the_company(client: Client, campaign: Campaign) -> None:
    indexed(factories.make_contact(campaign, "Bjørn Ågård", company="Saltmarsh Seafood"))
    indexed(factories.make_contact(campaign, "Samir Oakhurst"))

    assert names(client, "?q=agar+bj") == ["Bjørn Ågård"]
    assert names(client, "?q=sa") == ["Bjørn Ågård", "Samir Oakhurst"]
    assert names(client, "?q=bj+salt") == ["Bjørn Ågård"]
    assert names(client, "?q=gard") == []
    assert names(client, "?q=%21%21") == []


def test_any_company_is_found_by_its_name_or_by_how_its_words_begin(
    client: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    indexed(factories.make_contact(campaign, "Priya Castellane", company="Northgate"))
    indexed(factories.make_contact(campaign, "Samir Oakhurst", company="Northgate Bakeries"))
    indexed(factories.make_contact(other_campaign, "Zoltan Secret", company="Hidden Works"))

    assert names(client, "?company=NORTHGATE") == ["Priya Castellane"]
    assert names(client, "?company=north") == ["Priya Castellane", "Samir Oakhurst"]
    assert names(client, "?company=bak+north") == ["Samir Oakhurst"]
    for nothing in ("gate", "Hidden+Works", "%21%21", "9" * 30):
        assert names(client, f"?company={nothing}") == []


@pytest.mark.parametrize("kind", ["tag", "referrer"])
def test_a_strangers_id_in_a_filter_shows_nothing_and_says_so(
    kind: str, client: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    factories.make_contact(campaign, "Priya Castellane")
    theirs = factories.make_contact(other_campaign, "Zoltan Secret")
    factories.make_contact(other_campaign, "Zoe Secret", introduced_by=theirs)
    pk = {
        "tag": Tag.objects.create(campaign=other_campaign, name="Secret", folded="secret").pk,
        "referrer": theirs.pk,
    }[kind]

    answer = client.get(f"/people/?{kind}={pk}")

    assert answer.status_code == 200
    assert answer.context["rows"] == []
    text = answer.content.decode()
    assert "Secret" not in text
    assert 'role="alert"' in text
    assert client.get(f"/people/?{kind}=99999999").content.decode().count('role="alert"') == 1


@pytest.mark.parametrize(("due", "found"), [("due", ["Sunday"]), ("later", ["Next Monday"]), ("none", ["Nothing"])])
def test_who_is_due_this_week_later_or_not_at_all(
    due: str, found: list[str], client: Client, campaign: Campaign
) -> None:
    factories.make_follow_up(factories.make_contact(campaign, "Sunday"), due_on=TODAY + timedelta(days=6))
    factories.make_follow_up(factories.make_contact(campaign, "Next Monday"), due_on=TODAY + timedelta(days=7))
    factories.make_contact(campaign, "Nothing")

    assert names(client, f"?due={due}") == found


def test_a_company_of_another_campaign_is_never_the_one_that_is_meant(
    client: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    """Its name would say that somebody knows it: words would no longer be looked for among one's own."""
    indexed(factories.make_contact(campaign, "Priya Castellane", company="Northgate Bakeries"))
    factories.make_company(other_campaign, "Northgate")

    assert names(client, "?company=northgate") == ["Priya Castellane"]
