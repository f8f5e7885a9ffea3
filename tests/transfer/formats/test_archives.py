import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Refusal

CONNECTIONS = b"First Name,Last Name,Connected On\nAna,Example,05 Jul 2023\n"


def archive(entries: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", compression) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return packed.getvalue()


def refusal(data: bytes) -> str:
    answer = open_upload(data, "archive.zip")
    assert isinstance(answer, Refusal)
    return answer.reason


@pytest.mark.parametrize(
    "name",
    [
        "Connections.csv",
        "connections.CSV",
        "Basic_LinkedInDataExport_10-21-2023/Connections.csv",
        "folder\\Connections.csv",
        "../../../etc/cron.d/Connections.csv",
        "/root/Connections.csv",
    ],
)
def test_the_connections_are_found_in_the_archive_wherever_they_lie(name: str) -> None:
    data = archive({"messages.csv": b"CONVERSATION ID", "Profile.csv": b"x", name: CONNECTIONS})
    reading = open_upload(data, "Basic_LinkedInDataExport.zip")

    assert isinstance(reading, Reading)
    assert reading.file_name.casefold() == "connections.csv"
    assert [row.person.name for row in reading.rows() if row.person] == ["Ana Example"]


def test_the_shadow_that_a_mac_puts_beside_is_passed_over() -> None:
    data = archive({"__MACOSX/Connections.csv": b"\0\5\x16\7", "in/a/folder/Connections.csv": CONNECTIONS})

    assert isinstance(open_upload(data, "x.zip"), Reading)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({}, "This archive is empty."),
        ({"messages.csv": b"x"}, "holds no Connections.csv"),
        ({"inner.zip": archive({"Connections.csv": CONNECTIONS})}, "holds another archive"),
        ({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}, "This is an Excel workbook. In Excel choose File"),
        ({"word/document.xml": b"x"}, "This is a Word document."),
        ({"Connections.csv": b"CONVERSATION ID,CONVERSATION TITLE,FROM\n"}, "This is LinkedIn's messages.csv."),
        ({"Connections.csv": b""}, "This file is empty."),
        ({"Connections.csv": bytes(30 * 1024 * 1024)}, "is larger than 20 MB"),
        ({"Connections.csv": CONNECTIONS + b" " * 1_000_000}, "more than 100 times its size"),
        ({f"{number}.txt": b"" for number in range(5_001)}, "more than 5,000 files"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_archive_that_cannot_be_read_says_why(entries: dict[str, bytes], said: str) -> None:
    assert said in refusal(archive(entries))


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(archive({"Connections.csv": CONNECTIONS}, ZIP_STORED))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1

    assert "locked with a password" in refusal(bytes(data))


def test_a_packing_that_needs_much_memory_is_refused() -> None:
    assert "packed in an unusual way" in refusal(archive({"Connections.csv": CONNECTIONS}, ZIP_LZMA))


def test_an_archive_that_lies_about_its_size_unpacks_no_more_than_allowed() -> None:
    data = bytearray(archive({"Connections.csv": bytes(200 * 1024 * 1024)}))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 1_000)

    assert "damaged" in refusal(bytes(data))


@pytest.mark.parametrize("kept", [10, 40, 60, 100, -1, -20])
def test_an_archive_cut_short_is_refused(kept: int) -> None:
    assert "damaged" in refusal(archive({"Connections.csv": CONNECTIONS})[:kept])


def test_an_archive_with_a_wrong_checksum_is_refused() -> None:
    data = archive({"Connections.csv": CONNECTIONS}, ZIP_STORED).replace(b"Ana,Example", b"Bob,Example")

    assert "damaged" in refusal(data)
