"""Files by others, which are not ours to copy: read where they lie, beside the repository, and skipped elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Refusal
from transfer.rules.person import Person

SHARED = Path(__file__).parents[4] / "shared" / "samples"
FOREIGN = sorted((SHARED / "foreign").glob("*"))
CONNECTIONS = ("linkedin-orgsignal-2023.csv", "linkedin-peoplesync.csv", "linkedin-sixhops.csv")
absent = pytest.mark.skipif(not FOREIGN, reason="the samples by others are not beside this repository")

KINDS = {
    "linkedin-orgsignal-invitations-2021.csv": "LinkedIn invitations",
    "linkedin-orgsignal-messages-2021.csv": "LinkedIn messages",
    "rolomind-google-new.csv": "Google Contacts",
    "tb-semicolon.csv": "Thunderbird",
    "tb-no-header.csv": "unknown",
    "vobject-vcard30-named.ics": "vCard",
    ".ics": "calendar",
    ".vcf": "vCard",
}


@absent
@pytest.mark.parametrize("path", [path for path in FOREIGN if path.name in CONNECTIONS], ids=lambda path: path.name)
def test_connections_by_others_hold_whom_they_should(path: Path) -> None:
    expected = json.loads((SHARED / "expected.json").read_text())[path.name]

    reading = open_upload(path.read_bytes(), path.name)

    assert isinstance(reading, Reading)
    found = list(reading.rows())
    assert reading.records == len(found) == expected["data_rows"]
    assert sum(row.hidden for row in found) == expected["date_only_rows"]
    assert [said(row.person) for row in found if row.person] == expected["contacts"]


@absent
@pytest.mark.parametrize("path", [path for path in FOREIGN if path.name not in CONNECTIONS], ids=lambda path: path.name)
def test_other_files_by_others_are_named_and_not_read(path: Path) -> None:
    refusal = open_upload(path.read_bytes(), path.name)

    assert isinstance(refusal, Refusal)
    assert refusal.kind == KINDS.get(path.name, KINDS.get(path.suffix, ""))
    assert "Connections.csv" in refusal.reason


def said(person: Person) -> dict[str, Any]:
    values = {
        "given": person.given_name,
        "family": person.family_name,
        "url": person.url,
        "email": next(iter(person.emails), ""),
        "company": person.company,
        "position": person.position,
        "connected_on": person.connected_on.isoformat() if person.connected_on else "",
    }
    return {name: value for name, value in values.items() if value}
