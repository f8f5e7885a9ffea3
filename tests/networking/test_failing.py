"""The database away, or the disk full: 503, a true sentence, and the words back. Health answers all the same."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from networking.failing import what_failed
from tests.safety.html_forms import Page

NOTES = "She said: <b>ask Ilse</b>\nabout the second line"
STRICT = ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Cross-Origin-Resource-Policy")


@pytest.fixture
def hers(client: Client) -> Client:
    client.raise_request_exception = False
    return client


@contextmanager
def gone(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Iterator[None]:
    def refuse(*args: object, **kwargs: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(connection, "cursor", refuse)
        yield


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (OperationalError("connection to server failed: Connection refused"), "does not answer"),
        (OperationalError("database or disk is full"), "disk is full"),
        (DatabaseError("file is not a database"), "does not answer"),
    ],
)
def test_what_was_typed_comes_back(hers: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, word: str) -> None:
    typed = {"name": "Zoë", "details": NOTES, "csrfmiddlewaretoken": "as-it-came", "draft": "key"}

    with gone(monkeypatch, error):
        answer = hers.post("/people/new/?back=1", typed)

    text = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert word in text
    assert "kept as a draft" not in text
    assert [name for name in STRICT if name not in answer] == []
    (form,) = Page(text).forms
    assert form.action == "/people/new/?back=1"
    back = {name: value.removeprefix("\n") for name, (value,) in form.as_it_stands().items()}  # HTML drops the first
    assert back | {"csrfmiddlewaretoken": "as-it-came"} == typed
    assert 'name="csrfmiddlewaretoken" value="as-it-came"' in text


def test_a_page_says_when_to_come_back(hers: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with gone(monkeypatch, OperationalError("server closed the connection unexpectedly")):
        answer = hers.get("/people/")

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "<form" not in answer.content.decode()
    assert hers.get("/people/").status_code == 200


def test_no_password_is_given_back(hers: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with gone(monkeypatch, OperationalError("away")):
        text = hers.post("/account/sign-in/", {"login": "a@example.com", "password": "hush"}).content.decode()

    assert "hush" not in text
    assert "<form" not in text


def test_health_answers_who_has_a_session_and_under_any_name(hers: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with gone(monkeypatch, OperationalError("away")):
        alive, ready = (hers.get(path, headers={"host": "10.1.2.3:8001"}) for path in ("/healthz", "/readyz"))

    assert (alive.status_code, alive.content) == (200, b"alive\n")
    assert (ready.status_code, ready.content) == (503, b"the database does not answer\n")
    assert [name for name in STRICT if name not in ready] == []
    assert hers.get("/readyz", headers={"host": "10.1.2.3:8001"}).status_code == 200
    assert hers.get("/people/", headers={"host": "10.1.2.3:8001"}).status_code == 400


@pytest.mark.parametrize(
    ("error", "part"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk"),
        (OSError(errno.ENOENT, "No such file"), ""),
        (OperationalError("no such table: contacts_contact"), ""),
        (ValueError("of ours"), ""),
        (None, ""),
    ],
)
def test_what_failed(error: Exception | None, part: str) -> None:
    assert what_failed(error) == part


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("on purpose")


handler500 = "networking.failing.server_error"
urlpatterns = [path("breaks/", breaks)]


@pytest.mark.urls(__name__)
def test_a_fault_of_ours_gives_the_words_back_too(hers: Client, sign_in: Callable[..., Client]) -> None:
    answer = hers.post("/breaks/", {"notes": NOTES})

    assert answer.status_code == 500
    assert "Retry-After" not in answer
    assert "&lt;b&gt;ask Ilse&lt;/b&gt;" in answer.content.decode()
