"""The contact sheet: the list on paper, one person, and a blank one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.writes.people import add_email, index_contacts
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from pages.people.views import sheets
from tests import factories
from tests.conftest import TODAY
from tests.pages.screens import sent, words


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


@pytest.fixture
def priya(campaign: Campaign) -> Contact:
    """Everything that a line can say."""
    giver = factories.make_contact(campaign, "Halden Brooks", known_as=KnownAs.LONG_AGO)
    priya = factories.make_contact(
        campaign, "Priya Castellane", company="Northgate Bakeries", position="Chief operating officer",
        introduced_by=giver,
    )  # fmt: skip
    priya.phones.create(campaign=campaign, number="01632 960 177")
    add_email(priya, "priya@example.org")
    factories.make_meeting(priya, day=TODAY - timedelta(days=9), remember="The line moves in spring")
    factories.make_touch(priya, day=TODAY - timedelta(days=2), text="A photo of the line")
    due = TODAY - timedelta(days=3)
    factories.make_follow_up(priya, "Send the summary", kind=FollowUpKind.PROMISE, due_on=due)
    return priya


def rows(client: Client, query: str = "") -> dict[str, list[str]]:
    """The cells of each line by its person, as they are read."""
    body = sent(client, f"/people/sheet/{query}").partition("<tbody>")[2].partition("</tbody>")[0]
    lines = [[words(cell) for cell in line.replace("<th", "<td").split("<td")[1:]] for line in body.split("<tr>")[1:]]
    cells = [[cell.partition(">")[2].strip() for cell in line] for line in lines]
    return {line[0]: line[1:] for line in cells}


def test_a_line_has_the_columns_of_the_sheet_and_what_was_talked_about_once_it_is_ticked(
    client: Client, priya: Contact
) -> None:
    person = "Priya Castellane Chief operating officer"
    before = ["Northgate Bakeries", "01632 960 177 priya@example.org", "Introduced by Halden Brooks", "14 Nov"]
    after = ["Fri 20 Nov: Send the summary", ""]

    assert rows(client)[person] == before + after
    assert rows(client, "?talked=yes")[person] == [*before, "The line moves in spring", *after]


@pytest.mark.parametrize(
    "query", ["", "?where=book", "?where=left", "?where=all&sort=-name", "?q=pri", "?starred=yes", "?phase=initiate"]
)
def test_the_sheet_holds_who_is_on_the_list_in_its_order(
    query: str, client: Client, campaign: Campaign, priya: Contact
) -> None:
    factories.make_contact(campaign, "Alma Brightwater", joined_on=None)
    factories.make_contact(campaign, "Wim Gone", left_on=TODAY, left_because="not_right")
    factories.make_contact(campaign, "Oriel Hathersey", starred=True, known_from_before=TODAY)
    meets = factories.make_contact(campaign, "Abel Ash")
    factories.make_meeting(meets, status=Status.PLANNED, day=TODAY + timedelta(days=5))
    factories.make_follow_up(factories.make_contact(campaign, "Zed Yew"), due_on=TODAY + timedelta(days=4))
    index_contacts(campaign.contacts.all())
    listed = client.get(f"/people/{query}", follow=True).context["rows"]

    shown = client.get(f"/people/sheet/{query}").context["lines"]

    assert listed
    assert [line.row for line in shown] == listed


@pytest.mark.parametrize(
    ("asked", "settled"),
    [
        ("?talked=1&where=all&after=7&unknown=x", "?where=all&talked=yes"),
        ("?talked=&q=", ""),
        ("?phase=lead&talked=yes", "?talked=yes"),
    ],
)
def test_an_address_keeps_what_a_sheet_can_mean(asked: str, settled: str, client: Client, campaign: Campaign) -> None:
    assert client.get(f"/people/sheet/{asked}")["Location"] == f"/people/sheet/{settled}"


def test_how_they_came_is_said_with_who_only_promised_and_since_when_they_are_known(
    client: Client, campaign: Campaign, priya: Contact
) -> None:
    named = factories.make_referral(priya, "Bram Ollershaw").referred
    assert named
    campaign.contacts.filter(pk=named.pk).update(introduced_by=priya)
    found = factories.make_contact(campaign, "Tove Marrick", how_we_met="At the trade fair")
    factories.make_item(priya, "", kind=ItemKind.REFERRAL, referred=found, referral_state="offered")

    said = rows(client)

    assert said["Bram Ollershaw"][2] == "Named by Priya Castellane"
    assert said["Tove Marrick"][2] == "Named by Priya At the trade fair"
    assert said["Halden Brooks"][2] == "Known from before. Long ago"


def test_nobody_a_refused_filter_and_too_many_are_said(
    client: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nobody is on this list yet." in sent(client, "/people/sheet/")
    assert "Nobody here fits these filters." in sent(client, "/people/sheet/?q=zzz")
    assert "This tag is not among yours." in sent(client, "/people/sheet/?tag=999")

    monkeypatch.setattr(sheets, "MOST_LINES", 2)
    for name in ("Ann One", "Ben Two", "Cleo Three"):
        factories.make_contact(campaign, name)
    page = sent(client, "/people/sheet/?where=all")

    assert list(rows(client, "?where=all")) == ["Ann One", "Cleo Three"]
    assert "A sheet holds the first 2 people of a list." in page
    assert "3 people, 23 November 2026 Everybody" in words(page)
    monkeypatch.setattr(sheets, "MOST_LINES", 3)
    assert "A sheet holds" not in sent(client, "/people/sheet/?where=all")


def test_one_person_stands_on_their_sheet_in_the_order_of_the_columns(client: Client, priya: Contact) -> None:
    factories.make_follow_up(priya, "Ask about the audit", due_on=TODAY + timedelta(days=4))
    factories.make_item(priya, "Open with late deliveries", meeting=priya.meetings.get())

    page = words(sent(client, f"/people/{priya.pk}/sheet/").partition("<article")[2])

    said = [
        "Priya Castellane", "Chief operating officer, Northgate Bakeries", "01632 960 177", "priya@example.org",
        "Halden Brooks", "A photo of the line", "The line moves in spring", "Open with late deliveries",
        "Fri 20 Nov: Send the summary", "27 Nov: Ask about the audit",
    ]  # fmt: skip
    places = [page.find(one) for one in said]
    assert -1 not in places
    assert places == sorted(places)
    assert page.count("Send the summary") == 1
    assert page.count("The line moves in spring") == 1


def test_a_sheet_of_somebody_new_leaves_lines_to_write_on(client: Client, campaign: Campaign) -> None:
    """Two for ways to reach, one for how they came, five by hand."""
    nobody = factories.make_contact(campaign, "Ann One", joined_on=None)

    page = sent(client, f"/people/{nobody.pk}/sheet/")

    assert page.count('<div class="write">') == 8
    assert "You have not spoken yet." in page


def test_the_list_and_a_person_lead_to_their_sheets(client: Client, priya: Contact) -> None:
    assert 'href="/people/sheet/?where=all&amp;sort=phase"' in sent(client, "/people/?where=all&sort=phase")
    assert f'href="/people/{priya.pk}/sheet/"' in sent(client, f"/people/{priya.pk}/")
    assert 'href="/people/sheet/blank/"' in sent(client, "/people/sheet/")
    assert 'href="/people/?where=all"' in sent(client, "/people/sheet/?where=all&talked=yes")
    assert sent(client, "/people/sheet/blank/").count("<tr><td>") == len(sheets.BLANK_LINES)
