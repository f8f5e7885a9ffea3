"""Bulk edits of people in the admin: list, actions, spreadsheets. Each keeps the standing right."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Company, Contact, SearchWord
from contacts.rules.phases import Phase
from meetings.rules.asking import Answer
from outcomes.models import FollowUp
from tests import factories

NAMED = {"name": "Tove Marrick", "given_name": "Tove", "family_name": "Marrick"}
LIST = "/admin/contacts/contact/"
HEAD = ["id", "name", "company", "emails", "tags", "position", "location", "how_we_met", "known_from_before",
        "knows_about", "could_help_them", "ask_next_time", "starred", "phase", "joined_on", "held_count",
        "last_spoke_on", "next_due_on"]  # fmt: skip


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 09:00Z", tick=False):
        yield


@pytest.fixture
def admin(alice: User, client: Client) -> Client:
    """Alice, who may open the admin, and is no superuser."""
    alice.is_staff = True
    alice.save()
    return client


def act(client: Client, name: str, *people: Contact, **typed: str) -> str:
    posted = {"action": name, "_selected_action": [str(person.pk) for person in people], **typed}
    return client.post(LIST, posted, follow=True).content.decode()


def test_people_are_tagged(admin: Client, campaign: Campaign) -> None:
    desmond, ilse = (factories.make_contact(campaign, name) for name in ("Desmond Achterby", "Ilse Okonmar"))

    act(admin, "tag", desmond, ilse, words=" food ")

    assert [tag.name for tag in desmond.tags.all()] == [tag.name for tag in ilse.tags.all()] == ["food"]
    assert "Which tag?" in act(admin, "tag", desmond)


def test_people_join_the_network(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, joined_on=None)

    act(admin, "add_to_network", person)

    person.refresh_from_db()
    assert (person.joined_on, person.phase) == (date(2026, 11, 23), Phase.INITIATE)


def test_two_hundred_join_at_once_and_no_more(admin: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign, joined_on=None) for _ in range(201)]

    assert "At most 200 people at once." in act(admin, "add_to_network", *people)
    assert not Contact.objects.in_network().exists()
    act(admin, "add_to_network", *people[:200])
    assert Contact.objects.in_network().count() == 200


def test_a_follow_up_is_made_for_each_on_the_chosen_day(admin: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign, joined_on=None), factories.make_contact(campaign)]

    act(admin, "follow_up", *people, words="Send the plant list", day="2026-12-01")

    assert set(FollowUp.objects.values_list("text", "due_on")) == {("Send the plant list", date(2026, 12, 1))}
    assert set(Contact.objects.values_list("next_due_on", "joined_on")) == {(date(2026, 12, 1), date(2026, 11, 23))}


def test_people_are_left_for_now_and_taken_up_again(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    factories.make_follow_up(person)

    assert "Wait until which day?" in act(admin, "leave_for_now", person, because="wait")
    act(admin, "leave_for_now", person, because="wait", day="2027-01-11")
    person.refresh_from_db()
    assert (person.left_until, person.next_due_on) == (date(2027, 1, 11), None)
    act(admin, "come_back", person)
    person.refresh_from_db()
    assert (person.left_on, person.next_due_on) == (None, factories.DAY)


def formset(prefix: str, *rows: dict[str, Any], initial: int = 0) -> dict[str, Any]:
    data: dict[str, Any] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def typed(**changed: Any) -> dict[str, Any]:
    prefixes = ("emails", "phones", "links", "common_ground", "notes")
    return {key: value for prefix in prefixes for key, value in formset(prefix).items()} | NAMED | changed


def test_a_list_is_edited_as_a_list(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")
    row = {"id": person.pk, "position": "Head of operations", "starred": "on"}

    admin.post(LIST, formset("form", row, initial=1) | {"_save": "Save"})

    person.refresh_from_db()
    assert (person.position, person.starred, person.version) == ("Head of operations", True, 2)


def test_a_strangers_row_in_the_list_is_not_edited(admin: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    factories.make_contact(campaign)
    theirs = factories.make_contact(other_campaign)

    admin.post(LIST, formset("form", {"id": theirs.pk, "position": "Mine"}, initial=1) | {"_save": "Save"})

    theirs.refresh_from_db()
    assert theirs.position == ""


def test_what_hangs_on_a_contact_is_saved_with_them_and_the_standing_follows(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")
    factories.make_invitation(person, answer=Answer.YES)

    answer = admin.post(
        f"{LIST}{person.pk}/change/",
        typed(name="Tove Marrick-Holm")
        | formset("emails", {"address": "Tove@Example.org"})
        | formset("links", {"url": "linkedin.com/in/tove-marrick"})
        | formset("common_ground", {"text": "Night shifts at 22", "found_on": "2026-11-20"}),
    )

    assert answer.status_code == 302
    person.refresh_from_db()
    assert (person.phase, person.sort_name) == (Phase.OBTAIN, "marrick-holm tove")
    assert person.emails.get().key == "tove@example.org"
    assert (person.links.get().url, person.linkedin_key) == ("https://linkedin.com/in/tove-marrick", "/in/tove-marrick")
    assert {row.campaign for row in (*person.emails.all(), *person.common_ground.all())} == {campaign}
    assert SearchWord.objects.filter(contact=person, word="holm").exists()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (formset("emails", {"address": "a@example.org"}, {"address": "A@example.org"}), "This stands here twice."),
        (formset("links", {"url": "javascript:alert(1)"}), "A web address begins with http"),
    ],
)
def test_what_cannot_be_is_said(admin: Client, campaign: Campaign, rows: dict[str, Any], words: str) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")

    answer = admin.post(f"{LIST}{person.pk}/change/", typed() | rows)

    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_a_new_person_stands_in_the_address_book(admin: Client, campaign: Campaign) -> None:
    assert admin.post(f"{LIST}add/", typed(given_name="", family_name="")).status_code == 302

    person = Contact.objects.get()
    assert (person.campaign, person.family_name, person.joined_on) == (campaign, "Marrick", None)


def test_a_company_of_the_same_name_is_refused(admin: Client, campaign: Campaign) -> None:
    factories.make_company(campaign, "Brightmill Foods")

    answer = admin.post("/admin/contacts/company/add/", {"name": "BRIGHTMILL foods"})

    assert "This name is there already." in answer.content.decode()
    assert Company.objects.count() == 1


# Spreadsheets.


def export(client: Client, **posted: str) -> str:
    return client.post(f"{LIST}export/", {"format": "0", "resource": "0", **posted}).content.decode("utf-8-sig")


def upload(client: Client, text: str, kind: str = "0") -> str:
    """Preview, and the confirmation where there is nothing to mend; answers what the last page says."""
    file = SimpleUploadedFile("people.csv", text.encode())
    page = client.post(f"{LIST}import/", {"import_file": file, "format": kind, "resource": "0"})
    form = page.context.get("confirm_form")
    if form is None:
        return page.content.decode()
    return client.post(f"{LIST}process_import/", form.initial, follow=True).content.decode()


def rows(*people: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(people)
    return out.getvalue()


def test_there_and_back_is_the_same(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(
        campaign, "=Tove, Marrick", company="Quayside Roasters", position="+41 head", starred=True
    )
    person.tags.create(campaign=campaign, name="food", folded="food")
    person.emails.create(campaign=campaign, address="tove@example.org", key="tove@example.org")
    factories.make_meeting(person)

    first = export(admin)
    upload(admin, first)

    assert next(csv.reader(io.StringIO(first))) == HEAD
    assert "'=Tove, Marrick" in first
    assert "'+41 head" in first
    assert export(admin) == first
    person.refresh_from_db()
    assert (person.name, person.held_count) == ("=Tove, Marrick", 1)


def test_a_row_is_edited_under_its_number_and_a_row_without_one_is_new(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")

    words = upload(
        admin,
        rows(
            ["id", "name", "company", "known_from_before"],
            [person.pk, "Tove Marrick", "Quayside Roasters", "2009-03-01"],
            ["", "Ilse Okonmar", "Harrow & Vane Dairy", ""],
        ),
    )

    assert "1 new, 1 updated" in words
    person.refresh_from_db()
    ilse = Contact.objects.get(name="Ilse Okonmar")
    assert person.company
    assert (person.company.name, person.known_from_before) == ("Quayside Roasters", date(2009, 3, 1))
    assert (ilse.campaign, ilse.family_name, ilse.joined_on) == (campaign, "Okonmar", None)
    assert SearchWord.objects.filter(contact=ilse, word="okonmar").exists()


def test_the_copies_are_not_to_be_typed_in(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")

    upload(admin, rows(["id", "name", "phase", "held_count"], [person.pk, "Tove Marrick", "use", "7"]))

    person.refresh_from_db()
    assert (person.phase, person.held_count) == (Phase.INITIATE, 0)


@pytest.mark.parametrize("field", ["name", "known_from_before"])
def test_a_row_that_cannot_be_is_named_and_nothing_is_written(admin: Client, campaign: Campaign, field: str) -> None:
    line = {"id": "", "name": "Tove Marrick", "known_from_before": "", field: "" if field == "name" else "soon"}

    words = upload(admin, rows(list(line), list(line.values()), ["", "Ilse Okonmar", ""]))

    assert "Some rows failed to validate" in words
    assert not Contact.objects.exists()


@pytest.mark.parametrize("kind", ["0", "1"])
@pytest.mark.parametrize("text", ["", "\x00\x00", "PK\x03\x04broken", "id\n1,2,3"])
def test_a_file_that_is_none_gets_a_page(admin: Client, campaign: Campaign, text: str, kind: str) -> None:
    upload(admin, text, kind)

    assert not Contact.objects.exists()


def test_a_strangers_number_makes_a_new_person(admin: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = factories.make_contact(other_campaign, "Hidden Person")

    words = upload(admin, rows(["id", "name"], [theirs.pk, "Taken Over"]))

    theirs.refresh_from_db()
    assert (theirs.name, theirs.campaign) == ("Hidden Person", other_campaign)
    assert Contact.objects.get(name="Taken Over").campaign == campaign
    assert "Hidden" not in words


def test_an_export_holds_nobody_elses_people(admin: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    mine, theirs = factories.make_contact(campaign, "Tove Marrick"), factories.make_contact(other_campaign, "Hidden")

    assert [row[1] for row in csv.reader(io.StringIO(export(admin)))] == ["name", "Tove Marrick"]
    for pk in (theirs.pk, 99_999_999):
        assert "Hidden" not in export(admin, export_items=str(pk))
    assert mine.pk


def test_a_forged_name_of_an_upload_reads_nothing(admin: Client, campaign: Campaign) -> None:
    posted = {"import_file_name": "../../etc/passwd", "original_file_name": "x", "format": "0", "resource": "0"}

    assert "Import finished: 0 new" in admin.post(f"{LIST}process_import/", posted, follow=True).content.decode()


@pytest.mark.parametrize("path", ["import/", "export/"])
def test_the_pages_need_no_inline_script_or_style(admin: Client, campaign: Campaign, path: str) -> None:
    answer = admin.get(f"{LIST}{path}")

    assert " style=" not in answer.content.decode()
    assert " onchange=" not in answer.content.decode()
    assert "unsafe" not in answer["Content-Security-Policy"]
