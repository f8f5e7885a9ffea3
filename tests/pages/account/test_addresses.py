"""Where mail is set up, no door tells whether an address has an account, and an address is its reader's only."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import Mock

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.reads.confirming import new_address_key, sign_up_key
from campaigns.models import Campaign
from tests import factories

ADDRESS, SIGN_UP = "/account/address/", "/account/sign-up/"
DANA = {"name": "Dana Dow", "password": factories.PASSWORD, "time_zone": "Asia/Tokyo"}
NEW = "new@example.com"
# Each door: what is posted to it besides the address, and how many mails it sends.
DOORS: dict[str, tuple[str, dict[str, str], int]] = {
    SIGN_UP: ("email", {}, 1),
    ADDRESS: ("email", {}, 1),
    "/account/password/reset/": ("email", {}, 1),
    "/account/sign-in/": ("login", {"password": "wrong, whoever it is"}, 0),
}
# django-allauth's own look for a confirmed address besides, which hashing and mail outweigh.
LOOKS_MORE = ("/account/password/reset/", "/account/sign-in/")


@pytest.fixture(autouse=True)
def mail_server(db: None, settings: LazySettings) -> None:
    cache.clear()
    settings.SIGN_UPS_OPEN, settings.MAIL_CONFIGURED, settings.SITE_URL = True, True, "https://cups.example.org"
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"


@pytest.fixture
def confirmed(client: Client) -> Client:
    client.post("/account/confirm/", {"password": factories.PASSWORD, "next": ADDRESS})
    return client


def last_link() -> str:
    (link,) = re.findall(r"https://cups.example.org(/\S+)", str(mail.outbox[-1].body))
    return str(link)


def ask(client: Client, email: str = NEW) -> str:
    client.post(ADDRESS, {"email": email})
    return last_link()


@pytest.mark.parametrize("door", DOORS)
def test_a_door_answers_and_works_alike_whether_or_not_an_address_has_an_account(
    door: str, confirmed: Client, alice: User, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, more, mails = DOORS[door]
    EmailAddress.objects.create(user=bob, email=bob.email, verified=True, primary=True)
    hash_it = Mock(wraps=MD5PasswordHasher().encode)
    monkeypatch.setattr(MD5PasswordHasher, "encode", hash_it)

    def seen(email: str) -> tuple[Any, ...]:
        cache.clear()  # the tries so far are counted there
        browser = confirmed if door == ADDRESS else Client()
        sent, hashes = len(mail.outbox), hash_it.call_count
        with CaptureQueriesContext(connection) as asked:
            answer = browser.post(door, {field: email} | more)
        counted = [] if door in LOOKS_MORE else [query["sql"] for query in asked if "session" not in query["sql"]]
        statements = [re.sub(r"'[^']*'|\d+", "?", statement) for statement in counted]
        content = browser.get(answer["Location"]).content if answer.status_code == 302 else answer.content
        words = re.sub(r"\b\w{64}\b", "TOKEN", content.decode()).replace(email, "ADDRESS")
        assert len(mail.outbox) - sent == mails
        return answer.status_code, answer.get("Location"), words, statements, hash_it.call_count - hashes

    assert seen("free@example.com") == seen("bob@example.com")


def test_an_account_is_opened_by_who_follows_the_link_once(visitor: Client, alice: User) -> None:
    visitor.post(SIGN_UP, {"email": "Dana@Example.com"})
    assert User.objects.count() == 1
    link = last_link()

    assert visitor.get(link).status_code == 200
    assert visitor.post(link, DANA | {"password": "dana@example.com"}).status_code == 422
    assert visitor.post(link, DANA | {"email": "other@example.com"})["Location"] == "/welcome/"

    dana = User.objects.get(email="dana@example.com")
    assert (dana.name, dana.time_zone, dana.is_staff) == ("Dana Dow", "Asia/Tokyo", False)
    assert [Client().get(link).status_code, Client().post(link, DANA).status_code] == [404, 404]
    again = Client().post("/account/sign-in/", {"login": dana.email, "password": factories.PASSWORD})
    assert again["Location"] == "/"


def test_whose_address_has_an_account_is_told_so_by_mail(
    visitor: Client, alice: User, confirmed: Client, bob: User
) -> None:
    visitor.post(SIGN_UP, {"email": alice.email})
    confirmed.post(ADDRESS, {"email": bob.email})

    assert [(one.to, "account already" in one.body or "have one already" in one.body) for one in mail.outbox] == [
        ([alice.email], True),
        ([bob.email], True),
    ]
    assert "/address/" not in mail.outbox[1].body


def test_an_address_changes_once_its_link_is_followed(confirmed: Client, alice: User) -> None:
    link = ask(confirmed, "New@Example.com")
    assert confirmed.get(link).status_code == 200
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"
    assert NEW in confirmed.get("/account/").content.decode()

    assert confirmed.post(link)["Location"] == "/account/"

    alice.refresh_from_db()
    assert (alice.email, alice.asked_address) == (NEW, "")
    assert confirmed.post(link)["Location"] == "/account/"  # pressed twice
    answer = Client().post("/account/sign-in/", {"login": NEW, "password": factories.PASSWORD})
    assert answer["Location"] == "/"


def test_a_link_does_not_bring_a_former_address_back(confirmed: Client, alice: User) -> None:
    link = ask(confirmed)
    confirmed.post(link)
    confirmed.post(ask(confirmed, "later@example.com"))

    assert [confirmed.get(link).status_code, confirmed.post(link).status_code] == [404, 404]
    alice.refresh_from_db()
    assert alice.email == "later@example.com"


def later(client: Client, sign_in: Callable[[User], Client], bob: User) -> Client:
    ask(client, "later@example.com")
    return client


def bobs(client: Client, sign_in: Callable[[User], Client], bob: User) -> Client:
    factories.make_campaign(owner=bob)
    return sign_in(bob)


def taken(client: Client, sign_in: Callable[[User], Client], bob: User) -> Client:
    User.objects.filter(pk=bob.pk).update(email=NEW)
    return client


@pytest.mark.parametrize("by", [later, bobs, taken])
def test_a_link_is_for_its_user_and_the_address_asked_for_last(
    by: Callable[..., Client], confirmed: Client, alice: User, bob: User, sign_in: Callable[[User], Client]
) -> None:
    link = ask(confirmed)

    assert by(confirmed, sign_in, bob).post(link).status_code == 404

    alice.refresh_from_db()
    assert alice.email == "alice@example.com"


@pytest.mark.parametrize(("days", "works"), [(2.9, True), (3.1, False)])
def test_a_link_works_for_three_days(client: Client, alice: User, days: float, works: bool) -> None:
    with time_machine.travel(datetime.now(UTC) - timedelta(days=days)):
        keys = new_address_key(alice, NEW), sign_up_key("dana@example.com")
    User.objects.filter(pk=alice.pk).update(asked_address=NEW)

    answers = client.get(f"{ADDRESS}{keys[0]}/"), Client().get(f"{SIGN_UP}{keys[1]}/")

    assert [answer.status_code for answer in answers] == [200 if works else 404] * 2


def test_nobodys_mail_is_flooded(confirmed: Client, alice: User, campaign: Campaign) -> None:
    for _ in range(3):
        confirmed.post(ADDRESS, {"email": NEW})
        Client().post(SIGN_UP, {"email": "dana@example.com"})

    assert len(mail.outbox) == 2
    assert confirmed.post(re.findall(r"(/account/\S+)", str(mail.outbox[0].body))[0]).status_code == 302


def test_without_a_mail_server_the_address_changes_at_once(
    confirmed: Client, alice: User, bob: User, settings: LazySettings
) -> None:
    settings.MAIL_CONFIGURED = False

    assert confirmed.post(ADDRESS, {"email": bob.email.upper()}).status_code == 422
    assert confirmed.post(ADDRESS, {"email": "New@Example.com"}).status_code == 302

    alice.refresh_from_db()
    assert (alice.email, len(mail.outbox)) == (NEW, 0)
