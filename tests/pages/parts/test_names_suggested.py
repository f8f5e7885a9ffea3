"""R6: a name is suggested while it is typed, by one mechanism in every form that asks for somebody."""

import re
from typing import Final

import pytest
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import make_contact
from tests.pages.parts.typed import FORMS, every_form, post

pytestmark = pytest.mark.of_the_pages

SUGGESTED: Final = {
    **{form: (address, field) for form, (address, field, _) in FORMS.items()},
    "a new person": ("/people/new/", "name"),
    "the week ahead": ("/campaign/week/", "line2-person"),
    "whom they named": ("/meetings/log/", "given-1-name"),
}


@pytest.mark.parametrize("form", SUGGESTED)
def test_a_name_is_suggested_while_it_is_typed(client: Client, campaign: Campaign, form: str) -> None:
    """With scripts a suggestion stands in a field of its own, which the form reads."""
    address, field = SUGGESTED[form]
    page = client.get(address).content.decode()
    typed = re.search(rf'<input[^>]*\bname="{field}"[^>]*>', page)

    assert typed
    assert 'data-suggest="/people/suggest/"' in typed[0]
    into = re.search(r'data-into="([^"]+)"', typed[0])
    assert into
    assert len(re.findall(rf'<input(?=[^>]*type="hidden")[^>]*\bid="{into[1]}"', page)) == 1


@every_form
def test_who_was_suggested_is_meant_though_two_are_called_alike(
    client: Client, alice: User, campaign: Campaign, form: str
) -> None:
    one, _ = make_contact(campaign, "Zoë Brandt", "DHL"), make_contact(campaign, "Zoë Brandt", "Maersk")

    assert post(client, form, "Zoë Brandt", alice.today(), picked=str(one.pk)) == 302
    assert Contact.objects.in_network().get() == one
    assert Contact.objects.count() == 2


def test_who_was_suggested_as_new_is_who_is_there(client: Client, campaign: Campaign) -> None:
    one, _ = make_contact(campaign, "Zoë Brandt", "DHL"), make_contact(campaign, "Zoë Brandt", "Maersk")
    new = {"name": "Zoë Brandt", "where": "network", "nickname": "Zo"}

    assert client.post("/people/new/", {**new, "name": "Zo Brandt", "picked": one.pk}).status_code == 422
    assert client.post("/people/new/", {**new, "picked": one.pk}).status_code == 302
    assert Contact.objects.get(nickname="Zo") == one
