"""Whose a new row is can be said without JavaScript: from the person's page, and of nobody else's person."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from pages.admin.contact import ADDS
from tests import factories

NOBODY = "nobody can be chosen here"


def test_each_row_about_somebody_can_be_added_from_their_page(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")
    page = unescape(alices.get(f"/admin/contacts/contact/{person.pk}/change/").content.decode())

    for name in ADDS:
        address = f"{reverse(name)}?contact={person.pk}"
        assert f'href="{address}"' in page
        form = alices.get(address).content.decode()
        assert f'<option value="{person.pk}" selected>Tove Marrick</option>' in form
        assert NOBODY not in form
        assert NOBODY in alices.get(reverse(name)).content.decode()


@pytest.mark.parametrize("key", ["theirs", "99999999"])
def test_a_foreign_person_in_the_address_is_nobody(alices: Client, other_campaign: Campaign, key: str) -> None:
    theirs = factories.make_contact(other_campaign, "Zephyrine Person")
    page = alices.get(f"/admin/meetings/meeting/add/?contact={theirs.pk if key == 'theirs' else key}").content.decode()

    assert "Zephyrine" not in page
    assert "selected>" not in page.split('name="contact"')[1].split("</select>")[0]
    assert NOBODY in page
