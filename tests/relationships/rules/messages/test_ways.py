"""A message opens where somebody can be reached, with every letter of its text."""

from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from relationships.rules.messages.message import Message
from relationships.rules.messages.ways import Way, ways

TEXT: Final = "Grüß Gott & hallo,\n\nzwei Zeilen? 100 % + 1 # 👩‍🚀\nمرحبا"
MESSAGE: Final = Message(subject="Frage & Antwort", long=TEXT, short="Kurz & gut? 👋\nja")


def offered(
    *, emails: tuple[str, ...] = (), phones: tuple[str, ...] = (), links: tuple[str, ...] = (), known: bool = False
) -> dict[str, Way]:
    found = ways(MESSAGE, emails=emails, phones=phones, links=links, rings_first=known)
    return {way.name: way for way in found}


def test_mail_opens_with_subject_and_text() -> None:
    address = offered(emails=("no address", "jo+x@example.com"))["Mail"].address
    scheme, _, rest = address.partition(":")
    to, _, query = rest.partition("?")

    assert (scheme, unquote(to)) == ("mailto", "jo+x@example.com")
    assert parse_qs(query, strict_parsing=True) == {
        "subject": ["Frage & Antwort"],
        "body": [TEXT.replace("\n", "\r\n")],
    }
    assert address.isascii()


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("+44 1632 960 118", ["WhatsApp", "Text message", "Ring"]),
        ("01632 960118", ["Text message", "Ring"]),
        ("ask Ada", []),
    ],
)
def test_a_number_can_be_rung_and_written_to(number: str, names: list[str]) -> None:
    assert list(offered(phones=(number,))) == names


def test_a_text_message_is_the_short_one() -> None:
    found = offered(phones=("+44 1632 960 118",))

    assert found["Ring"].address == "tel:+441632960118"
    assert found["Text message"].address.startswith("sms:+441632960118?&body=")
    assert unquote(found["Text message"].address.partition("body=")[2]) == MESSAGE.short
    whatsapp = urlsplit(found["WhatsApp"].address)
    assert (whatsapp.netloc, whatsapp.path) == ("wa.me", "/441632960118")
    assert parse_qs(whatsapp.query) == {"text": [MESSAGE.short]}


def test_a_profile_is_opened_and_the_text_pasted() -> None:
    found = offered(links=("https://example.com/jo", "https://www.linkedin.com/in/jo-meier"))

    assert found["LinkedIn"].address == "https://www.linkedin.com/in/jo-meier"
    assert list(found) == ["LinkedIn"]


def test_ringing_comes_first_for_who_is_known() -> None:
    emails, phones = ("jo@example.com",), ("01632 960118",)

    assert list(offered(emails=emails, phones=phones)) == ["Mail", "Text message", "Ring"]
    assert list(offered(emails=emails, phones=phones, known=True)) == ["Ring", "Mail", "Text message"]


def test_who_cannot_be_reached_has_no_way() -> None:
    assert offered() == {}
