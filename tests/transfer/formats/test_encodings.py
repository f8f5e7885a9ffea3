from collections.abc import Callable

import pytest

from transfer.formats.encodings import decode
from transfer.formats.records import Row

Rows = Callable[[str | bytes], list[Row]]
TEXT = "First Name,Last Name,Connected On\nJürgen,Groß,05 Jul 2023\nZoë,Müller,06 Jul 2023\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (TEXT.replace("\n", "\r\n").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r\r\n").encode(), "UTF-8"),
    ],
)
def test_a_text_is_the_same_however_it_was_saved(data: bytes, encoding: str) -> None:
    text = decode(data)

    assert (text.content, text.encoding) == (TEXT, encoding)


def test_a_mac_of_old_is_told_from_windows() -> None:
    text = TEXT + "Jürgen;Groß;Bäckerei Süß & Söhne;Geschäftsführer\n" * 3

    assert decode(text.encode("mac_roman")).content == text


def test_one_foreign_line_does_not_spoil_the_others() -> None:
    lines = [TEXT.encode(), "Ana,Núñez,07 Jul 2023\n".encode("cp1252"), "Søren,Bækgaard,08 Jul 2023\n".encode()]
    text = decode(b"".join(lines))

    assert text.content == TEXT + "Ana,Núñez,07 Jul 2023\nSøren,Bækgaard,08 Jul 2023\n"
    assert text.notes == (
        "Line 4 of this file: not in UTF-8 like the rest, read as Windows-1252. Look at the letters there.",
    )


NAMES = ("Ana Glück", "Łukasz Żak", "राम शर्मा", "山田 太郎", "Olga Świątek", "محمد علي")


@pytest.mark.parametrize("foreign", ["Jürgen,Groß", "Zoë,Müller", "Ana,Núñez", "O’Neil,Seán", "Café,“Ltd”"])
@pytest.mark.parametrize("right", range(1, len(NAMES)))
@pytest.mark.parametrize(("mark", "end"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"", b"\r")])
def test_right_names_stay_right_however_many_lines_are_not(
    foreign: str, right: int, mark: bytes, end: bytes, rows: Rows
) -> None:
    header = b"First Name,Last Name,Connected On"
    others = [f"{name.replace(' ', ',')},05 Jul 2023".encode() for name in NAMES[:right]]
    broken = f"{foreign},06 Jul 2023".encode("cp1252")

    found = rows(mark + end.join([header, broken, *others, broken, broken]))

    assert [row.person and f"{row.person.given_name} {row.person.family_name}" for row in found] == [
        foreign.replace(",", " "), *NAMES[:right], foreign.replace(",", " "), foreign.replace(",", " "),
    ]  # fmt: skip
    assert [bool(row.problems) for row in found] == [True, *[False] * right, True, True]
    assert "read as Windows-1252" in found[0].problems[0].reason


def test_a_row_says_so_where_a_later_line_of_it_is_foreign(rows: Rows) -> None:
    text = '"Ana","Ex\nGroß",05 Jul 2023\n'.encode("cp1252")

    ana, zoe = rows(TEXT.encode().split(b"\n")[0] + b"\n" + text + "Zoë,Müller,06 Jul 2023".encode())

    assert [len(ana.problems), len(zoe.problems)] == [1, 0]
    assert ana.person
    assert ana.person.family_name == "Ex Groß"


def test_a_file_that_is_all_in_another_code_says_it_once(rows: Rows) -> None:
    assert not any(row.problems for row in rows(TEXT.encode("cp1252")))


def test_control_characters_are_left_out() -> None:
    assert decode(b"a\0b\x07c\td\x1be\x7f\n").content == "abc\tde\n"


def test_a_letter_that_was_lost_before_is_told_of(rows: Rows) -> None:
    (row,) = rows("J\ufffdrgen,Example,,,,,05 Jul 2023\n")

    assert row.person is not None
    assert "a letter was lost" in row.problems[0].reason
