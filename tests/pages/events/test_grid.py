"""Who was met at an event, in one grid: who joins, what follows, and correcting it (section 1.4, R1, R2, R5)."""

from datetime import date

from django.test import Client

from campaigns.models import Campaign
from contacts.models import CommonGround
from contacts.rules.phases import Phase
from contacts.writes.people import make_contact
from meetings.models import Encounter, Event, Telling
from outcomes.models import FollowUp
from relationships.writes.standing import out_of_step
from tests import event_factories, factories
from tests.pages.events.grid import FIVE, FRIDAY, TUESDAY, as_it_stands, called, post

TWELVE = ("Ann", "Bea", "Cid", "Dov", "Eva", "Fay", "Gil", "Hal", "Ida", "Jo", "Kay", "Lou")


def test_five_people_after_a_general_event(client: Client, campaign: Campaign, fair: Event) -> None:
    assert post(client, fair, *FIVE, {"name": ""}).status_code == 302

    joined = set(campaign.contacts.in_network().values_list("name", flat=True))
    assert joined == {"Tove Marrick", "Anouk Devereld"}
    assert set(campaign.contacts.values_list("how_we_met", flat=True)) == {
        "Trade fair, Aldermoor Hall, 20 November 2026"
    }
    assert {(one.contact.name, one.due_on) for one in FollowUp.objects.all()} == {
        ("Tove Marrick", TUESDAY),
        ("Anouk Devereld", TUESDAY),
    }
    assert {(line.text, line.found_on) for line in CommonGround.objects.all()} == {
        ("Cold rooms", FRIDAY), ("Both rowed at Aldermoor", FRIDAY), ("Hops", FRIDAY),
    }  # fmt: skip
    assert called("Ines Calloway").company
    assert not Telling.objects.exists()
    assert campaign.contacts.cups().count() == 0  # R5
    assert called("Tove Marrick").phase == Phase.INITIATE
    assert list(out_of_step()) == []
    page = client.get(fair.get_absolute_url()).content.decode()
    assert "5 met. 2 agreed to meet again. 2 are in your network." in " ".join(page.split())


def test_twelve_people_after_an_event_for_people_who_look_for_work(client: Client, campaign: Campaign) -> None:
    card = factories.make_version(campaign, "card", "I run plants.", ask="Whom should I meet?", day=FRIDAY)
    factories.make_version(campaign, "card", "I run late plants.", ask="Who runs one?", day=TUESDAY)
    meetup = event_factories.make_event(campaign, "Meetup", kind="transition", day=FRIDAY)
    twelve = [
        {"name": f"{given} Ollershaw", "heard": "on" if number < 9 else None, "answer": "agreed" if number < 4 else ""}
        for number, given in enumerate(
            ["Ann", "Bea", "Cid", "Dov", "Eva", "Fay", "Gil", "Hal", "Ida", "Jo", "Kay", "Lou"]
        )
    ]

    assert post(client, meetup, *twelve).status_code == 302

    assert campaign.contacts.in_network().count() == 4
    assert Telling.objects.filter(version=card, day=FRIDAY).count() == 9  # as it was said on that day
    page = client.get(meetup.get_absolute_url()).content.decode()
    assert "I run plants." in page
    assert "9 people heard it here." in page


def test_correcting_the_grid_moves_everything_back(client: Client, campaign: Campaign, fair: Event) -> None:
    known = make_contact(campaign, "Desmond Achterby", how_we_met="At school")
    met_since = make_contact(campaign, "Corwin Stroud")
    post(client, fair, *FIVE, {"name": "Desmond Achterby", "picked": known.pk, "answer": "agreed"},
         {"name": "Corwin Stroud", "picked": met_since.pk, "answer": "agreed"})  # fmt: skip
    factories.make_touch(met_since, day=date(2026, 11, 23))
    lines = as_it_stands(fair)
    lines[0] |= {"answer": "not", "shared": ""}  # Tove, after all
    lines[2] |= {"name": "Wilhelmina Brandt"}  # it was not Anouk
    lines[5] |= {"DELETE": "on"}  # Desmond was not there
    lines[6] |= {"answer": "not"}  # Corwin, to whom the user has written since

    answer = post(client, fair, *lines, saved=7)

    assert answer.status_code == 302
    assert set(campaign.contacts.in_network().values_list("name", flat=True)) == {"Wilhelmina Brandt", "Corwin Stroud"}
    assert {one.contact.name for one in FollowUp.objects.all()} == {"Wilhelmina Brandt"}
    assert set(CommonGround.objects.values_list("contact__name", "text")) == {
        ("Ines Calloway", "Hops"), ("Wilhelmina Brandt", "Both rowed at Aldermoor"),
    }  # fmt: skip
    assert called("Anouk Devereld").how_we_met == ""
    assert called("Desmond Achterby").how_we_met == "At school"
    assert list(out_of_step()) == []
    said = client.get(fair.get_absolute_url()).content.decode()
    assert "Desmond, Tove and Anouk are back in your address book." in said


def test_a_name_is_asked_about_and_a_spelling_corrected(client: Client, campaign: Campaign, fair: Event) -> None:
    known = make_contact(campaign, "Tove Marrick", "Quayside Roasters")
    asks = post(client, fair, {"name": "Tove Marrick", "answer": "agreed"})
    line = {"name": "Tove Marrick", "asked": "Tove Marrick", "which": known.pk, "answer": "agreed"}
    twice = post(client, fair, line, line)
    assert (asks.status_code, twice.status_code, Encounter.objects.count()) == (422, 422, 0)
    assert "Quayside Roasters" in asks.content.decode()

    for _ in range(2):  # the same line posted again is the same line
        post(client, fair, line)
    saved = as_it_stands(fair)[0] | {"name": "Tove Marryck", "company": "Quayside Tea"}
    assert post(client, fair, saved, saved=1).status_code == 302

    found = Encounter.objects.get().contact
    assert (found.pk, found.name, found.company and found.company.name) == (known.pk, "Tove Marryck", "Quayside Tea")
    assert FollowUp.objects.count() == 1


def test_another_name_of_somebody_known_by_this_line_alone_is_theirs(
    client: Client, campaign: Campaign, fair: Event
) -> None:
    """Who has a coffee behind them stays who they are, and the line becomes somebody else's."""
    post(client, fair, {"name": "Bea Kosta"}, {"name": "Tove Marrick"})
    factories.make_meeting(called("Tove Marrick"))
    bea, tove = as_it_stands(fair)

    post(client, fair, bea | {"name": "Beatrix Kosta"}, tove | {"name": "Tove Winter"}, saved=2)

    assert sorted(campaign.contacts.values_list("name", flat=True)) == ["Beatrix Kosta", "Tove Marrick", "Tove Winter"]
    assert set(Encounter.objects.values_list("contact__name", flat=True)) == {"Beatrix Kosta", "Tove Winter"}


def test_more_lines_keep_what_is_typed(client: Client, fair: Event) -> None:
    page = post(client, fair, FIVE[0], more_lines="1").content.decode()

    assert 'value="Cold rooms"' in page
    assert 'name="met-6-name"' in page
    assert not Encounter.objects.exists()
