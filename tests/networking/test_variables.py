"""What the environment may say; whatever else it says ends the start with one sentence that names the variable."""

from collections.abc import Callable

import pytest

from networking import variables
from networking.variables import Misconfigured

GOOD_KEY = "c2VjcmV0LWtleS1vZi1hLXRlc3QtdGhhdC1ub2JvZHk"
REFUSED = [
    ("TRUSTED_PROXY", "maybe", lambda: variables.yes_or_no("TRUSTED_PROXY")),
    ("SIGN_UPS_OPEN", "ja", lambda: variables.yes_or_no("SIGN_UPS_OPEN")),
    ("WEB_CONCURRENCY", "two", lambda: variables.number("WEB_CONCURRENCY", 1, 1000)),
    ("WEB_CONCURRENCY", "0", lambda: variables.number("WEB_CONCURRENCY", 1, 1000)),
    ("PORT", "abc", lambda: variables.number("PORT", 8000, 65535)),
    ("PORT", "70000", lambda: variables.number("PORT", 8000, 65535)),
    ("PORT", "-1", lambda: variables.number("PORT", 8000, 65535)),
    ("LOG_LEVEL", "loud", variables.log_level),
    ("SECRET_KEY", "x", variables.secret_key),
    ("SECRET_KEY", "x" * 60, variables.secret_key),
    ("SITE_URL", "cups.example.org", variables.site_url),
    ("SITE_URL", "https://", variables.site_url),
    ("SITE_URL", "https://cups.example.org/cups", variables.site_url),
    ("SITE_URL", "ftp://cups.example.org", variables.site_url),
    ("SITE_URL", "https://cups.example.org:port", variables.site_url),
    ("ALLOWED_HOSTS", "https://cups.example.org", variables.host_names),
    ("ALLOWED_HOSTS", "cups.example.org:443", variables.host_names),
    ("ALLOWED_HOSTS", "cups.example.org www.example.org", variables.host_names),
    ("DATABASE_URL", "garbage", lambda: variables.database("")),
    ("DATABASE_URL", "mysql://u:p@h/name", lambda: variables.database("")),
    ("DATABASE_URL", "postgres://u:hush/word@h:5432/name", lambda: variables.database("")),
    ("DATABASE_URL", "postgres://u:12/hush@h:5432/name", lambda: variables.database("")),
    ("DATABASE_URL", "postgres://u:hush?word@h/name", lambda: variables.database("")),
    ("DATABASE_URL", "postgres://u:p@h:five/name", lambda: variables.database("")),
    ("DATABASE_URL", "postgres://u:p@h:5432", lambda: variables.database("")),
    ("DATABASE_URL", "sqlite://", lambda: variables.database("")),
    ("EMAIL_URL", "nonsense", variables.mail),
    ("EMAIL_URL", "smtp://", variables.mail),
    ("EMAIL_URL", "smtp+tls://u:hush/word@mail.example.org:587", variables.mail),
    ("EMAIL_URL", "smtp+tls://u:12/hush@mail.example.org:587", variables.mail),
    ("EMAIL_URL", "smtp://mail.example.org:many", variables.mail),
    ("MAIL_FROM", "nobody", lambda: variables.mail_from("")),
]  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE_URL", "EMAIL_URL", "DATABASE_URL", "MAIL_FROM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("name", "value", "read"), REFUSED, ids=[f"{name}={value}" for name, value, _ in REFUSED])
def test_what_cannot_be_meant_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, read: Callable[[], object]
) -> None:
    monkeypatch.setenv("SITE_URL", "https://cups.example.org")
    monkeypatch.setenv(name, value)

    with pytest.raises(Misconfigured) as ended:
        read()

    said = str(ended.value)
    assert name in said
    assert "\n" not in said
    assert "hush" not in said


def test_mail_needs_the_address_that_it_links_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp://mail.example.org:25")

    with pytest.raises(Misconfigured, match="set SITE_URL"):
        variables.mail()


def test_what_is_meant_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {
        "TRUSTED_PROXY": "Yes",
        "WEB_CONCURRENCY": "4",
        "LOG_LEVEL": "info",
        "SECRET_KEY": GOOD_KEY,
        "SITE_URL": "https://cups.example.org:8443/",
        "ALLOWED_HOSTS": "cups.example.org, .example.com,[::1]",
        "EMAIL_URL": "smtp+tls://u:p%2Fw@mail.example.org:587",
        "PORT": "",
    }
    for name, value in said.items():
        monkeypatch.setenv(name, value)

    assert variables.yes_or_no("TRUSTED_PROXY")
    assert variables.number("WEB_CONCURRENCY", 1, 1000) == 4
    assert variables.number("PORT", 8000, 65535) == 8000  # empty is not set
    assert variables.log_level() == "INFO"
    assert variables.secret_key() == GOOD_KEY
    assert variables.site_url() == "https://cups.example.org:8443"
    assert variables.host_names() == ["cups.example.org", ".example.com", "[::1]"]
    assert variables.mail()["EMAIL_HOST_PASSWORD"] == "p/w"
    assert variables.mail_from("Fifty Cups <cups@localhost>") == "Fifty Cups <cups@localhost>"


@pytest.mark.parametrize(
    ("url", "name", "password"),
    [
        ("postgres://u:p%2Fw%23@h:5432/name", "name", "p/w#"),
        ("postgresql://u:p#w@h/name?sslmode=require", "name", "p#w"),
        ("sqlite:////somewhere/cups.sqlite3", "/somewhere/cups.sqlite3", ""),
    ],
)
def test_addresses_of_databases(monkeypatch: pytest.MonkeyPatch, url: str, name: str, password: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    found = variables.database("")

    assert (found["NAME"], found["PASSWORD"]) == (name, password)
