"""Files that are recognised and not read (yet), each with a sentence that says what it is and what to do.

When a format gets its own module in this package, its line here goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transfer.formats.cells import LOST
from transfer.formats.records import Refusal
from transfer.formats.tables import headers

READS = "Fifty Cups reads LinkedIn's Connections.csv"
SAME_ARCHIVE = f"{READS} from the same archive."
NOT_YET = f"It is not read yet: {READS}, alone or in its archive."


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table known by its captions (folded): all of `all_of`, and one of `any_of` if there are such."""

    kind: str
    reason: str
    all_of: frozenset[str]
    any_of: frozenset[str] = field(default_factory=frozenset)

    def matches(self, captions: frozenset[str]) -> bool:
        return captions >= self.all_of and (not self.any_of or not captions.isdisjoint(self.any_of))


def _table(kind: str, reason: str, all_of: str, any_of: str = "") -> Table:
    return Table(kind=kind, reason=reason, all_of=frozenset(all_of.split()), any_of=frozenset(any_of.split()))


TABLES = (
    _table(
        "LinkedIn messages",
        f"This is LinkedIn's messages.csv. {SAME_ARCHIVE}",
        "conversationid conversationtitle from",
    ),
    _table("LinkedIn invitations", f"This is LinkedIn's Invitations.csv. {SAME_ARCHIVE}", "from to sentat direction"),
    _table(
        "LinkedIn notes",
        f"This is LinkedIn's Notes.csv. {SAME_ARCHIVE}",
        "connectionfirstname connectionprofileurl note",
    ),
    _table(
        "LinkedIn address book",
        f"This is an address book that was once uploaded to LinkedIn, not your connections. {SAME_ARCHIVE}",
        "source firstname lastname companies",
    ),
    _table(
        "LinkedIn profile", f"This is your own profile from LinkedIn. {SAME_ARCHIVE}", "firstname lastname headline"
    ),
    _table(
        "Google Contacts",
        f"This is a table from Google Contacts. {NOT_YET}",
        "givenname familyname",
        "email1value groupmembership",
    ),
    _table(
        "Google Contacts",
        f"This is a table from Google Contacts. {NOT_YET}",
        "firstname lastname",
        "organizationname email1label email1value labels",
    ),
    _table("Thunderbird", f"This is an address book from Thunderbird. {NOT_YET}", "primaryemail displayname"),
    _table(
        "Outlook",
        f"This is a table from Outlook. {NOT_YET}",
        "emailaddress",
        "businessphone jobtitle email2address homephone mobilephone webpage emailtype",
    ),
    _table(
        "Outlook",
        f"This is a table from Outlook. {NOT_YET}",
        "vorname emailadresse",
        "anrede emailtyp firma mobiltelefon telefongeschäftlich",
    ),
    _table(
        "incomplete LinkedIn connections",
        "This table has the columns First Name and Last Name, but no Connected On, so it is not LinkedIn's "
        "Connections.csv as it came. Upload the file as LinkedIn sent it.",
        "firstname lastname",
    ),
)

# By their first bytes, which are never text.
BINARY = (
    (b"%PDF", "PDF", f"This is a PDF. {READS}; LinkedIn's PDF of a profile is for printing."),
    (b"\x89PNG", "picture", f"This is a picture. {READS}, alone or in its archive."),
    (b"\xff\xd8\xff", "picture", f"This is a picture. {READS}, alone or in its archive."),
    (b"GIF8", "picture", f"This is a picture. {READS}, alone or in its archive."),
    (
        b"\xd0\xcf\x11\xe0",
        "Excel workbook",
        "This is a document of an older Office. In Excel choose File, Save as, CSV UTF-8, and upload that file.",
    ),
    (
        b"\x1f\x8b",
        "packed file",
        f"This is a file packed with gzip. Unpack it first: {READS}, alone or in a ZIP archive.",
    ),
    (
        b"7z\xbc\xaf\x27\x1c",
        "packed file",
        f"This is a 7-Zip archive. Unpack it first: {READS}, alone or in a ZIP archive.",
    ),
    (b"Rar!", "packed file", f"This is a RAR archive. Unpack it first: {READS}, alone or in a ZIP archive."),
    (b"SQLite format 3", "database", f"This is a database. {READS}, alone or in its archive."),
)

# Cards may stand after other lines, and bear a group's name.
CARD = re.compile(r"^[ \t]*(?:[\w-]{1,60}\.)?begin:vcard[ \t]*$", re.MULTILINE)

# By how their text begins, in lower case.
TEXTS = (
    ("begin:vcalendar", "calendar", f"This is a calendar. {NOT_YET}"),
    ("<!doctype html", "web page", f"This is a web page. {READS}: download the file itself, not the page around it."),
    ("<html", "web page", f"This is a web page. {READS}: download the file itself, not the page around it."),
    ("<?xml", "XML", f"This is XML. {READS}, alone or in its archive."),
    ("{\\rtf", "text document", f"This is a document of a word processor. {READS}, alone or in its archive."),
    ("{", "JSON", f"This is JSON. {READS}, alone or in its archive."),
    ("[{", "JSON", f"This is JSON. {READS}, alone or in its archive."),
    ("dn: ", "LDIF", f"This is an address book in LDIF. {NOT_YET}"),
)


def known_bytes(data: bytes) -> Refusal | None:
    """What a file that is no text says it is."""
    if not data.strip(b"\0\t\r\n \xef\xbb\xbf"):
        return Refusal(
            kind="empty file", reason="This file is empty. Download it once more, and upload it as it comes."
        )
    for start, kind, reason in BINARY:
        if data.startswith(start):
            return Refusal(kind=kind, reason=reason)
    return None


def known_text(text: str) -> Refusal:
    """What a text seems to be that no format reads; says so even where nobody knows."""
    start = text[:20_000].lstrip().casefold()
    for beginning, kind, reason in TEXTS:
        if start.startswith(beginning):
            return Refusal(kind=kind, reason=reason)
    if CARD.search(start):
        return Refusal(kind="vCard", reason=f"This is a file of vCards. {NOT_YET}")
    for header in headers(text):
        for table in TABLES:
            if table.matches(header.captions):
                return Refusal(kind=table.kind, reason=table.reason)
    first = next((line.strip() for line in text[:20_000].split("\n") if line.strip()), "")[:80]
    begins = f" It begins with “{first}”." if first.isprintable() and LOST not in first else " It seems to be no text."
    return Refusal(
        kind="unknown",
        reason="This is no file that Fifty Cups knows: no row names the columns First Name, Last Name and Connected "
        f"On, as in LinkedIn's Connections.csv.{begins}",
    )
