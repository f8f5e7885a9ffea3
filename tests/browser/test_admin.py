"""The admin in a browser: its lists, what is done to many, and the spreadsheet's page. Of a change form's autocomplete
fields and heads of inlines, which are Django's to mend, nothing is asked yet.
"""

from collections.abc import Callable

import pytest
from django.urls import reverse

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ("index", "contacts_contact_changelist", "meetings_meeting_changelist", "contacts_contact_import",
         "contacts_contact_export")  # fmt: skip


@pytest.fixture
def contact(alice: User, campaign: Campaign) -> Contact:
    alice.is_staff = True
    alice.save()
    person = factories.make_contact(campaign, "Tove Marrick", company="Quayside Roasters", position="Head of buying")
    factories.make_meeting(person)
    return person


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_open_to_everybody(
    every_look: Callable[[str, User | None], None], alice: User, contact: Contact, name: str
) -> None:
    every_look(reverse(f"admin:{name}"), alice)


def test_deleting_is_open_to_everybody(
    every_look: Callable[[str, User | None], None], alice: User, contact: Contact
) -> None:
    every_look(reverse("admin:contacts_contact_delete", args=[contact.pk]), alice)
