"""Accounts in the admin."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from tests import factories

PATH = "/admin/accounts/user/"


@pytest.fixture
def admin(alice: User, campaign: Campaign) -> Client:
    """Alice, who said her password a moment ago."""
    alice.is_staff = alice.is_superuser = True
    alice.save()
    browser = Client()
    browser.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
    browser.post("/account/confirm/", {"password": factories.PASSWORD})
    return browser


def test_accounts_are_listed_and_found(admin: Client, bob: User) -> None:
    assert "bob@example.com" in admin.get(PATH).content.decode()
    assert "bob@example.com" not in admin.get(PATH, {"q": "alice"}).content.decode()
    assert admin.get(f"{PATH}{bob.pk}/change/").status_code == 200


def test_an_account_is_opened_for_somebody(admin: Client) -> None:
    password = "staple orbit lantern"
    typed = {"email": "dana@example.com", "name": "Dana", "time_zone": "UTC", "usable_password": "true"}

    admin.post(f"{PATH}add/", typed | {"password1": password, "password2": password})

    dana = User.objects.get(email="dana@example.com")
    assert dana.check_password(password)
    assert not dana.is_staff


def test_capitals_make_no_second_account(admin: Client, bob: User) -> None:
    typed = {"email": "BOB@example.com", "name": "Bob", "time_zone": "UTC", "usable_password": "false"}

    assert admin.post(f"{PATH}add/", typed).status_code == 200
    assert User.objects.count() == 2


def test_the_old_address_of_a_changed_one_signs_nobody_in(admin: Client, bob: User) -> None:
    old = bob.email
    EmailAddress.objects.create(user=bob, email=old, verified=True, primary=True)

    admin.post(
        f"{PATH}{bob.pk}/change/", {"email": "new@example.com", "name": "Bob", "time_zone": "UTC", "is_active": "on"}
    )

    for email, status in ((old, 422), ("new@example.com", 302)):
        answer = Client().post("/account/sign-in/", {"login": email, "password": factories.PASSWORD})
        assert answer.status_code == status, email


def test_a_lost_second_factor_is_taken_off(admin: Client, alice: User, bob: User) -> None:
    for user in (alice, bob):
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})

    admin.post(PATH, {"action": "take_off_second_factor", "_selected_action": [bob.pk]})

    assert Authenticator.objects.get().user == alice


def test_a_new_password_ends_the_sessions(admin: Client, bob: User) -> None:
    browser = Client()
    browser.post("/account/sign-in/", {"login": bob.email, "password": factories.PASSWORD})
    new = {"usable_password": "true", "password1": "staple orbit lantern", "password2": "staple orbit lantern"}

    admin.post(f"{PATH}{bob.pk}/password/", new)

    assert browser.get("/account/").status_code == 302


@pytest.mark.parametrize(
    "model", ["mfa/authenticator", "usersessions/usersession", "account/emailaddress", "auth/group"]
)
def test_secrets_and_places_are_nobodys_to_browse(admin: Client, model: str) -> None:
    assert admin.get(f"/admin/{model}/").status_code == 404


def test_nobody_is_deleted_here_nor_made_a_superuser(admin: Client, bob: User) -> None:
    assert admin.post(f"{PATH}{bob.pk}/delete/", {"post": "yes"}).status_code == 403
    admin.post(
        f"{PATH}{bob.pk}/change/", {"email": bob.email, "time_zone": "UTC", "is_active": "on", "is_superuser": "on"}
    )

    bob.refresh_from_db()
    assert not bob.is_superuser


def test_a_time_zone_is_one_that_exists(admin: Client, bob: User) -> None:
    typed = {"email": bob.email, "name": "Robert", "is_active": "on"}

    assert admin.post(f"{PATH}{bob.pk}/change/", typed | {"time_zone": "Mars/Olympus"}).status_code == 200
    assert admin.post(f"{PATH}{bob.pk}/change/", typed | {"time_zone": "Asia/Tokyo"}).status_code == 302

    bob.refresh_from_db()
    assert (bob.name, bob.time_zone) == ("Robert", "Asia/Tokyo")
