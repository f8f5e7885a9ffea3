"""R16: an import has its own undo: byte for byte the former state, and what was touched since stays."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, SearchWord
from contacts.rules.joining import JoinedBecause
from contacts.writes.people import make_contact
from relationships.writes.people import record
from relationships.writes.standing import out_of_step
from tests import factories
from tests.transfer.files import Run, Take, Upload, linkedin
from transfer.models import Import
from transfer.rules.former import saves
from transfer.writes import taking, undoing

Undo = Callable[[Import], int]
LINKEDIN = "https://www.linkedin.com/in/"
FIRST = linkedin(
    f"Kim,Vale,{LINKEDIN}kim-old,,Acme,Planner,01 May 2023",
    f"Lee,Moss,{LINKEDIN}lee,,,,02 May 2023",
    f"Ada,Wren,{LINKEDIN}ada,,Acme,Buyer,03 May 2023",
    f",,{LINKEDIN}nina,,Acme,Clerk,04 May 2023",
)
SECOND = linkedin(
    f"Kim,Vale,{LINKEDIN}kim-new,kim@example.org,Brightmill,Chief planner,01 May 2023",
    f"Lee,Moss,{LINKEDIN}lee,lee@example.org,Fjord Bakers,Baker,02 May 2023",
    f"Ada,Wren,{LINKEDIN}ada,,Acme,Buyer,03 May 2023",
    f"Nina,Nord,{LINKEDIN}nina,,Acme,Clerk,04 May 2023",
    "Tove,Marrick,,tove@example.org,Quayside,Roaster,04 May 2023",
    f"Zoë,Brandt,{LINKEDIN}zoe,zoe@example.org,Fjord,Planner,05 Jun 2024",
    f"Noa,Hale,{LINKEDIN}noa,,Acme,Pilot,06 Jun 2024",
    f"Zoë,Brandt,{LINKEDIN}zoe,zoe@example.com,Fjord,Planner,05 Jun 2024",
    "Zoë,Brandt,,zoe@example.com,,,",
)


def all_of(campaign: Campaign) -> list[str]:
    """Every row of every table that is the campaign's; words without their numbers, which nothing knows, and of a count
    of saves how many they were.
    """
    found: list[str] = []
    for model in apps.get_models(include_auto_created=True):
        if "campaign" in {field.name for field in model._meta.concrete_fields}:
            rows = list(model._base_manager.filter(campaign=campaign).values())
            if model is SearchWord:
                rows = [{**row, "id": 0} for row in rows]
            if model is Contact:
                rows = [{**row, "version": saves(row["version"])} for row in rows]
            found += [f"{model._meta.label} {row}" for row in rows]
    return sorted(found)


@pytest.fixture
def known(campaign: Campaign, take: Take) -> dict[str, Contact]:
    """Tove was typed, a company without anybody too; the others came with a file, and Lee was met."""
    make_contact(campaign, "Tove Marrick")
    make_contact(campaign, "Kim Valentin")
    factories.make_company(campaign, "Fjord Bakers", is_target=True)
    factories.make_company(campaign, "Nobody’s")
    take(FIRST)
    people = {contact.name: contact for contact in campaign.contacts.all()}
    factories.make_meeting(people["Lee Moss"])
    record(people["Lee Moss"], JoinedBecause.MEETING, factories.DAY)
    return people


@pytest.fixture
def undo(client: Client) -> Undo:
    """Press "Undo it", and "Go on" until it is gone; answers how often."""

    def undone(upload: Import) -> int:
        for pressed in range(1, 100):
            answer = client.post(f"/import/{upload.pk}/undo/")
            if answer["Location"] == "/import/":
                return pressed
            assert client.get(answer["Location"]).status_code == 200
        raise AssertionError("It does not end.")

    return undone


@pytest.mark.parametrize("batch", [1, 3, 500])
def test_it_is_byte_for_byte_as_if_the_file_had_never_come(
    batch: int,
    known: dict[str, Contact],
    campaign: Campaign,
    take: Take,
    client: Client,
    undo: Undo,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(undoing, "BATCH", batch)
    monkeypatch.setattr(taking, "BATCH", 2 if batch == 1 else 2_000)
    monkeypatch.setattr("transfer.writes.running.A_SLICE", 0)
    before = all_of(campaign)

    upload = take(SECOND)
    assert upload.made() == 2
    assert campaign.contacts.get(name="Kim Vale", company__name="Brightmill").position == "Chief planner"
    assert "Who stays" not in client.get(f"/import/{upload.pk}/undo/").content.decode()
    shown = dict(campaign.contacts.values_list("pk", "version"))
    presses = undo(upload)

    assert all_of(campaign) == before
    lee = campaign.contacts.get(name="Lee Moss")
    assert lee.version > shown[lee.pk]  # a tab that is still open over both is told
    assert list(out_of_step()) == []
    assert (presses > 10) == (batch == 1)


def test_two_imports_are_undone_in_either_order(campaign: Campaign, take: Take, undo: Undo) -> None:
    empty = all_of(campaign)
    for last_first in (True, False):
        for upload in sorted([take(FIRST), take(SECOND)], key=lambda one: one.pk, reverse=last_first):
            undo(upload)
        stayed = {contact.name for contact in campaign.contacts.all()}
        # Whom the second file changed stays when the first goes: they are not as it made them.
        assert stayed == (set() if last_first else {"Kim Vale", "Lee Moss", "Acme"})
        assert (all_of(campaign) == empty) is last_first


TOUCHED: dict[str, Callable[[Client, Contact], Any]] = {
    "starred": lambda client, contact: client.post(f"/people/{contact.pk}/star/", {"starred": "yes"}),
    "noted": lambda client, contact: factories.make_note(contact),
    "shared": lambda client, contact: client.post(f"/people/{contact.pk}/share/", {"shared": "Both rowed"}),
    "joined": lambda client, contact: client.post("/people/bulk/join/", {"picked": contact.pk}),
    "tagged": lambda client, contact: contact.tags.create(campaign=contact.campaign, name="alumni", folded="alumni"),
    "introduced somebody": lambda client, contact: factories.make_contact(contact.campaign, introduced_by=contact),
    "asked": lambda client, contact: factories.make_invitation(contact),
    "never proposed": lambda client, contact: Contact.objects.filter(pk=contact.pk).update(not_for_this=True),
    "edited": lambda client, contact: client.post(
        f"/people/{contact.pk}/edit/", {"name": contact.name, "position": "Captain", "version": contact.version}
    ),
}


def test_who_was_touched_since_stays_and_is_listed_before(
    campaign: Campaign, client: Client, take: Take, undo: Undo
) -> None:
    names = {f"Given Family{number}": touch for number, touch in enumerate(TOUCHED.values())}
    rows = [
        f"Given,{name.split()[1]},,,Acme {place},Pilot,06 Jun 2024" for place, name in enumerate([*names, "X Gone"])
    ]
    upload = take(linkedin(*rows))
    for name, touch in names.items():
        touch(client, campaign.contacts.get(name=name))
    page = client.get(f"/import/{upload.pk}/undo/").content.decode()
    assert [name for name in names if name not in page] == []
    assert "Given Gone" not in page
    assert "1 person whom it made goes out of your address book" in page
    assert f"{len(names)} stay" in page
    undo(upload)

    assert {contact.name for contact in campaign.contacts.filter(given_name="Given")} == {*names}
    assert not campaign.companies.filter(name=f"Acme {len(names)}").exists()
    assert campaign.companies.filter(name="Acme 0").exists()
    assert take(linkedin(*rows)).made() == 1


def test_what_was_changed_since_about_somebody_known_stays(
    known: dict[str, Contact], campaign: Campaign, client: Client, take: Take, undo: Undo
) -> None:
    upload = take(SECOND)
    kim = campaign.contacts.get(linkedin_key="/in/kim-new")
    reach = {"links": f"{LINKEDIN}kim-new\nhttps://kim.example", "emails": "kim@example.org"}
    typed = {"name": "Kim Valeria", "position": "Captain", "company": "Brightmill", "version": kim.version, **reach}
    assert client.post(f"/people/{kim.pk}/edit/", typed).status_code == 302
    kim.refresh_from_db()
    assert "4 people whom you had already get back" in client.get(f"/import/{upload.pk}/undo/").content.decode()

    undo(upload)

    after = Contact.objects.select_related("company").get(pk=kim.pk)
    assert (after.name, after.given_name, after.position) == ("Kim Valeria", "Kim", "Captain")
    assert (after.company and after.company.name, after.linkedin_key) == ("Acme", "/in/kim-old")
    assert sorted(link.url for link in after.links.all()) == ["https://kim.example", f"{LINKEDIN}kim-old"]
    assert (after.version, after.emails.count()) == (kim.version + 1, 0)


def test_it_is_offered_once_it_is_done_and_only_where_what_was_is_known(
    upload: Upload, run: Run, client: Client, campaign: Campaign
) -> None:
    upload(FIRST)
    address = f"/import/{(staged := campaign.imports.get()).pk}/undo/"
    assert client.post(address)["Location"] == staged.get_absolute_url()
    done = run(staged)
    assert address in client.get(done.get_absolute_url()).content.decode()
    Import.objects.update(companies_until=None)

    assert address not in client.get(done.get_absolute_url()).content.decode()
    assert client.post(address)["Location"] == client.get(address)["Location"] == done.get_absolute_url()
    assert campaign.contacts.count() == 4
