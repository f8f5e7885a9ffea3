"""What a file says otherwise than the book: older files set nothing back, a name is offered, the trash is told of."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from tests.conftest import TODAY
from tests.transfer.files import HEADER, Run, Take, Upload, linkedin
from trash.writes.deleting import throw_away

URL = "https://www.linkedin.com/in/kim"


def export(company: str, *days: str) -> bytes:
    """Kim at a company, and others who were connected later."""
    others = [f"Lee,Number{day.replace(' ', '')},,,Acme,,{day}" for day in days]
    return linkedin(f"Kim,Vale,{URL},,{company},Planner,01 May 2023", *others)


def company_of_kim(campaign: Campaign) -> str:
    kim = campaign.contacts.select_related("company").get(name="Kim Vale")
    return kim.company.name if kim.company else ""


def test_an_older_file_sets_no_job_back(take: Take, campaign: Campaign) -> None:
    march, june, july = (
        export("Acme", "03 Mar 2025"),
        export("Brightmill", "03 Mar 2025", "05 Jun 2025"),
        export("Brightmill", "03 Mar 2025", "05 Jun 2025", "09 Jul 2025"),
    )
    between = export("Fjord", "03 Mar 2025", "05 Jun 2025", "06 Jul 2025")
    take(march)
    take(june)
    assert company_of_kim(campaign) == "Brightmill"

    take(july)  # says the same, and is what stands from now on
    done = take(between)

    assert company_of_kim(campaign) == "Brightmill"
    assert done.rows.differing().count() == 1


def test_a_file_without_the_profiles_is_older_than_one_with_them(take: Take, campaign: Campaign) -> None:
    take(export("Brightmill"))
    old = HEADER.replace("URL,", "") + "\nKim,Vale,,Acme,Planner,01 May 2023"

    assert take(old.encode()).counts == {"same": 1}
    assert company_of_kim(campaign) == "Brightmill"


def test_the_day_of_the_export_stands_in_the_archives_name(upload: Upload, campaign: Campaign) -> None:
    from tests.pages.importing.test_import_refused import zipped

    upload(zipped(**{"Connections.csv": export("Acme")}), "Basic_LinkedInDataExport_10-21-2023.zip")

    assert campaign.imports.get().as_of == date(2023, 10, 21)


def test_what_differs_is_offered_and_can_be_taken(
    upload: Upload, take: Take, run: Run, client: Client, campaign: Campaign
) -> None:
    take(export("Acme"))
    campaign.contacts.update(position="Head of planning")
    upload(linkedin(f"Kimberly,Moss,{URL},,Acme,Planner,01 May 2023"))
    staged = campaign.imports.latest("id")
    row = staged.rows.get()
    assert "Take what this row says" in client.get(f"/import/{staged.pk}/").content.decode()

    client.post(f"/import/{staged.pk}/answers/", {"offered": row.pk, "take": row.pk})

    staged.refresh_from_db()
    assert staged.expected == {"update": 1}
    run(staged)
    kim = campaign.contacts.get()
    assert (kim.name, kim.folded, kim.position) == ("Kimberly Moss", "kimberly moss", "Planner")
    assert "Kim Vale" in kim.imported_details.values()
    assert client.get("/search/?q=moss").status_code == 200


@pytest.mark.parametrize("ticked", [True, False])
def test_an_offer_is_unticked_again(
    ticked: bool, upload: Upload, take: Take, client: Client, campaign: Campaign
) -> None:
    take(export("Acme"))
    upload(linkedin(f"Kimberly,Moss,{URL},,Acme,Planner,01 May 2023"))
    staged = campaign.imports.latest("id")
    row = staged.rows.get()
    for take_it in (not ticked, ticked):
        said = {"offered": row.pk} | ({"take": row.pk} if take_it else {})
        client.post(f"/import/{staged.pk}/answers/", said)

    staged.refresh_from_db()
    assert staged.expected == ({"update": 1} if ticked else {"same": 1})


def test_who_lies_in_the_trash_does_not_come_back_unsaid(
    upload: Upload, take: Take, run: Run, client: Client, campaign: Campaign
) -> None:
    take(linkedin(f"Kim,Vale,{URL},,Acme,,01 May 2023", "Lee,Moss,,,Acme,,02 May 2023"))
    kim = campaign.contacts.get(name="Kim Vale")
    throw_away(campaign, kim, "Kim Vale", TODAY)

    upload(linkedin(f"Kimberly,Vale,{URL},,Acme,,01 May 2023", "Lee,Moss,,,Acme,,02 May 2023"))
    staged = campaign.imports.latest("id")

    assert staged.expected == {"new": 1, "same": 1}
    assert "Kim Vale lies in your trash" in client.get(f"/import/{staged.pk}/").content.decode()
    assert "Kim Vale lies in your trash" in client.get(f"/import/{run(staged).pk}/").content.decode()


def test_an_address_that_changed_is_an_update_and_leads_to_the_new_one(take: Take, campaign: Campaign) -> None:
    take(export("Acme"))
    done = take(linkedin("Kim,Vale,https://www.linkedin.com/in/kim-vale,,Acme,Planner,01 May 2023"))

    kim = campaign.contacts.get()
    assert done.counts == {"update": 1}
    assert kim.linkedin_key == "/in/kim-vale"
    assert [link.url for link in kim.links.all()] == ["https://www.linkedin.com/in/kim-vale"]
    row = done.rows.get()
    assert "has another address now" in row.because
    assert ["Profile", URL, "https://www.linkedin.com/in/kim-vale", True] in row.changes
    assert take(export("Acme")).made() == 0


def test_both_addresses_in_one_file_are_two_people(take: Take, campaign: Campaign) -> None:
    take(export("Acme"))
    both = linkedin(
        "Kim,Vale,https://www.linkedin.com/in/kim-2,,Acme,Planner,01 May 2023",
        f"Kim,Vale,{URL},,Acme,Planner,01 May 2023",
    )

    assert take(both).counts == {"new": 1, "same": 1}
    assert take(both).counts == {"same": 2}


def test_letters_after_a_name_are_no_part_of_it(take: Take, campaign: Campaign) -> None:
    take(linkedin('Wren,"Hale, PhD, MBA",,,Acme,,01 May 2023', "Yo-Yo,Ma,,,Acme,,02 May 2023", "José,Núñez Jr,,,,,"))

    found = campaign.contacts.order_by("pk").values_list("name", "given_name", "family_name", "suffix")
    assert list(found) == [
        ("Wren Hale, PhD, MBA", "Wren", "Hale", "PhD, MBA"),
        ("Yo-Yo Ma", "Yo-Yo", "Ma", ""),
        ("José Núñez Jr", "José", "Núñez Jr", ""),
    ]


def test_a_company_is_spelt_as_most_rows_spell_it(take: Take, campaign: Campaign) -> None:
    take(linkedin(*(f"Kim,No{number},,,{name},,01 May 2023" for number, name in enumerate(["ACME", "Acme", "Acme"]))))
    assert [company.name for company in campaign.companies.all()] == ["Acme"]

    take(linkedin(*(f"Lee,No{number},,,{name},,01 May 2023" for number, name in enumerate(["ACMÉ", "ACME"]))))
    assert [company.name for company in campaign.companies.all()] == ["Acme"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_titles_and_letters_that_come_and_go_make_nobody_new(
    order: tuple[int, int], take: Take, campaign: Campaign
) -> None:
    files = (
        linkedin('Wren,"Hale, LCSW",,,Acme,,01 May 2023', "Ada,King,,,Acme,,02 May 2023"),
        linkedin("Wren,Hale,,,Beta,,01 May 2023", 'Prof. Dr. Ada,"King, PMP®",,,Beta,,02 May 2023'),
    )
    counts = [take(files[number]).counts for number in order]

    assert counts[1] in ({"same": 2}, {"update": 2})
    assert {person.short_name for person in campaign.contacts.all()} == {"Wren", "Ada"}


def test_a_day_to_come_makes_no_later_file_an_older_one(take: Take, campaign: Campaign) -> None:
    take(export("Acme", "03 Mar 2093"))
    take(export("Fjord", "05 Jun 2080"))

    assert company_of_kim(campaign) == "Fjord"
