"""Law "names": each form that takes a name takes the same ones, and refuses what nobody could read or say."""

from importlib import import_module
from typing import Final

import pytest
from django.apps import apps
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Company, Contact, Tag
from contacts.writes.people import make_contact
from pages.parts.fields import UNREADABLE
from pitch.models import Skill, Story
from tests import factories
from tests.pages.parts.typed import every_form, post

pytestmark = pytest.mark.of_the_pages

LONGEST: Final = "Zoë " + "b" * 236
COMPANY: Final = "c" * 200
NOTHING_TO_READ: Final = [
    "\u200b",
    "👩‍🚀",
    "\u200d\ufe0f",
    "?!",
    "—",
    "\u3164",
    "\u2800",
    "“”",
    "🇩🇪 🇦🇹",
    '"\u200b", "DHL"',
]
NOTHING_IN_A_WORD: Final = [typed for typed in NOTHING_TO_READ if "DHL" not in typed]


@every_form
@pytest.mark.parametrize("meant", ["them", "new"])
def test_a_known_name_alone_is_neither_tied_nor_doubled_unasked(
    client: Client, alice: User, campaign: Campaign, form: str, meant: str
) -> None:
    known = make_contact(campaign, "Zoë Brandt", "DHL")

    assert post(client, form, "zoe brandt", alice.today()) == 422
    assert Contact.objects.get() == known

    answer = str(known.pk) if meant == "them" else meant
    assert post(client, form, "zoe brandt", alice.today(), answer) == 302
    joined = Contact.objects.in_network().get()
    assert ((joined == known), Contact.objects.count()) == ((True, 1) if meant == "them" else (False, 2))


@every_form
def test_the_longest_name_and_company_are_taken_as_they_are(client: Client, alice: User, form: str) -> None:
    assert post(client, form, f"{LONGEST}, {COMPANY}", alice.today()) == 302
    assert Contact.objects.values_list("name", "company__name").get() == (LONGEST, COMPANY)


@every_form
@pytest.mark.parametrize("typed", [f"{LONGEST}b", f"Zoë Brandt, {COMPANY}c"])
def test_a_longer_one_is_refused(client: Client, alice: User, form: str, typed: str) -> None:
    assert post(client, form, typed, alice.today()) == 422
    assert not Contact.objects.exists()


@every_form
@pytest.mark.parametrize("typed", [*NOTHING_TO_READ, "Zoë Brandt, 🚀"])
def test_a_name_or_company_without_a_letter_is_refused(client: Client, alice: User, form: str, typed: str) -> None:
    assert post(client, form, typed, alice.today()) == 422
    assert not Contact.objects.exists()


@pytest.mark.parametrize("field", ["name", "company", "nickname", "tags", "shared"])
@pytest.mark.parametrize("typed", NOTHING_IN_A_WORD)
def test_a_new_person_is_called_by_nothing_unreadable(client: Client, field: str, typed: str) -> None:
    answer = client.post("/people/new/", {"name": "Zoë Brandt", "where": "network", field: typed})

    assert answer.status_code == 422
    assert UNREADABLE in answer.content.decode()
    assert not Contact.objects.exists()


def test_a_new_persons_name_and_company_are_as_long_as_anywhere(client: Client) -> None:
    new = {"name": LONGEST, "company": COMPANY, "where": "network"}

    assert client.post("/people/new/", {**new, "name": f"{LONGEST}b"}).status_code == 422
    assert client.post("/people/new/", new).status_code == 302


def test_what_a_file_brought_may_stay_while_something_else_is_changed(client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Zoë Brandt", company="—")
    address = f"/people/{person.pk}/edit/"
    typed = {"name": "Zoë Brand", "company": "—", "version": person.version}

    assert client.post(address, {**typed, "company": "…"}).status_code == 422
    assert client.post(address, typed).status_code == 302
    person.refresh_from_db()
    assert (person.name, str(person.company)) == ("Zoë Brand", "—")


@pytest.mark.parametrize("typed", NOTHING_IN_A_WORD)
def test_a_referral_names_somebody_who_can_be_read(client: Client, campaign: Campaign, alice: User, typed: str) -> None:
    line = {"given-0-kind": "referral", "given-0-name": typed}
    form = {"person": "Tove Marrick", "day": alice.today().isoformat(), "mode": "video", "given-TOTAL_FORMS": "1"}
    answer = client.post("/meetings/log/", {**form, "given-INITIAL_FORMS": "0", **line})

    assert answer.status_code == 422
    assert "Type a name, with letters: nothing of this one can be read." in answer.content.decode()


@pytest.mark.parametrize("typed", NOTHING_IN_A_WORD)
def test_nothing_else_is_called_by_what_cannot_be_read(client: Client, campaign: Campaign, typed: str) -> None:
    person = factories.make_contact(campaign)
    follow_up = {"kind": "action", "due_on": "2100-01-01"}
    forms = {
        "/companies/": {"name": typed},
        "/people/bulk/tag/": {"name": typed, "picked": person.pk, "sure": "yes"},
        "/pitch/skills/": {"first": "Planning", "second": typed},
        "/pitch/stories/new/": {"title": typed},
        "/pitch/position/": {"position": typed},
        "/welcome/": {"position": typed},
        f"/follow-ups/new/?contact={person.pk}": {"text": typed, **follow_up},
        f"/people/{person.pk}/share/": {"shared": typed},
    }
    answers = {address: client.post(address, posted) for address, posted in forms.items()}

    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(forms, 422)
    assert not any(model.objects.exists() for model in (Company, Tag, Skill, Story))


def test_a_company_whose_letters_fold_to_more_of_them_fits_its_column(campaign: Campaign) -> None:
    company = make_contact(campaign, "Zoë Brandt", "ß" * 200).company

    assert company is not None
    assert len(company.folded) == 200


@pytest.mark.parametrize(
    ("name", "given", "family", "called"),
    [
        ("👩‍🚀 Zoë", "👩‍🚀", "Zoë", ("Zoë", "")),
        ("👩‍🚀 Zoë Brandt", "👩‍🚀 Zoë", "Brandt", ("Zoë", "Brandt")),
        ("\u200b Zoë", "\u200b", "Zoë", ("Zoë", "")),
        ("Zoë J. Brandt", "Zoë J.", "Brandt", ("Zoë J.", "Brandt")),
        ("Zoë Brandt", "Zo", "Brandt", ("Zo", "Brandt")),
    ],
)
def test_who_is_stored_already_is_called_by_what_can_be_said(
    campaign: Campaign, name: str, given: str, family: str, called: tuple[str, str]
) -> None:
    person = factories.make_contact(campaign, name, given_name=given, family_name=family)

    import_module("contacts.migrations.0016_names_that_can_be_said").call_by_what_is_said(apps, None)

    person.refresh_from_db()
    assert (person.given_name, person.family_name) == called
    assert person.name == name


@pytest.mark.parametrize(
    ("typed", "name", "company"),
    [
        ({"name": "Jo Meier, DHL"}, "Jo Meier", "DHL"),
        ({"name": "Jo Meier, PMP®, Contoso, Ltd."}, "Jo Meier, PMP®", "Contoso, Ltd."),
        ({"name": '"Meier, Jo", "DHL"'}, "Meier, Jo", "DHL"),
        ({"name": "Meier, Jo", "company": "DHL"}, "Meier, Jo", "DHL"),
    ],
)
def test_a_new_person_is_read_as_everywhere(
    client: Client, campaign: Campaign, typed: dict[str, str], name: str, company: str
) -> None:
    assert client.post("/people/new/", {"where": "book", **typed}).status_code == 302

    contact = campaign.contacts.select_related("company").get()
    assert (contact.name, str(contact.company)) == (name, company)
