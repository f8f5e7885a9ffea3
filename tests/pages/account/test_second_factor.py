"""The second factor: an app, recovery codes, keys. All of it asks for the password again."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from tests import factories

BASE = "/account/second-factor/"


@pytest.fixture(autouse=True)
def no_tries_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def confirmed(client: Client) -> Client:
    client.post("/account/confirm/", {"password": factories.PASSWORD, "next": BASE})
    return client


def code_of(secret: str) -> str:
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06}"


def set_up_app(client: Client) -> str:
    """Answers the secret that the app keeps."""
    page = client.get(f"{BASE}totp/activate/").content.decode()
    (secret,) = re.findall(r'<code class="user-select-all">(\w+)</code>', page)
    client.post(f"{BASE}totp/activate/", {"code": code_of(secret)})
    return str(secret)


@pytest.mark.parametrize("path", ["totp/activate/", "webauthn/add/", "recovery-codes/generate/"])
def test_each_step_asks_for_the_password_again(client: Client, path: str) -> None:
    assert client.get(BASE + path)["Location"].startswith("/account/confirm/")


def test_with_an_app_the_password_alone_does_not_sign_in(confirmed: Client, alice: User) -> None:
    secret = set_up_app(confirmed)
    cache.clear()  # a code is taken once; the next one would come in half a minute
    visitor = Client()

    answer = visitor.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})

    assert answer["Location"] == f"{BASE}authenticate/"
    assert visitor.get("/account/").status_code == 302
    assert visitor.get(f"{BASE}authenticate/").status_code == 200
    assert visitor.post(f"{BASE}authenticate/", {"code": "000000"}).status_code == 422
    assert visitor.post(f"{BASE}authenticate/", {"code": code_of(secret)})["Location"] == "/"
    assert visitor.get("/account/").status_code == 200


def test_a_recovery_code_signs_in_once(confirmed: Client, alice: User) -> None:
    set_up_app(confirmed)
    page = confirmed.get(f"{BASE}recovery-codes/").content.decode()
    code = re.findall(r"<code>(\w+)</code>", page)[0]

    for leads_to in ("/", None):
        visitor = Client()
        visitor.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
        answer = visitor.post(f"{BASE}authenticate/", {"code": code})
        assert answer.get("Location") == leads_to


def test_the_app_can_be_taken_off(confirmed: Client, alice: User) -> None:
    set_up_app(confirmed)

    confirmed.post(f"{BASE}totp/deactivate/")

    assert not Authenticator.objects.filter(user=alice, type=Authenticator.Type.TOTP).exists()


@pytest.mark.parametrize("path", [BASE, f"{BASE}webauthn/add/", "/account/sign-in/"])
@pytest.mark.parametrize(("host", "said"), [("127.0.0.1:8000", True), ("localhost:8000", False)])
def test_where_no_browser_allows_a_passkey_the_way_to_where_it_does_is_shown(
    confirmed: Client, path: str, host: str, said: bool
) -> None:
    browser = Client() if path == "/account/sign-in/" else confirmed

    page = browser.get(path, headers={"host": host}).content.decode()

    assert (f'href="http://localhost:8000{path}"' in page) is said
    assert ("webauthn.js" in page) is (not said and path != BASE)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "totp/activate/",
        "webauthn/",
        "webauthn/add/",
        "totp/deactivate/",
        "recovery-codes/",
        "recovery-codes/generate/",
    ],
)
def test_each_page_has_one_heading_and_the_frame(confirmed: Client, path: str) -> None:
    if path in {"totp/deactivate/", "recovery-codes/", "recovery-codes/generate/"}:
        set_up_app(confirmed)

    page = confirmed.get(BASE + path).content.decode()

    assert page.count("<h1") == 1
    assert "Skip to content" in page
    assert "style=" not in page
