"""The page and the admin narrow people by the same bounds: `this week` ends on Sunday in both."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.narrowing import Due, Spoke
from tests.conftest import TODAY
from tests.factories import at, make_contact


def listed(client: Client, address: str) -> set[str]:
    page = client.get(address, follow=True).content.decode()
    return {name for name in Contact.objects.values_list("name", flat=True) if name in page}


@time_machine.travel(at(TODAY, 9), tick=False)
@pytest.mark.parametrize("asked", [*(f"due={due}" for due in Due), *(f"spoke={spoke}" for spoke in Spoke)])
def test_both_lists_narrow_alike(client: Client, alice: User, campaign: Campaign, asked: str) -> None:
    alice.is_staff = True
    alice.save()
    for days in (-100, -40, -3, 0, 5, 6, 7, 8):
        acting, spoke = make_contact(campaign, f"Acts {days} d"), make_contact(campaign, f"Spoke {days} d")
        Contact.objects.filter(pk=acting.pk).update(acts_on=TODAY + timedelta(days=days))
        Contact.objects.filter(pk=spoke.pk).update(last_spoke_on=TODAY + timedelta(days=min(days, 0)))

    on_the_page = listed(client, f"/people/?{asked}")

    assert on_the_page
    assert on_the_page == listed(client, f"/admin/contacts/contact/?where=network&{asked}")
