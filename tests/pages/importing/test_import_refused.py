"""What an import refuses: hostile files get a sentence and a 422, a body that is too large is not even read."""

import io
import zipfile
from typing import Any

import pytest
from django.test import Client

from campaigns.models import Campaign
from tests.transfer.files import Run, Upload, linkedin, many
from transfer.models import Import


def zipped(**entries: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


HOSTILE = {
    "nothing": b"",
    "no text": bytes(range(256)) * 40,
    "half an archive": b"PK\x03\x04" + b"\0" * 40,
    "an archive without people": zipped(**{"messages.csv": b"FROM,TO\n"}),
    "a bomb": zipped(**{"Connections.csv": b"0" * 30_000_000}),
    "nuls": b"\0" * 5000,
    "a vcard": b"BEGIN:VCARD\nVERSION:3.0\nFN:Kim\nEND:VCARD\n",
    "only captions": linkedin(),
    "only closed profiles": linkedin(",,,,,,07 Jun 2024"),
    "any text": b"Dear diary\n" * 500,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, upload: Upload) -> None:
    answer = upload(HOSTILE[name], '"><script>alert(1)</script>.csv')

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert not Import.objects.exists()


def test_no_file_is_no_file(client: Client) -> None:
    answer = client.post("/import/")

    assert answer.status_code == 422
    assert "Choose a file first." in answer.content.decode()


def test_a_text_over_the_limit_is_refused_with_the_number(upload: Upload) -> None:
    answer = upload(many(5) + b"\n" * (10 * 1024 * 1024))

    assert answer.status_code == 422
    assert "10 MB" in answer.content.decode()


class NeverRead:
    """A body that must not be read."""

    def read(self, *args: object) -> bytes:
        raise AssertionError("It was read.")

    readline = read


def never_read(length: int) -> dict[str, Any]:
    kind = "multipart/form-data; boundary=x"
    return {"content_type": kind, "CONTENT_LENGTH": str(length), "wsgi.input": NeverRead()}


def test_a_body_over_the_limit_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.generic("POST", "/import/", **never_read(10**10))

    assert answer.status_code == 413
    assert "50 MB" in answer.content.decode()


def test_a_visitor_may_not_send_files(visitor: Client) -> None:
    answer = visitor.generic("POST", "/import/", **never_read(20 * 1024 * 1024))

    assert answer.status_code == 413


def test_words_of_the_file_stay_words(upload: Upload, run: Run, client: Client, campaign: Campaign) -> None:
    bad = "<img src=x onerror=alert(1)>"
    upload(linkedin(f"{bad},{bad},,{bad},{bad},{bad},{bad}", f",,javascript:alert(1),,,{bad},"))
    staged = campaign.imports.get()

    preview = client.get(f"/import/{staged.pk}/").content.decode()
    report = client.get(f"/import/{run(staged).pk}/").content.decode()

    for page in (preview, report):
        assert "<img src=x" not in page
        assert 'href="javascript' not in page
