"""Signing in and out: who may, where it leads, and what it does not tell."""

from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from tests import factories

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

PATH = "/account/sign-in/"


@pytest.fixture(autouse=True)
def no_tries_yet(db: None) -> None:
    cache.clear()


def sign_in(client: Client, email: str, password: str = factories.PASSWORD, **sent: Any) -> "Answer":
    return client.post(PATH, {"login": email, "password": password}, **sent)


def said(answer: "Answer") -> list[str]:
    return [str(error) for error in answer.context["form"].non_field_errors()]


def test_an_address_and_a_password_sign_in(visitor: Client, alice: User) -> None:
    answer = sign_in(visitor, "Alice@Example.com ")

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert visitor.get("/account/").status_code == 200


def test_the_session_is_renewed_at_sign_in(visitor: Client, alice: User, settings: LazySettings) -> None:
    session = visitor.session
    session["planted"] = True
    session.save()
    visitor.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)

    sign_in(visitor, alice.email)

    assert visitor.session.session_key != str(session.session_key)


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/campaign/", "/campaign/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("http://localhost/campaign/", "/"),
    ],
)
def test_sign_in_leads_on_within_this_site_only(visitor: Client, alice: User, path: str, leads_to: str) -> None:
    answer = visitor.post(PATH, {"login": alice.email, "password": factories.PASSWORD, "next": path})

    assert answer["Location"] == leads_to


def test_a_wrong_password_and_an_unknown_address_are_refused_alike(visitor: Client, alice: User) -> None:
    wrong = sign_in(visitor, alice.email, "not the password")
    unknown = sign_in(visitor, "nobody@example.com", "not the password")

    assert wrong.status_code == unknown.status_code == 422
    assert said(wrong) == said(unknown) == ["This address and this password do not belong together."]
    assert 'value="alice@example.com"' in wrong.content.decode()


@pytest.mark.parametrize("email", ["alice@example.com", "nobody@example.com"])
def test_after_ten_wrong_passwords_the_next_is_refused_right_or_wrong(visitor: Client, alice: User, email: str) -> None:
    for number in range(10):
        answer = sign_in(
            Client(),
            email,
            f"wrong {number}",
            HTTP_X_FORWARDED_FOR=f"203.0.113.{number}",
            HTTP_HOST=f"localhost:{number + 1}",
        )
        assert said(answer) == ["This address and this password do not belong together."]

    wrong = sign_in(visitor, email, "wrong", HTTP_X_FORWARDED_FOR="203.0.113.99")
    right = sign_in(visitor, email.upper(), HTTP_X_FORWARDED_FOR="203.0.113.98")

    assert wrong.status_code == right.status_code == 422
    assert said(wrong) == said(right) == ["Too many tries for this address. Wait five minutes, then try again."]


def test_other_spellings_that_a_database_may_take_for_the_same_count_together(visitor: Client, alice: User) -> None:
    for _ in range(10):
        sign_in(visitor, "alıce@example.com", "wrong")

    assert said(sign_in(visitor, "alice@example.com")) == [
        "Too many tries for this address. Wait five minutes, then try again."
    ]


def test_the_tries_of_one_address_do_not_shut_out_another(visitor: Client, alice: User, bob: User) -> None:
    for _ in range(11):
        sign_in(Client(), alice.email, "wrong")

    assert sign_in(visitor, bob.email).status_code == 302


def test_the_admin_has_no_sign_in_of_its_own(visitor: Client, alice: User) -> None:
    for answer in (visitor.get("/admin/login/"), visitor.post("/admin/login/", {"username": alice.email})):
        assert answer.status_code == 302
        assert answer["Location"].startswith(PATH)


def test_who_is_no_admin_finds_the_admin_shut(client: Client) -> None:
    assert client.get("/admin/", follow=True).status_code == 403


def test_signing_out_takes_a_post(client: Client) -> None:
    assert client.get("/account/sign-out/").status_code == 200
    assert client.get("/account/").status_code == 200

    key = str(client.session.session_key)
    answer = client.post("/account/sign-out/")

    assert (answer.status_code, answer["Location"]) == (302, PATH)
    assert client.get("/account/").status_code == 302
    assert not client.session.exists(key)


def test_sign_ups_are_closed_and_the_page_says_so(visitor: Client, alice: User) -> None:
    typed = {"name": "Eve", "email": "eve@example.com", "password1": factories.PASSWORD, "time_zone": "UTC"}

    assert b"No new accounts here" in visitor.get("/account/sign-up/").content
    assert b"No new accounts here" in visitor.post("/account/sign-up/", typed).content
    assert User.objects.count() == 1


def test_open_sign_ups_lead_to_the_first_steps(visitor: Client, alice: User, settings: LazySettings) -> None:
    settings.SIGN_UPS_OPEN = True
    typed = {
        "name": "Dana Dow",
        "email": "dana@example.com",
        "password1": factories.PASSWORD,
        "time_zone": "Asia/Tokyo",
    }

    answer = visitor.post("/account/sign-up/", typed)

    assert (answer.status_code, answer["Location"]) == (302, "/welcome/")
    dana = User.objects.get(email="dana@example.com")
    assert (dana.name, dana.time_zone, dana.is_staff) == ("Dana Dow", "Asia/Tokyo", False)
    assert visitor.get("/welcome/").status_code == 200
    assert Campaign.objects.filter(owner=dana).count() == 1


def test_a_closed_account_does_not_sign_in(visitor: Client, alice: User) -> None:
    alice.is_active = False
    alice.save()

    answer = visitor.post(PATH, {"login": alice.email, "password": factories.PASSWORD}, follow=True)

    assert "This account is closed" in answer.content.decode()
    assert visitor.get("/account/").status_code == 302


def test_tries_from_one_place_are_counted_too(visitor: Client, alice: User) -> None:
    for number in range(60):
        sign_in(visitor, f"user{number}@example.com", "wrong")

    answer = sign_in(visitor, "user99@example.com", "wrong", HTTP_X_FORWARDED_FOR="203.0.113.99")

    assert answer.status_code == 429
    assert "Too many tries" in answer.content.decode()
