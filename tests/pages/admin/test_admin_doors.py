"""The admin is no second door to passwords, addresses and second factors, and no door answers what is strange."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests import factories

USERS = "/admin/accounts/user/"
NEW = {"usable_password": "true", "password1": "staple orbit lantern", "password2": "staple orbit lantern"}


@pytest.fixture
def found_open(alice: User, client: Client) -> Client:
    """A laptop with the admin open, whose password nobody said lately."""
    alice.is_staff = alice.is_superuser = True
    alice.save()
    return client


def confirm(client: Client) -> None:
    client.post("/account/confirm/", {"password": factories.PASSWORD})


def test_ones_own_password_has_one_door(found_open: Client, alice: User) -> None:
    for path in ("/admin/password_change/", f"{USERS}{alice.pk}/password/"):
        for answer in (found_open.get(path), found_open.post(path, NEW)):
            assert answer["Location"] == "/account/password/"

    confirm(found_open)
    assert found_open.post(f"{USERS}{alice.pk}/password/", NEW)["Location"] == "/account/password/"
    alice.refresh_from_db()
    assert alice.check_password(factories.PASSWORD)


def test_ones_own_address_is_shown_and_not_changed(found_open: Client, alice: User) -> None:
    confirm(found_open)

    found_open.post(
        f"{USERS}{alice.pk}/change/",
        {"email": "eve@example.com", "name": "A", "time_zone": "UTC", "is_active": "on", "is_staff": "on"},
    )

    alice.refresh_from_db()
    assert (alice.email, alice.name) == ("alice@example.com", "A")


@pytest.mark.parametrize("path", ["{pk}/password/", "{pk}/change/", "add/"])
def test_somebody_elses_account_is_opened_by_ones_password(found_open: Client, bob: User, path: str) -> None:
    address = f"{USERS}{path.format(pk=bob.pk)}"

    for answer in (found_open.get(address), found_open.post(address, NEW | {"email": "eve@example.com"})):
        assert answer["Location"].startswith("/account/confirm/?next=%2Fadmin%2F")
    bob.refresh_from_db()
    assert bob.email == "bob@example.com"
    assert bob.check_password(factories.PASSWORD)
    confirm(found_open)
    assert found_open.get(address).status_code == 200


def test_a_second_factor_stays_on_until_the_password_is_said(found_open: Client, bob: User) -> None:
    Authenticator.objects.create(user=bob, type=Authenticator.Type.TOTP, data={"secret": "x"})
    posted = {"action": "take_off_second_factor", "_selected_action": [bob.pk]}

    assert found_open.post(USERS, posted)["Location"].startswith("/account/confirm/")
    assert Authenticator.objects.exists()
    confirm(found_open)
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        found_open.post(USERS, posted)
        assert Authenticator.objects.exists()
    found_open.post(USERS, posted)
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "wanted",
    ["campaigns campaign tags", "campaigns campaign contacts", "contacts contact campaign", "contacts tag contacts",
     "contacts contact name", "contacts contact emails", "accounts user campaigns", "auth user groups", "  ", "x y z"],
)  # fmt: skip
def test_no_field_is_completed_for_which_no_form_asks(found_open: Client, wanted: str) -> None:
    label, model, field = wanted.split(" ")[:3]

    answer = found_open.get(
        "/admin/autocomplete/", {"app_label": label, "model_name": model, "field_name": field, "term": "a"}
    )

    assert answer.status_code == 403


def test_what_a_form_asks_for_is_completed(found_open: Client, sign_in: Callable[[User], Client]) -> None:
    answer = found_open.get(
        "/admin/autocomplete/", {"app_label": "contacts", "model_name": "contact", "field_name": "introduced_by"}
    )

    assert answer.status_code == 200


@pytest.mark.parametrize("charset", ["utf-7", "rot13", "base64", "utf-16", "idna", "punycode", "hex", "unicode_escape"])
@pytest.mark.parametrize("path", ["/admin/contacts/contact/", "/people/new/", "/account/sign-in/", "/undo/"])
def test_a_form_in_another_charset_is_refused(found_open: Client, path: str, charset: str) -> None:
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = found_open.generic("POST", path, b"name=%2BAC0-&a=+/v8", f"{kind}; charset={charset}")
        assert answer.status_code == 400


@pytest.mark.parametrize("charset", ["utf-8", "UTF8", "us-ascii", "nonsense"])
def test_a_form_in_ours_is_read(found_open: Client, charset: str) -> None:
    kind = f"application/x-www-form-urlencoded; charset={charset}"

    assert found_open.generic("POST", "/undo/", b"state=x", kind).status_code == 302
