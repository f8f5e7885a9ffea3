"""The first account: every page leads there, one is opened, and a stranger needs the set-up code."""

import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client

from accounts.models import User
from accounts.reads import setup_code
from accounts.writes.first_account import open_first_account
from campaigns.models import Campaign
from networking.first_run import kept_secret

PATH = "/account/first/"
TYPED = {
    "name": "Alice Archer",
    "email": "Alice@Example.com",
    "password": "correct horse battery",
    "time_zone": "Europe/London",
}


@pytest.fixture(autouse=True)
def code(settings: LazySettings) -> str:
    settings.SETUP_CODE = "the-code-of-this-server"
    settings.SITE_URL = ""
    settings.TRUSTED_PROXY = False
    return str(settings.SETUP_CODE)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/account/sign-in/", "/account/sign-up/", "/campaign/", "/welcome/", "/admin/"])
def test_while_there_is_no_account_every_page_leads_to_the_first(visitor: Client, path: str) -> None:
    answer = visitor.get(path)

    assert (answer.status_code, answer["Location"]) == (302, PATH)


@pytest.mark.django_db
def test_who_sits_at_the_machine_opens_it_without_a_code(visitor: Client) -> None:
    assert b"Set-up code" not in visitor.get(PATH).content

    answer = visitor.post(PATH, TYPED)

    assert (answer.status_code, answer["Location"]) == (302, "/welcome/")
    user = User.objects.get()
    assert (user.email, user.name, user.time_zone) == ("alice@example.com", "Alice Archer", "Europe/London")
    assert user.is_superuser
    assert user.is_staff
    assert visitor.get("/welcome/").status_code == 200
    assert Campaign.objects.get().owner == user
    assert visitor.get("/account/sessions/").content.count(b">Here<") == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sent",
    [
        {"REMOTE_ADDR": "192.168.1.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.5"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=203.0.113.5"},
    ],
)
def test_from_another_machine_the_code_is_asked_for(visitor: Client, code: str, sent: dict[str, Any]) -> None:
    assert b"Set-up code" in visitor.get(PATH, **sent).content
    assert visitor.post(PATH, TYPED, **sent).status_code == 422
    assert visitor.post(PATH, TYPED | {"code": "guessed"}, **sent).status_code == 422
    assert not User.objects.exists()

    assert visitor.post(PATH, TYPED | {"code": f" {code}\n"}, **sent).status_code == 302
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{"TRUSTED_PROXY": True}, {"SITE_URL": "https://cups.example.org"}])
def test_behind_a_proxy_nobody_sits_at_the_machine(
    visitor: Client, settings: LazySettings, said: dict[str, Any]
) -> None:
    for name, value in said.items():
        setattr(settings, name, value)

    assert visitor.post(PATH, TYPED).status_code == 422


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("password", "x" * 11),
        ("password", "correct horse battery " * 6),
        ("password", "qwerty123456"),
        ("password", "alice@example.com"),
        ("email", "no address"),
        ("name", ""),
        ("time_zone", "Mars/Olympus"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(visitor: Client, field: str, typed: str) -> None:
    answer = visitor.post(PATH, TYPED | {field: typed})

    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}
    for name in {"name", "email"} - {field}:
        assert f'value="{TYPED[name]}"' in answer.content.decode()
    assert not User.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("length", [12, 128])
def test_passwords_have_12_to_128_characters(visitor: Client, length: int) -> None:
    password = ("Tq7 vbn xkz " * 11)[: length - 1] + "!"

    assert visitor.post(PATH, TYPED | {"password": password}).status_code == 302
    assert User.objects.get().check_password(password)


def test_there_is_one_first_account(visitor: Client, bob: User) -> None:
    assert visitor.get(PATH)["Location"] == "/account/sign-in/"
    assert visitor.post(PATH, TYPED)["Location"] == "/account/sign-in/"
    assert User.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_visitors_at_once_one_gets_it() -> None:
    together = threading.Barrier(4)
    opened: list[User | None] = []

    def visit(number: int) -> None:
        together.wait()
        opened.append(
            open_first_account(
                email=f"user{number}@example.com", password="correct horse", name=f"User {number}", time_zone="UTC"
            )
        )
        connection.close()

    threads = [threading.Thread(target=visit, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len([user for user in opened if user]) == 1
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_the_server_says_the_code_until_there_is_an_account(code: str) -> None:
    assert code in setup_code.announcement()

    User.objects.create_user("alice@example.com", "correct horse battery")

    assert setup_code.announcement() == ""


def test_the_code_has_128_bits_in_a_file_of_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "set-up-code"

    code = kept_secret(file, 16)

    assert len(code) == 22  # 16 bytes in base64, unpadded
    assert kept_secret(file, 16) == code
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
