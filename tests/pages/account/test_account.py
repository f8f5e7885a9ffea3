"""The user's own page."""

import re

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.forms import Form
from django.test import Client

from accounts.models import User
from pages.account.forms.first import FirstAccountForm
from pages.account.forms.profile import ProfileForm
from pages.account.forms.sign_in import SignUpForm
from tests import factories

ADDRESS = "/account/address/"
CONFIRM = "/account/confirm/"
TYPED = {"name": "Alice A.", "theme": "dark", "time_zone": "Asia/Tokyo"}


@pytest.fixture(autouse=True)
def no_tries_yet(db: None) -> None:
    cache.clear()


def test_name_theme_zone_and_keys_are_the_users_to_choose(client: Client, alice: User) -> None:
    answer = client.post("/account/", TYPED)

    assert (answer.status_code, answer["Location"]) == (302, "/account/")
    alice.refresh_from_db()
    assert (alice.name, alice.theme, alice.time_zone, alice.keys_on) == ("Alice A.", "dark", "Asia/Tokyo", False)
    assert 'data-bs-theme="dark"' in client.get("/account/").content.decode()


def test_a_refused_form_keeps_what_was_typed_and_the_name_in_the_menu(client: Client, alice: User) -> None:
    answer = client.post("/account/", TYPED | {"time_zone": "Mars/Olympus"})

    assert answer.status_code == 422
    assert 'value="Alice A."' in answer.content.decode()
    assert "Alice Archer" in answer.content.decode()
    alice.refresh_from_db()
    assert alice.name == "Alice Archer"


@pytest.mark.parametrize("form", [FirstAccountForm, SignUpForm, ProfileForm])
@pytest.mark.parametrize("typed", ["\u200b", "...", "👩\u200d🚀"])
def test_a_name_that_cannot_be_read_is_refused(form: type[Form], typed: str) -> None:
    with pytest.raises(ValidationError, match="nothing of this one can be read"):
        form.base_fields["name"].clean(typed)


@pytest.mark.parametrize("field", ["is_staff", "is_superuser", "is_active", "email"])
def test_nothing_else_is(client: Client, alice: User, field: str) -> None:
    before = getattr(alice, field)

    client.post("/account/", TYPED | {field: "on"})

    alice.refresh_from_db()
    assert getattr(alice, field) == before


def test_changing_the_address_asks_for_the_password_again(client: Client, alice: User) -> None:
    for answer in (client.get(ADDRESS), client.post(ADDRESS, {"email": "new@example.com"})):
        assert answer.status_code == 302
        assert answer["Location"].startswith(CONFIRM)
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"


def test_a_wrong_password_confirms_nothing(client: Client, alice: User) -> None:
    wrong = client.post(CONFIRM, {"password": "not it", "next": ADDRESS})

    assert wrong.status_code == 422
    assert client.get(ADDRESS).status_code == 302


def test_what_was_posted_before_the_confirmation_is_done_after_it(client: Client, alice: User) -> None:
    refused = client.post(ADDRESS, {"email": "new@example.com"})
    client.get(refused["Location"])

    client.post(CONFIRM, {"password": factories.PASSWORD, "next": ADDRESS})

    alice.refresh_from_db()
    assert alice.email == "new@example.com"


def test_and_a_refused_one_is_shown_again(client: Client, alice: User) -> None:
    client.post(ADDRESS, {"email": "no address"})

    answer = client.post(CONFIRM, {"password": factories.PASSWORD, "next": ADDRESS})

    assert answer.status_code == 200 or answer.status_code == 422
    assert 'value="no address"' in answer.content.decode()


def test_wrong_passwords_are_counted_there_too(client: Client, alice: User) -> None:
    for _ in range(10):
        client.post(CONFIRM, {"password": "wrong"})

    assert client.post(CONFIRM, {"password": factories.PASSWORD}).status_code in {422, 429}


def test_sessions_are_listed_and_the_others_ended(client: Client, alice: User) -> None:
    here, elsewhere = Client(), Client()
    for browser in (elsewhere, here):
        browser.post(
            "/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD}, HTTP_USER_AGENT="Netscape"
        )

    assert here.get("/account/sessions/").content.decode().count("Netscape</span>") == 2
    here.post("/account/sessions/")

    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_one_other_session_is_ended_by_itself(client: Client, alice: User) -> None:
    here, elsewhere, third = Client(), Client(), Client()
    for browser in (elsewhere, third, here):
        browser.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
    ends = re.findall(r'action="(/account/sessions/\d+/end/)"', here.get("/account/sessions/").content.decode())
    session = UserSession.objects.get(session_key=elsewhere.session.session_key)

    assert f"/account/sessions/{session.pk}/end/" in ends
    here.post(f"/account/sessions/{session.pk}/end/")

    assert [browser.get("/account/").status_code for browser in (here, elsewhere, third)] == [200, 302, 200]


def test_the_session_that_is_used_is_ended_by_signing_out_only(visitor: Client, alice: User) -> None:
    visitor.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
    session = UserSession.objects.get()

    visitor.post(f"/account/sessions/{session.pk}/end/")

    assert visitor.get("/account/").status_code == 200
