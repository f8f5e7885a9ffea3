"""Target companies, and one company."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Company
from contacts.rules.knowing import KnownAs
from relationships.writes.standing import out_of_step
from tests import factories


def test_targets_stand_by_rank_with_whom_the_user_knows(client: Client, campaign: Campaign) -> None:
    factories.make_company(campaign, "No Target")
    second = factories.make_company(campaign, "Greenlow Foods", is_target=True, rank=2)
    factories.make_company(campaign, "Tarn Valley", is_target=True)
    first = factories.make_company(campaign, "Harrow Dairy", is_target=True, rank=1)
    factories.make_contact(campaign, "Oriel Hathersey", company=first)
    factories.make_contact(campaign, "Alma Book", company=second, joined_on=None)

    answer = client.get("/companies/")

    found = answer.context["targets"]
    assert [row.company.name for row in found] == ["Harrow Dairy", "Greenlow Foods", "Tarn Valley"]
    assert [[person.name for person in row.known] for row in found] == [["Oriel Hathersey"], [], []]
    assert answer.content.decode().count("No one yet") == 2


def test_a_company_becomes_a_target_by_its_name(client: Client, campaign: Campaign) -> None:
    known = factories.make_company(campaign, "Greenlow Foods", notes="400 people")

    assert client.post("/companies/", {"name": "GREENLOW  foods", "rank": "1"}).status_code == 302
    assert client.post("/companies/", {"name": "Tarn Valley", "notes": "An hour away"}).status_code == 302

    known.refresh_from_db()
    assert (known.is_target, known.rank, known.notes) == (True, 1, "400 people")
    new = campaign.companies.get(folded="tarn valley")
    assert (new.is_target, new.rank, new.notes) == (True, None, "An hour away")


def test_a_refused_company_keeps_what_was_typed(client: Client, campaign: Campaign) -> None:
    answer = client.post("/companies/", {"name": "Tarn Valley", "rank": "0", "notes": "An hour away"})

    assert answer.status_code == 422
    assert "An hour away" in answer.content.decode()
    assert not campaign.companies.exists()
    assert client.post("/companies/", {"name": " \u200b "}).status_code == 422


def test_one_company_shows_its_people_and_is_changed(client: Client, campaign: Campaign) -> None:
    company = factories.make_company(campaign)
    factories.make_contact(campaign, "Oriel Hathersey", company=company)
    factories.make_contact(campaign, "Alma Book", company=company, joined_on=None)
    url = f"/companies/{company.pk}/"

    answer = client.get(url)
    assert [line.person.name for line in answer.context["known"]] == ["Oriel Hathersey"]
    assert [person.name for person in answer.context["there"].book] == ["Alma Book"]

    client.post(url, {"is_target": "on", "rank": "3", "notes": "Ask for the night shift"})
    company.refresh_from_db()
    assert (company.is_target, company.rank) == (True, 3)
    client.post(url, {"rank": "3"})
    company.refresh_from_db()
    assert (company.is_target, company.rank) == (False, None)
    assert client.post(url, {"is_target": "on", "rank": "x"}).status_code == 422


def test_a_strangers_company_is_none(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = factories.make_company(other_campaign, "Hidden Works", is_target=True)

    assert "Hidden" not in client.get("/companies/").content.decode().replace("visually-hidden", "")
    assert client.get(f"/companies/{theirs.pk}/").status_code == 404
    assert client.post(f"/companies/{theirs.pk}/", {"notes": "mine"}).status_code == 404
    assert client.post("/companies/", {"name": "Hidden Works"}).status_code == 302
    assert Company.objects.filter(folded="hidden works").count() == 2


def test_three_hundred_targets_stand_on_pages_in_as_many_queries_as_one(client: Client, campaign: Campaign) -> None:
    def count(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    first = factories.make_company(campaign, "Firm", is_target=True)
    factories.make_contact(campaign, company=first)
    client.get("/companies/")
    one = count("/companies/")
    targets = Company.objects.bulk_create(
        Company(campaign=campaign, name=f"Aim {number}", folded=f"aim {number}", is_target=True, rank=number + 1)
        for number in range(300)
    )
    for target in targets[:5]:
        factories.make_contact(campaign, company=target)

    assert count("/companies/") == one
    assert len(client.get("/companies/").context["targets"]) == 25
    last = client.get("/companies/?page=13")
    assert [row.company.name for row in last.context["targets"]] == ["Firm"]
    assert "Page 13 of 13" in last.content.decode()


def test_another_spelling_of_a_company_is_the_same_employer(client: Client, campaign: Campaign) -> None:
    norda = factories.make_company(campaign, "Vane & Norda GmbH & Co. KG", is_target=True)
    factories.make_contact(campaign, "Oriel Hathersey", company="VANE & NORDA")
    factories.make_contact(campaign, "Alma Book", company="Vane & Norda, Ltd.", joined_on=None)
    factories.make_contact(campaign, "Not There", company="Vane & Nordavia")

    row = client.get("/companies/").context["targets"][0]
    there = client.get(norda.get_absolute_url()).context["there"]

    assert [person.name for person in row.known] == ["Oriel Hathersey"]
    assert row.more == 1
    assert [[person.name for person in there.known], [person.name for person in there.book]] == [
        ["Oriel Hathersey"], ["Alma Book"],
    ]  # fmt: skip


def test_a_target_company_says_when_its_people_have_gone_quiet(client: Client, campaign: Campaign) -> None:
    company = factories.make_company(campaign)
    met = factories.make_contact(campaign, company=company)
    factories.make_meeting(met)
    met.refresh_from_db()
    usual = factories.DAY + timedelta(days=90)
    assert met.quiet_on == usual

    client.post(f"/companies/{company.pk}/", {"is_target": "on"})
    met.refresh_from_db()
    assert met.quiet_on == factories.DAY + timedelta(days=30)

    client.post(f"/companies/{company.pk}/", {})
    met.refresh_from_db()
    assert met.quiet_on == usual

    client.post("/companies/", {"name": company.name})
    assert not list(out_of_step())


def test_who_may_be_asked_stands_before_who_is_waited_for(client: Client, campaign: Campaign) -> None:
    company = factories.make_company(campaign)
    for name in ("Aino Asked", "Bento Free"):
        factories.make_contact(campaign, name, company=company, known_as=KnownAs.KNOWN)
    factories.make_invitation(campaign.contacts.get(given_name="Aino"), sent_on=campaign.owner.today())

    following = client.get(f"/companies/{company.pk}/").context["shown"].next

    assert following.why == "Bento Free works there."


def test_who_of_the_address_book_is_not_meant_is_not_to_be_asked(client: Client, campaign: Campaign) -> None:
    company = factories.make_company(campaign)
    factories.make_contact(campaign, "Alma Book", company=company, joined_on=None, not_for_this=True)
    assert "Alma" not in client.get(f"/companies/{company.pk}/").context["shown"].next.words

    factories.make_contact(campaign, "Zora Book", company=company, joined_on=None)

    assert "Zora" in client.get(f"/companies/{company.pk}/").context["shown"].next.words
