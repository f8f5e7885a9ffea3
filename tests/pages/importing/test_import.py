"""From a file to an address book: each sample with the people whom the index of samples expects, and twice is once."""

from pathlib import Path

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, SearchWord
from relationships.writes.standing import out_of_step
from tests import factories
from tests.transfer.files import SAMPLES, Take, Upload, book, linkedin, many

SHARED = Path(__file__).parents[4] / "shared" / "samples" / "foreign"

# file → people made, rows of closed profiles, rows kept apart as possible duplicates
OURS = {
    "li-bom-crlf.csv": (4, 1, 0),
    "li-excel-de-semicolon-cp1252.csv": (3, 0, 0),
    "li-excel-us-dates.csv": (4, 0, 0),
    "li-emoji-rtl.csv": (8, 0, 0),
    "li-duplicates.csv": (4, 0, 1),
    "li-ragged.csv": (4, 0, 0),
    "formula-cells.csv": (5, 0, 0),
}
THEIRS = {
    "linkedin-sixhops.csv": (4, 1, 0),
    "linkedin-peoplesync.csv": (2, 1, 0),
    "linkedin-orgsignal-2023.csv": (3, 1, 0),
}
CASES = [(SAMPLES / name, expected) for name, expected in OURS.items()] + [
    (SHARED / name, expected) for name, expected in THEIRS.items()
]


@pytest.mark.parametrize(("path", "expected"), CASES, ids=lambda value: getattr(value, "name", ""))
def test_a_sample_makes_the_people_it_should_and_twice_is_once(
    path: Path, expected: tuple[int, int, int], take: Take, campaign: Campaign, client: Client
) -> None:
    if not path.exists():
        pytest.skip("the samples by others are not beside this repository")
    people, hidden, possible = expected

    first = take(path.read_bytes(), path.name)
    before = book(campaign)

    assert campaign.contacts.count() == people == first.made()
    assert first.counts.get("hidden", 0) == hidden
    assert first.counts.get("possible", 0) == possible
    assert sum(first.counts.values()) == first.records
    assert first.counts == first.expected
    assert client.get(f"/import/{first.pk}/").status_code == 200

    second = take(path.read_bytes(), path.name)

    assert (second.made(), second.taken()) == (0, 0)
    assert book(campaign) == before
    assert "0 new, 0 changed" in client.get(f"/import/{second.pk}/").content.decode()


def test_before_the_go_nothing_is_in_the_book(upload: Upload, campaign: Campaign, client: Client) -> None:
    answer = upload(many(120))

    page = client.get(answer["Location"])

    assert page.status_code == 200
    assert "Import 118 people" in page.content.decode()
    assert "LinkedIn connections" in page.content.decode()
    assert not campaign.contacts.exists()
    assert not campaign.companies.exists()


def test_who_is_imported_stays_in_the_address_book(take: Take, campaign: Campaign, client: Client) -> None:
    take(
        linkedin("Zoë,Brandt-Ødegård,https://www.linkedin.com/in/zo%C3%AB,zoe@example.org,Fjord AS,Planner,01 May 2023")
    )

    zoe = campaign.contacts.select_related("company").get()
    assert (zoe.joined_on, zoe.phase, zoe.held_count) == (None, "", 0)
    assert zoe.company
    assert (zoe.company.name, zoe.position, str(zoe.connected_on)) == ("Fjord AS", "Planner", "2023-05-01")
    assert (zoe.folded, zoe.sort_name) == ("zoe brandt-odegard", "brandt-odegard zoe")
    assert [email.key for email in zoe.emails.all()] == ["zoe@example.org"]
    assert [link.url for link in zoe.links.all()] == ["https://www.linkedin.com/in/zo%C3%AB"]
    words = SearchWord.objects.filter(contact=zoe).values_list("word", flat=True)
    assert set(words) == {"zoe", "brandt", "odegard", "oedegaard"}
    assert SearchWord.objects.filter(company=zoe.company).count() == 2


def test_a_row_like_a_typed_person_is_taken_as_they_would_be(take: Take, campaign: Campaign) -> None:
    """What an import writes in bulk is what the form writes one by one."""
    from contacts.writes.people import make_contact

    take(linkedin("Kim,Vale,,,Acme,Planner,01 May 2023"))
    imported = campaign.contacts.get()
    typed = make_contact(campaign, "Kim Vale", "Acme", position="Planner", connected_on=imported.connected_on)

    differing = {
        field.name
        for field in Contact._meta.concrete_fields
        if getattr(imported, field.attname) != getattr(typed, field.attname)
    }
    assert differing <= {"id", "created_at"}


def test_a_newer_file_moves_what_an_import_wrote_and_keeps_what_was_typed(take: Take, campaign: Campaign) -> None:
    url = "https://www.linkedin.com/in/kim-vale"
    take(linkedin(f"Kim,Vale,{url},,Acme,Planner,01 May 2023"))
    campaign.contacts.update(position="Head of planning")

    newer = take(linkedin(f"Kim,Vale,{url},kim@example.org,Brightmill,Chief planner,01 May 2023"))

    kim = campaign.contacts.select_related("company").get()
    assert kim.company
    assert kim.company.name == "Brightmill"
    assert kim.position == "Head of planning"
    assert kim.emails.get().address == "kim@example.org"
    assert kim.worked_before == f"Acme, until {campaign.owner.today().year}"
    assert newer.counts == {"update": 1}
    again = take(linkedin(f"Kim,Vale,{url},kim@example.org,Brightmill,Chief planner,01 May 2023"))
    assert again.counts == {"same": 1}


def test_who_was_edited_since_is_recognised(take: Take, campaign: Campaign) -> None:
    file = linkedin("Kim,Vale,,kim@example.org,Acme,Planner,01 May 2023", "Lee,Moss,,,Acme,,01 May 2023")
    take(file)
    kim = campaign.contacts.get(name="Kim Vale")
    kim.emails.all().delete()
    campaign.contacts.update(given_name="X", family_name="Y", name="X Y", folded="x y", sort_name="y x", position="Z")

    again = take(file)

    assert again.made() == 0
    assert campaign.contacts.count() == 2


def test_a_value_that_the_user_emptied_is_not_called_theirs(take: Take, campaign: Campaign) -> None:
    """An empty field is filled; that is the rule, and it is told in the preview."""
    file = linkedin("Kim,Vale,https://www.linkedin.com/in/kim,,Acme,Planner,01 May 2023")
    take(file)
    campaign.contacts.update(position="")

    assert take(file).counts == {"update": 1}


def test_a_possible_duplicate_is_kept_apart_and_named(take: Take, campaign: Campaign, client: Client) -> None:
    known = factories.make_contact(campaign, "Ruben Tarnbrook", company="Fenwick Freight")

    done = take(linkedin("Ruben,Tarnbrook,https://www.linkedin.com/in/ruben,,Millrace Snacks,Buyer,01 May 2023"))

    assert campaign.contacts.filter(folded="ruben tarnbrook").count() == 2
    page = client.get(f"/import/{done.pk}/").content.decode()
    assert "Perhaps somebody you have already" in page
    assert known.get_absolute_url() in page
    assert campaign.contacts.exclude(pk=known.pk).get().get_absolute_url() in page
    assert "Choose ten" in page


def test_who_is_at_a_target_company_by_the_file_is_quiet_sooner(take: Take, campaign: Campaign) -> None:
    factories.make_company(campaign, "Millrace Snacks", is_target=True)
    known = factories.make_contact(campaign, "Ruben Tarnbrook", linkedin_key="/in/ruben")
    factories.make_meeting(known)
    before = factories.refreshed(known).quiet_on

    take(linkedin("Ruben,Tarnbrook,https://www.linkedin.com/in/ruben,,Millrace Snacks,Buyer,4 May 2021"))

    known.refresh_from_db()
    assert known.company is not None
    assert known.quiet_on != before
    assert list(out_of_step()) == []
