"""The cast and the stage: Alice owns a campaign, Bob owns another one, and nobody is signed in by chance."""

import os
from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from tests import factories

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's loop runs in the thread of the tests
database = connections["default"].settings_dict
database["CONN_MAX_AGE"] = 0  # a thread of the live server that a browser keeps waiting would hold the test database
if settings.ON_SQLITE:
    # A file, not memory: the threads of the live server would share one connection. No fsync: only in tests.
    database["TEST"]["NAME"] = str(settings.DATA_DIR / "test.sqlite3")
    database["OPTIONS"]["init_command"] = database["OPTIONS"]["init_command"].replace("FULL", "OFF")
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

TODAY = date(2026, 11, 23)  # a Monday
TOUCH_A_DATABASE = {"db", "transactional_db", "django_db_setup", "server"}
"""The fixtures of tests that do so themselves or through a process of the app."""


OF_THE_PAGES = {
    "account", "admin", "campaign", "companies", "events", "follow_ups", "meetings", "obtained", "people", "pitch",
    "research", "today", "trash",
}  # fmt: skip
"""The places whose pages the walks of tests/safety, tests/size and tests/reliability visit on PostgreSQL too: what else
is said of them is shown on SQLite. The others search and import.
"""


LONGEST = {
    "test_acts_at_once.py", "test_failed_requests.py", "test_first_days.py", "test_ninety_days.py", "test_one_truth.py",
    "test_open_rows.py", "test_wide_names.py",
}  # fmt: skip
"""They begin, so that at the end no worker goes on alone."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL what touches no database, or is of the pages alone, is left out: it shows the same as on SQLite."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
    if settings.ON_SQLITE:
        return
    left_out = [item for item in items if not asks_the_database(item)]
    items[:] = [item for item in items if asks_the_database(item)]
    config.hook.pytest_deselected(items=left_out)


def asks_the_database(item: pytest.Item) -> bool:
    place = item.path.parent
    if "of_the_pages" in item.keywords or (place.parent.name == "pages" and place.name in OF_THE_PAGES):
        return False
    return "django_db" in item.keywords or bool(TOUCH_A_DATABASE.intersection(getattr(item, "fixturenames", ())))


@pytest.fixture
def alice(db: None) -> User:
    return factories.make_user("alice@example.com", name="Alice Archer")


@pytest.fixture
def bob(db: None) -> User:
    return factories.make_user("bob@example.com", name="Bob Baker")


@pytest.fixture
def campaign(alice: User) -> Campaign:
    return factories.make_campaign(owner=alice)


@pytest.fixture
def other_campaign(bob: User) -> Campaign:
    return factories.make_campaign(owner=bob)


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def client(alice: User, campaign: Campaign, sign_in: Callable[[User], Client]) -> Client:
    """Alice's browser."""
    return sign_in(alice)


@pytest.fixture
def stranger(bob: User, other_campaign: Campaign, sign_in: Callable[[User], Client]) -> Client:
    """Bob's browser: signed in, and nothing of Alice's exists for it."""
    return sign_in(bob)


@pytest.fixture
def visitor() -> Client:
    return Client()
