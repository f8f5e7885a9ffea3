"""Changing what is known of a person."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, ContactLink
from tests.factories import make_contact
from tests.pages.people.known import EVERYTHING

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer


def edit(client: Client, contact: Contact, **fields: Any) -> "Answer":
    typed = {"name": contact.name, "version": contact.version, **fields}
    return client.post(f"/people/{contact.pk}/edit/", typed)


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


def test_bob_cannot_edit_what_is_alices(stranger: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")

    assert edit(stranger, contact, position="Thief").status_code == 404
    contact.refresh_from_db()
    assert contact.position == ""


def test_who_was_known_before_may_be_known_without_a_year(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")

    edit(client, contact, known_as="we_talk")

    contact.refresh_from_db()
    assert (contact.known_as, contact.known_from_before, contact.is_known) == ("we_talk", None, True)


def test_a_year_alone_says_that_they_were_known(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")

    edit(client, contact, known_year="2009")

    contact.refresh_from_db()
    assert contact.known_as == "known"


def test_not_known_and_since_a_year_is_asked_back(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale", known_from_before=date(2009, 1, 1))

    answer = edit(client, contact, known_as="", known_year="2009")

    assert answer.status_code == 422
    assert "A year stands beside it." in answer.content.decode()
    assert edit(client, contact, known_as="").status_code == 302
    contact.refresh_from_db()
    assert not contact.is_known
