"""Changing a password, and getting a new one when it is forgotten."""

import re

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from tests import factories

NEW = "staple orbit lantern"
PATH = "/account/password/"
FORGOTTEN = "/account/password/reset/"


@pytest.fixture(autouse=True)
def no_tries_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def mail_server(settings: LazySettings) -> str:
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = "https://cups.example.org"
    settings.ALLOWED_HOSTS = ["localhost", "testserver", "evil.example"]
    return str(settings.SITE_URL)


def typed(old: str = factories.PASSWORD, new: str = NEW) -> dict[str, str]:
    return {"oldpassword": old, "password1": new, "password2": new}


def test_changing_the_password_ends_the_other_sessions(client: Client, alice: User) -> None:
    other = Client()
    other.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
    assert other.get("/account/").status_code == 200

    answer = client.post(PATH, typed())

    assert (answer.status_code, answer["Location"]) == (302, "/account/")
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302
    alice.refresh_from_db()
    assert alice.check_password(NEW)


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        (typed(old="wrong"), "oldpassword"),
        (typed(new="short one"), "password1"),
        (typed(new="ab" * 65), "password1"),
        (typed(new="alice@example.com"), "password1"),
        (typed() | {"password2": "another one entirely"}, "password2"),
    ],
)
def test_a_refused_change_changes_nothing(client: Client, alice: User, fields: dict[str, str], refused: str) -> None:
    answer = client.post(PATH, fields)

    assert answer.status_code == 422
    assert refused in answer.context["form"].errors
    alice.refresh_from_db()
    assert alice.check_password(factories.PASSWORD)


def test_without_a_mail_server_the_page_says_what_to_do(visitor: Client, alice: User, settings: LazySettings) -> None:
    settings.MAIL_CONFIGURED = False

    for answer in (visitor.get(FORGOTTEN), visitor.post(FORGOTTEN, {"email": alice.email})):
        assert "manage.py changepassword" in answer.content.decode()
    assert mail.outbox == []


def test_the_mail_links_to_the_configured_site_whatever_the_host(
    visitor: Client, alice: User, mail_server: str
) -> None:
    visitor.post(FORGOTTEN, {"email": alice.email}, HTTP_HOST="evil.example", HTTP_X_FORWARDED_HOST="evil.example")

    (sent,) = mail.outbox
    assert sent.to == [alice.email]
    assert "evil" not in f"{sent.subject}{sent.body}"
    assert re.findall(r"https?://[^/\s]+", str(sent.body)) == [mail_server, mail_server]


def test_the_link_sets_a_new_password_once(visitor: Client, alice: User, client: Client, mail_server: str) -> None:
    visitor.post(FORGOTTEN, {"email": alice.email})
    (link,) = re.findall(rf"{mail_server}(/account/password/reset/\S+/)", str(mail.outbox[0].body))

    form = visitor.get(link)
    answer = visitor.post(form["Location"], {"password1": NEW, "password2": NEW}, follow=True)

    assert "Your password is changed" in answer.content.decode()
    alice.refresh_from_db()
    assert alice.check_password(NEW)
    assert client.get("/account/").status_code == 302
    assert "This link no longer works" in Client().get(link, follow=True).content.decode()
