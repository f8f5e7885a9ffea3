"""Who opens the admin: Alice on her own rows, and Bob, who must find none of them."""

from collections.abc import Callable

import pytest
from django.db.models import Model
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from tests.pages.admin.admin_rows import HIDDEN, fill


@pytest.fixture
def hidden(campaign: Campaign) -> dict[type[Model], Model]:
    """Alice's rows."""
    campaign.position = f"{HIDDEN} position"
    campaign.save()
    return fill(campaign)


@pytest.fixture
def staff(bob: User, other_campaign: Campaign, sign_in: Callable[[User], Client]) -> Client:
    """Bob, a superuser even."""
    bob.is_staff = bob.is_superuser = True
    bob.save()
    return sign_in(bob)


@pytest.fixture
def alices(alice: User, client: Client) -> Client:
    """Alice, who may open the admin, and is no superuser."""
    alice.is_staff = True
    alice.save()
    return client
