"""Adding a person, and changing what is known of them."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, ContactLink
from contacts.writes.people import add_email, index_contacts
from tests.factories import make_contact

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

EVERYTHING = {
    "name": "Dr. Wren Hale",
    "nickname": "Wrennie",
    "position": "Line lead",
    "company": "Brightmill Foods",
    "emails": "wren@example.org\nhale@example.com",
    "phones": "Work: 01632 960 118\n01632 960 119",
    "links": "linkedin.com/in/Wren-Hale\nexample.org/wren",
    "location": "Aldermoor",
    "tags": "food, former boss",
    "note": "Met at the fair",
    "shared": "Night shifts at 22\nCanal walks",
    "birth_day": "29",
    "birth_month": "2",
    "connected_on": "2021-05-04",
    "how_we_met": "Trade fair",
    "known_year": "2009",
    "known_month": "5",
    "knows_about": "Audits",
    "could_help_them": "The winter list",
    "ask_next_time": "Did the boat pass?",
    "starred": "on",
    "where": "network",
}


def post_new(client: Client, **fields: str) -> "Answer":
    return client.post("/people/new/", {"name": "Wren Hale", "where": "network", **fields})


def make_known(campaign: Campaign, name: str, **fields: Any) -> Contact:
    """Somebody who can be found by their name."""
    contact = make_contact(campaign, name, **fields)
    index_contacts([contact])
    return contact


def test_a_name_is_enough(client: Client, campaign: Campaign) -> None:
    answer = post_new(client)

    contact = campaign.contacts.get()
    assert answer["Location"] == f"/people/{contact.pk}/"
    assert (contact.name, contact.family_name, contact.phase) == ("Wren Hale", "Hale", "initiate")


def test_everything_that_is_known_is_kept(client: Client, campaign: Campaign) -> None:
    assert client.post("/people/new/", EVERYTHING).status_code == 302

    contact = campaign.contacts.get()
    assert contact.company is not None
    assert contact.company.name == "Brightmill Foods"
    assert [email.address for email in contact.emails.all()] == ["wren@example.org", "hale@example.com"]
    assert [(phone.number, phone.label) for phone in contact.phones.all()] == [
        ("01632 960 118", "Work"),
        ("01632 960 119", ""),
    ]
    assert [link.url for link in contact.links.all()] == [
        "https://linkedin.com/in/Wren-Hale",
        "https://example.org/wren",
    ]
    assert contact.linkedin_key == "/in/wren-hale"
    assert [tag.name for tag in contact.tags.all()] == ["food", "former boss"]
    assert contact.notes.get().text == "Met at the fair"
    assert contact.common_ground.found().count() == 2
    assert (contact.birth_day, contact.birth_month, contact.birth_year) == (29, 2, None)
    assert contact.known_from_before == date(2009, 5, 1)
    assert contact.connected_on == date(2021, 5, 4)
    assert contact.starred


def test_the_edit_form_shows_all_of_it_and_saving_changes_nothing(client: Client, campaign: Campaign) -> None:
    client.post("/people/new/", EVERYTHING)
    contact = campaign.contacts.get()
    before = dict(Contact.objects.filter(pk=contact.pk).values().get())
    form = client.get(f"/people/{contact.pk}/edit/").context["form"]

    typed = {name: form[name].value() for name in form.fields}
    kept = {name: value for name, value in typed.items() if value not in (None, False)}
    answer = client.post(f"/people/{contact.pk}/edit/", {**kept, "version": contact.version})

    assert answer.status_code == 302
    assert dict(Contact.objects.filter(pk=contact.pk).values().get()) == {**before, "version": contact.version + 1}
    assert [email.address for email in contact.emails.all()] == ["wren@example.org", "hale@example.com"]


def test_somebody_can_be_kept_for_later(client: Client, campaign: Campaign) -> None:
    post_new(client, where="book")

    assert not campaign.contacts.get().in_network


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("links", "javascript:alert(1)"),
        ("links", "data:text/html,<b>"),
        ("emails", "nobody at example"),
        ("birth_day", "31"),
        ("known_year", "2090"),
        ("known_day", "17"),
        ("connected_on", "soon"),
        ("name", "x" * 241),
        ("tags", "y" * 61),
        ("phones", "5" * 61),
    ],
)
def test_a_refused_form_keeps_every_character(client: Client, campaign: Campaign, field: str, typed: str) -> None:
    answer = post_new(client, **{"knows_about": "Audits & “shifts”", field: typed})

    form = answer.context["form"]
    assert answer.status_code == 422
    assert form[field].value() == typed
    assert form["knows_about"].value() == "Audits & “shifts”"
    assert not campaign.contacts.exists()


def test_a_name_close_to_somebody_known_asks_which(client: Client, campaign: Campaign) -> None:
    known = make_known(campaign, "Desmond Achterby", joined_on=None)

    answer = post_new(client, name="Desmond Achterbey")

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Which one?" in text
    assert f'value="{known.pk}"' in text
    assert 'name="asked" value="Desmond Achterbey"' in text
    assert campaign.contacts.count() == 1


def test_the_answer_new_makes_somebody_new(client: Client, campaign: Campaign) -> None:
    make_known(campaign, "Desmond Achterby")

    post_new(client, name="Desmond Achterbey", asked="Desmond Achterbey", which="new")

    assert campaign.contacts.count() == 2


def test_an_answer_to_another_question_is_none(client: Client, campaign: Campaign) -> None:
    make_known(campaign, "Desmond Achterby")

    answer = post_new(client, name="Desmond Achterbey", asked="Tove Marrick", which="new")

    assert answer.status_code == 422


def test_who_was_known_already_is_completed_and_nothing_typed_is_lost(client: Client, campaign: Campaign) -> None:
    known = make_known(campaign, "Desmond Achterby", joined_on=None, position="Buyer", company="Saltmarsh")
    add_email(known, "d@example.org")

    answer = post_new(
        client,
        name="Desmond Achterbey",
        asked="Desmond Achterbey",
        which=str(known.pk),
        position="Head of buying",
        location="Aldermoor",
        company="Northgate",
        emails="d@example.org\ndesmond@example.org",
        note="Asked after the boat",
    )

    assert answer["Location"] == f"/people/{known.pk}/"
    known.refresh_from_db()
    assert (known.name, known.position, known.location) == ("Desmond Achterby", "Buyer", "Aldermoor")
    assert known.in_network
    assert known.emails.count() == 2
    note = known.notes.get().text
    assert all(words in note for words in ("Asked after the boat", "Head of buying", "Northgate"))


def test_a_stranger_is_never_meant(client: Client, other_campaign: Campaign, campaign: Campaign) -> None:
    theirs = make_contact(other_campaign, "Desmond Achterby")
    add_email(theirs, "d@example.org")
    Contact.objects.filter(pk=theirs.pk).update(linkedin_key="/in/desmond")

    answer = post_new(client, name="Desmond Achterby", emails="d@example.org", links="linkedin.com/in/desmond")
    assert answer.status_code == 302

    answer = post_new(client, name="Tove Marrick", asked="Tove Marrick", which=str(theirs.pk))
    assert campaign.contacts.count() == 2
    assert theirs.notes.count() == 0


@pytest.mark.parametrize(
    ("field", "typed"), [("emails", "WREN@example.org"), ("links", "https://uk.linkedin.com/in/Wren/")]
)
def test_an_address_or_profile_that_somebody_has_names_them(
    client: Client, campaign: Campaign, field: str, typed: str
) -> None:
    wren = make_contact(campaign, "Wren Hale", linkedin_key="/in/wren")
    add_email(wren, "wren@example.org")

    answer = post_new(client, name="Quentin Ardry", **{field: typed})

    assert answer.status_code == 422
    assert f'<a href="/people/{wren.pk}/">Wren Hale</a> has' in answer.content.decode()


def test_posted_twice_it_is_one_person(client: Client, campaign: Campaign) -> None:
    page = client.get("/people/new/").content.decode()
    key = page.split('name="draft" value="')[1].split('"')[0]

    first, second = (post_new(client, draft=key) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert campaign.contacts.count() == 1


def edit(client: Client, contact: Contact, **fields: Any) -> "Answer":
    typed = {"name": contact.name, "version": contact.version, **fields}
    return client.post(f"/people/{contact.pk}/edit/", typed)


def test_the_second_of_two_tabs_is_shown_both_texts(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")
    edit(client, contact, position="Plant manager", location="Aldermoor")

    answer = edit(client, contact, position="Line lead", location="Aldermoor")

    contact.refresh_from_db()
    assert answer.status_code == 409
    assert answer.context["differences"] == [("Position", "Plant manager", "Line lead")]
    assert contact.position == "Plant manager"
    text = answer.content.decode()
    assert f'name="version" value="{contact.version}"' in text
    assert 'value="Line lead"' in text

    assert edit(client, contact, position="Line lead").status_code == 302


def test_a_refused_edit_keeps_the_version_it_began_with(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")
    edit(client, contact, position="Plant manager")

    answer = edit(client, contact, emails="nonsense")

    assert answer.status_code == 422
    assert 'name="version" value="1"' in answer.content.decode()


def test_another_name_is_found_and_sorted_by(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")

    edit(client, contact, name="Wren Achterby")

    contact.refresh_from_db()
    assert contact.sort_name == "achterby wren"
    assert {word.word for word in contact.search_words.all()} == {"wren", "achterby"}


def test_what_is_taken_out_is_gone(client: Client, campaign: Campaign) -> None:
    client.post("/people/new/", EVERYTHING)
    contact = campaign.contacts.get()

    edit(client, contact, emails="hale@example.com", tags="food")

    contact.refresh_from_db()
    assert [email.address for email in contact.emails.all()] == ["hale@example.com"]
    assert not contact.phones.exists()
    assert contact.linkedin_key == ""
    assert [tag.name for tag in contact.tags.all()] == ["food"]


def test_a_profile_that_an_import_brought_stays_through_an_edit(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale", linkedin_key="/in/wren")
    form = client.get(f"/people/{contact.pk}/edit/").context["form"]

    edit(client, contact, links=form["links"].value())

    contact.refresh_from_db()
    assert contact.linkedin_key == "/in/wren"
    assert ContactLink.objects.get().url == "https://www.linkedin.com/in/wren"


def test_another_campaigns_company_is_not_taken(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    make_contact(other_campaign, company="Brightmill Foods")

    post_new(client, company="brightmill foods")

    company = campaign.contacts.get().company
    assert company is not None
    assert company.campaign == campaign


def test_bob_cannot_edit_what_is_alices(stranger: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")

    assert edit(stranger, contact, position="Thief").status_code == 404
    contact.refresh_from_db()
    assert contact.position == ""
