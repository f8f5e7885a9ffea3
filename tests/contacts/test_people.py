"""The list of people: filtered, sorted, paged, and only the user's own."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns.models import Campaign
from contacts.models import Contact, Tag
from contacts.writes.people import index_companies, index_contacts, tag_named
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.reads.facts import gather
from tests import factories
from tests.conftest import TODAY

HTMX = {"HX-Request": "true"}
MOST_QUERIES = 7


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
        f"?company={company.pk}",
        "?company=any",
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


@pytest.mark.parametrize("kind", ["tag", "company", "referrer"])
def test_a_strangers_id_in_a_filter_shows_nothing_and_says_so(
    kind: str, client: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    factories.make_contact(campaign, "Priya Castellane")
    theirs = factories.make_contact(other_campaign, "Zoltan Secret", company="Hidden Works")
    factories.make_contact(other_campaign, "Zoe Secret", introduced_by=theirs)
    pk = {
        "tag": Tag.objects.create(campaign=other_campaign, name="Secret", folded="secret").pk,
        "company": theirs.company_id,
        "referrer": theirs.pk,
    }[kind]

    answer = client.get(f"/people/?{kind}={pk}")

    assert answer.status_code == 200
    assert answer.context["rows"] == []
    text = answer.content.decode()
    assert "Secret" not in text
    assert "Works" not in text
    assert 'role="alert"' in text
    assert client.get(f"/people/?{kind}=99999999").content.decode().count('role="alert"') == 1


@pytest.mark.parametrize(
    "query",
    [
        "?page=99999999",
        "?page=-1",
        "?sort=owner__password",
        "?sort=",
        "?phase=lead&where=nowhere&due=x",
        "?q=%00",
        "?after=abc&before=-1",
        "?where=network%00",
        "?starred=no&unknown=1",
        "?q=" + "x" * 500,
        "?after=99999999999999999999999",
    ],
)
def test_what_an_address_cannot_mean_leaves_it(query: str, client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane")

    answer = client.get(f"/people/{query}")

    assert answer.status_code == 302
    assert answer["Location"] == "/people/"


@pytest.mark.parametrize(
    "query",
    ["?tag=0", "?tag=x", "?company=-1", "?company=" + "9" * 30, "?referrer=%E0%A5%A7", "?q=%ED%A0%80", "?after=123456"],
)
def test_no_hostile_address_breaks_the_list(query: str, client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane")

    assert client.get(f"/people/{query}", follow=True).status_code == 200


@pytest.mark.parametrize(
    "sort", ["name", "-name", "company", "-company", "phase", "-phase", "due", "-due", "spoke", "-spoke"]
)
def test_the_pages_of_every_order_meet_without_a_gap(sort: str, client: Client, campaign: Campaign) -> None:
    for number in range(117):
        contact = factories.make_contact(campaign, f"Ann Number{number % 40:02}")
        if number % 3:
            Contact.objects.filter(pk=contact.pk).update(
                company=factories.make_company(campaign, f"Firm {number % 7}"),
                next_due_on=TODAY + timedelta(days=number % 5),
                last_spoke_on=TODAY - timedelta(days=number % 4),
                phase=["initiate", "obtain", "use"][number % 3],
            )

    forwards, address = [], f"/people/?sort={sort}"
    while address:
        answer = client.get(address, follow=True)
        forwards.append([row.contact.pk for row in answer.context["rows"]])
        address = f"/people/{answer.context['next']}" if answer.context["next"] else ""
    backwards, address = [], f"/people/?sort={sort}&before=end"
    while address:
        answer = client.get(address, follow=True)
        backwards.insert(0, [row.contact.pk for row in answer.context["rows"]])
        address = f"/people/{answer.context['previous']}" if answer.context["previous"] else ""

    assert [len(page) for page in forwards] == [50, 50, 17]
    everybody = [pk for page in forwards for pk in page]
    assert len(set(everybody)) == 117
    assert [pk for page in backwards for pk in page] == everybody


def test_who_has_no_day_comes_last_either_way(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "No Day")
    factories.make_follow_up(factories.make_contact(campaign, "Soon Due"), due_on=TODAY)
    factories.make_follow_up(factories.make_contact(campaign, "Late Due"), due_on=TODAY + timedelta(days=9))

    assert names(client) == ["Soon Due", "Late Due", "No Day"]
    assert names(client, "?sort=-due") == ["Late Due", "Soon Due", "No Day"]


@pytest.mark.parametrize(
    "query", ["", "?where=book", "?sort=company", "?sort=-spoke&phase=initiate", "?q=ann", "?before=end"]
)
def test_the_list_asks_the_database_seldom_and_equally_often(query: str, client: Client, campaign: Campaign) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/people/{query}").status_code == 200
        return len(captured)

    joined = None if "book" in query else TODAY
    first = indexed(factories.make_contact(campaign, "Ann One", joined_on=joined, company="Firm"))
    first.tags.add(tag_named(campaign, "food"))
    client.get("/people/")
    one = count()
    for number in range(19):
        contact = indexed(factories.make_contact(campaign, f"Ann {number}", joined_on=joined, company=f"Firm {number}"))
        if joined:
            factories.make_follow_up(contact)
            factories.make_meeting(contact)
    twenty = count()

    assert one == twenty <= MOST_QUERIES


def test_htmx_gets_the_table_and_the_cleaned_address(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane")

    answer = client.get("/people/?q=&phase=initiate&page=3", headers=HTMX)

    assert answer["HX-Push-Url"] == "/people/?phase=initiate"
    assert "<html" not in answer.content.decode()
    assert "Priya Castellane" in answer.content.decode()


def test_a_row_says_the_next_step_and_its_day(client: Client, campaign: Campaign) -> None:
    late = factories.make_contact(campaign, "Priya Castellane")
    factories.make_follow_up(late, "Send the line-move summary", kind="promise", due_on=TODAY - timedelta(days=3))
    asked = factories.make_contact(campaign, "Tove Marrick", known_from_before=TODAY)
    factories.make_invitation(asked, sent_on=TODAY)

    rows = {row.contact.name: row for row in client.get("/people/").context["rows"]}

    assert rows["Priya Castellane"].step.words == "Send the line-move summary"
    assert rows["Priya Castellane"].when == "Fri 20 Nov"
    assert rows["Priya Castellane"].step.is_red
    assert rows["Tove Marrick"].step.words == "It is their turn. You asked Tove today."


def test_a_list_and_a_page_name_the_same_next_step(client: Client, campaign: Campaign) -> None:
    def new(name: str, **fields: object) -> Contact:
        return factories.make_contact(campaign, name, **fields)

    new("A Fresh")
    new("B Known", known_from_before=TODAY)
    factories.make_meeting(new("C Planned"), status=Status.PLANNED, day=TODAY + timedelta(days=4))
    factories.make_meeting(new("D Over"), status=Status.PLANNED, day=TODAY - timedelta(days=1))
    factories.make_follow_up(new("E Later"), due_on=TODAY + timedelta(days=4))
    factories.make_follow_up(new("F Waiting"), kind="waiting", due_on=TODAY + timedelta(days=4))
    factories.make_invitation(new("G Asked", known_from_before=TODAY), sent_on=TODAY - timedelta(days=9))
    factories.make_invitation(new("H Yes"), answer=Answer.YES, sent_on=TODAY)
    factories.make_invitation(new("I No", known_from_before=TODAY), answer=Answer.NO, sent_on=TODAY)
    met = new("J Met", known_from_before=TODAY)
    factories.make_meeting(met, day=TODAY - timedelta(days=30))
    factories.make_item(met)

    rows = client.get("/people/").context["rows"]

    exact = gather([row.contact for row in rows], today=TODAY, now=timezone.now())
    assert {row.contact.name: row.step.words for row in rows} == {
        row.contact.name: exact[row.contact.pk].step.words for row in rows
    }
