"""A form's key serves the sign-in in which it was opened: not after signing out, nor after another password."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client
from django.utils import timezone

from accounts.models import User
from campaigns import drafts
from campaigns.drafts.keys import SALT
from campaigns.models import Campaign, Draft
from tests import factories

ADDRESS = "/people/new/"


@pytest.fixture
def browser(alice: User, campaign: Campaign) -> Client:
    """Alice's, signed in as people do."""
    client = Client()
    client.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
    return client


@pytest.fixture
def key(browser: Client) -> str:
    return found(browser)


def found(browser: Client) -> str:
    match = re.search(r'name="draft" value="([^"]+)"', browser.get(ADDRESS).content.decode())
    assert match
    return match[1]


def send(key: str, name: str = "Tove Marrick") -> str:
    """From a browser in which nobody is signed in; answers where it leads."""
    return str(Client().post(ADDRESS, {"draft": key, "name": name}).headers.get("Location", ""))


def test_a_session_that_ran_out_keeps_what_was_typed_and_sign_in_leads_back(key: str, alice: User) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    where = send(key)

    assert where.startswith("/account/sign-in/")
    assert Draft.objects.get().fields["name"] == ["Tove Marrick"]
    assert Draft.objects.get().pk.hex in where


def test_after_signing_out_nothing_is_taken_with_it(browser: Client, key: str) -> None:
    browser.post("/account/sign-out/")

    assert "draft" not in send(key)
    assert Client().post("/drafts/", {"draft": key, "name": "Tove"}).status_code != 204
    assert not Draft.objects.exists()


def test_nor_after_this_sign_in_was_ended_from_elsewhere(browser: Client, key: str, alice: User) -> None:
    Session.objects.all().delete()

    send(key)

    assert not Draft.objects.exists()


def test_nor_after_another_password(key: str, alice: User) -> None:
    alice.set_password("another horse battery")
    alice.save()

    send(key)

    assert not Draft.objects.exists()


def test_signing_out_in_one_browser_leaves_the_form_of_another(browser: Client, key: str, alice: User) -> None:
    other = Client()
    other.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
    others = found(other)
    browser.post("/account/sign-out/")

    send(others)

    assert Draft.objects.count() == 1


def test_a_page_from_before_is_still_taken_from_who_is_signed_in_again(browser: Client, key: str, alice: User) -> None:
    browser.post("/account/sign-out/")
    browser.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})

    assert browser.post("/drafts/", {"draft": key, "name": "Tove"}).status_code == 204
    assert Draft.objects.count() == 1


def test_what_is_longer_than_any_form_is_not_kept_and_said(browser: Client, key: str) -> None:
    long = "x" * (drafts.TOO_LONG + 1)

    assert browser.post("/drafts/", {"draft": key, "name": long}).status_code == 413
    assert browser.post(ADDRESS, {"draft": key, "name": long}).status_code == 422
    anonymous = Client().post(ADDRESS, {"draft": key, "name": long})
    assert anonymous.status_code == 413
    assert "too long to keep" in anonymous.content.decode()
    assert not Draft.objects.exists()


def test_many_short_fields_are_as_long_as_one(browser: Client, key: str) -> None:
    many = {f"field{number}": "x" * 500 for number in range(600)}

    assert browser.post("/drafts/", {"draft": key, **many}).status_code == 413


def test_a_key_from_before_this_release_is_read_and_kept_for_who_is_signed_in(browser: Client, alice: User) -> None:
    old = signing.dumps([alice.pk, "0" * 32, ADDRESS], salt=SALT, compress=True)

    assert browser.post("/drafts/", {"draft": old, "name": "Tove"}).status_code == 204
    send(old, "Somebody else")
    assert Draft.objects.get().fields == {"name": ["Tove"]}
