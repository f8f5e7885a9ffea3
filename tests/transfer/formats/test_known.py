"""Whatever else is uploaded is named, in words that say what to do."""

import pytest

from transfer.formats.reading import open_upload
from transfer.formats.records import Refusal

OUTLOOK_DE = '"Anrede","Vorname","Nachname","Firma","E-Mail-Adresse","E-Mail-Typ"\r\n'
GOOGLE_OLD = "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value\n"
GOOGLE_NEW = "First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value\n"
NOTES = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
UPLOADED = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty file"),
        (b" \r\n\r\n\xef\xbb\xbf", "empty file"),
        (b"\0" * 1000, "empty file"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel workbook"),
        (b"\x1f\x8b\x08", "packed file"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b'{"people": []}', "JSON"),
        (b"junk\r\nitem1.begin:vcard\r\n", "vCard"),
        (b"BEGIN:VCALENDAR\r\n", "calendar"),
        (b"CONVERSATION ID,CONVERSATION TITLE,FROM,TO\n", "LinkedIn messages"),
        (b'"CONVERSATION ID","CONVERSATION TITLE","FROM"\n', "LinkedIn messages"),
        (b"From,To,Sent At,Message,Direction\n", "LinkedIn invitations"),
        (NOTES.encode(), "LinkedIn notes"),
        (UPLOADED.encode(), "LinkedIn address book"),
        (GOOGLE_OLD.encode(), "Google Contacts"),
        (GOOGLE_NEW.encode(), "Google Contacts"),
        (b'"Title","First Name","Last Name","Job Title","E-mail Address"\r\n', "Outlook"),
        (OUTLOOK_DE.encode("cp1252"), "Outlook"),
        (b"First Name,Last Name,Display Name,Primary Email\n", "Thunderbird"),
        (b"First Name,Last Name,URL\nAna,Example,\n", "incomplete LinkedIn connections"),
        (b"just some words", "unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_of_another_kind_is_named(data: bytes, kind: str) -> None:
    refusal = open_upload(data, "Connections.csv")

    assert isinstance(refusal, Refusal)
    assert refusal.kind == kind
    assert refusal.reason.endswith(".")


def test_messages_are_told_from_connections_in_one_sentence() -> None:
    refusal = open_upload(b"CONVERSATION ID,CONVERSATION TITLE,FROM\n", "messages.csv")

    assert refusal == Refusal(
        kind="LinkedIn messages",
        reason="This is LinkedIn's messages.csv. Fifty Cups reads LinkedIn's Connections.csv from the same archive.",
    )
