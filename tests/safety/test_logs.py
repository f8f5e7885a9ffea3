"""Logs hold no names, notes, addresses or tokens, whatever goes well or wrong."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.log import configure_logging

from accounts.models import User
from campaigns.models import Campaign
from tests.factories import PASSWORD
from tests.safety.crowd import crowd
from tests.safety.html_forms import Page
from tests.safety.isolation import StaysSignedIn
from tests.safety.places import addresses

pytestmark = pytest.mark.of_the_pages

SECRETS = ("Zanzibarine", "zanzibarine", "quill.example", "alice@example.com", PASSWORD, "sekret", "token-0123456789")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the console would be told by the handler of the settings, from INFO on."""
    configure_logging(django_settings.LOGGING_CONFIG, django_settings.LOGGING)
    root = logging.getLogger()
    handler = next(one for one in root.handlers if one.formatter and type(one.formatter).__name__ == "PlainFormatter")
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    level, stream = root.level, handler.setStream(written)
    root.setLevel(logging.INFO)
    yield written
    root.setLevel(level)
    handler.setStream(stream)


def leaked(log: io.StringIO) -> list[str]:
    return [line for line in log.getvalue().splitlines() if any(secret in line for secret in SECRETS)]


@pytest.fixture
def hers(alice: User) -> Client:
    client = StaysSignedIn(raise_request_exception=False)
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    client.kept = client.cookies
    return client


def test_the_whole_house_is_walked_in_silence(alice: User, hers: Client, log: io.StringIO) -> None:
    """Every page, every form as it stands and with her words, refused ones too."""
    this = crowd(alice, "Zanzibarine")
    for _, url in list(addresses(this, of_first=True)):
        answer = hers.get(url, {"q": "Zanzibarine sekret", "page": "sekret"})
        if "html" not in answer.get("Content-Type", ""):
            continue
        for form in Page(answer.getvalue().decode()).forms:
            words = {name: ["Zanzibarine sekret"] for name, box in form.boxes.items() if box.takes_words}
            if form.method == "post" and not (form.action or url).startswith("/account"):  # which would sign her out
                hers.post(form.action or url, {**form.filled(), **words})

    assert "WARNING" in log.getvalue(), "nothing was logged at all"
    assert leaked(log) == []


def test_what_is_refused_is_not_repeated(visitor: Client, hers: Client, campaign: Campaign, log: io.StringIO) -> None:
    visitor.post("/account/sign-in/", {"login": "alice@example.com", "password": "sekret sekret sekret"})
    visitor.post("/account/sign-in/", {"login": "alice@example.com", "password": PASSWORD})
    visitor.post("/account/password/reset/", {"email": "alice@example.com"})
    visitor.get("/account/confirm-email/token-0123456789/")
    visitor.put("/account/password/reset/1-token-0123456789/")
    hers.get("/calendar/token-0123456789.ics")
    hers.get("/nowhere/?q=sekret")
    hers.get("/people/", headers={"host": "sekret.example"})
    hers.get("/people/?q=sekret%00")
    Client(enforce_csrf_checks=True).post("/people/new/", {"name": "Zanzibarine Quill"})
    hers.post("/import/", {"file": SimpleUploadedFile("Zanzibarine.csv", b"sekret\0\xff,Zanzibarine")})
    hers.post("/undo/", {"state": "sekret"})

    assert "Not Found: /nowhere/" in log.getvalue()
    assert leaked(log) == []


def test_what_breaks_says_where_and_not_on_what(
    hers: Client, campaign: Campaign, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*args: object, **kwargs: object) -> None:
        try:
            int(SECRETS[0])
        except ValueError as error:
            raise RuntimeError(f"DETAIL: Key (email)=({SECRETS[3]})") from error

    monkeypatch.setattr("pages.trash.views.purge", breaks)
    assert hers.get("/trash/?q=sekret").status_code == 500

    said = log.getvalue()
    assert "Internal Server Error: /trash/" in said
    assert "trash_list" in said
    assert "RuntimeError" in said
    assert leaked(log) == []


def test_a_leak_would_be_noticed(log: io.StringIO) -> None:
    logging.getLogger("today").warning("Zanzibarine Quill was met")

    assert leaked(log)


def test_a_full_disk_is_named(log: io.StringIO) -> None:
    try:
        raise OSError(28, "No space left on device")
    except OSError:
        logging.getLogger("today").exception("Not written")

    assert "No space left on device" in log.getvalue()
