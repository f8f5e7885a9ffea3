"""The admin in a browser; no change form, whose autocomplete fields and heads of inlines are Django's to mend."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from accounts.models import User
from campaigns.models import Campaign
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_index_the_lists_and_deleting_are_open_to_everybody(
    every_look: Callable[[str, User | None], None], alice: User, campaign: Campaign
) -> None:
    alice.is_staff = True
    alice.save()
    contact = factories.make_contact(campaign)
    factories.make_meeting(contact)

    for name in ("index", "contacts_contact_changelist", "meetings_meeting_changelist"):
        every_look(reverse(f"admin:{name}"), alice)
    every_look(reverse("admin:contacts_contact_delete", args=[contact.pk]), alice)
