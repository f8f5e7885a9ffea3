"""Files made to cost most, each as large as may be uploaded; run as a program it reads them and says what they took.

A process of its own, since what a process holds at most is only counted for the whole of it.
"""

import json
import sys
from collections.abc import Callable
from io import BytesIO
from resource import RUSAGE_SELF, getrusage
from time import process_time
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from transfer.formats import limits
from transfer.formats.reading import open_upload
from transfer.formats.records import Reading

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
TEXT = limits.TEXT_MB * limits.MB
UNPACKED = limits.UNPACKED_MB * limits.MB
MARKS = "\u0315\u0300"  # in the wrong order, so that they have to be sorted


def filled(piece: str, head: str = HEADER, size: int = TEXT, encoding: str = "utf-8") -> bytes:
    return (head + piece * ((size - len(head) * 2) // len(piece.encode(encoding)))).encode(encoding)


def numbered(row: str) -> bytes:
    return (HEADER + "".join(row.replace("#", str(number)) for number in range(limits.RECORDS))).encode()[:TEXT]


def packed(data: bytes, how: int = ZIP_STORED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", how) as archive:
        archive.writestr("Connections.csv", data)
    return file.getvalue()


def many_entries() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for number in range(limits.ENTRIES - 10):
            archive.writestr(f"{'x' * 200}{number}", b"")
    return file.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "rows": lambda: numbered(f"Zoë#,{'ö' * 40},https://www.linkedin.com/in/z-#,,Büro #,{'é' * 30},05 Jul 2023\n"),
    "cells": lambda: filled("a" + "," * 499 + "\n"),
    "marks of quotation": lambda: filled('a,"b\n'),
    "marks inside of words": lambda: filled('a,"b"c\n'),
    "marks over lines": lambda: filled('"' + "\n" * 15 + '"\n'),
    "marks beside whole rows": lambda: filled('a,"b\nAna,Ex,https://x.de,,,,05 Jul 2023\n'),
    "marks on letters": lambda: filled(f"Ana,x{MARKS * 8_000}y,,,,,05 Jul 2023\n"),
    "marks on captions": lambda: filled(f"{MARKS * 100_000},\n", ""),
    "marks in addresses": lambda: numbered(f"a#,b,https://www.linkedin.com/in/{MARKS * 40}#,,,,05 Jul 2023\n"),
    "letters of many": lambda: numbered(f"{chr(0xFDFA) * 7}#,{chr(0xFDFA) * 20},,,,,05 Jul 2023\n"),
    "days": lambda: numbered(f"a#,b,,,,,1 {'j' * 30} #\n"),
    "addresses": lambda: numbered(f"a#,b,,{'a' * 120}@{'b' * 60}#,,,\n"),
    "two codes": lambda: numbered("Zoë#,Müller,,,Büro,,05 Jul 2023\n") + filled("Zoë,Büro,,,,\n", "", 10**6, "cp1252"),
    "captions": lambda: filled("a," * 900 + "\n", ""),
    "no table": lambda: filled("Dear diary, it rains\n", ""),
    "sixteen bits": lambda: filled("\n", "Ana,\n", TEXT // 2, "utf-16"),
    "an archive": lambda: packed(filled("Ana,Ex,https://x.de/in/a,,,,05 Jul 2023\n", size=2 * 10**6), ZIP_DEFLATED),
    "an archive of blanks": lambda: packed(filled("\n", size=UNPACKED)),
    "an archive of marks": lambda: packed(filled('"a\n', size=UNPACKED)),
    "an archive of entries": many_entries,
    "no archive": lambda: b"PK\x03\x04" + b"PK\x01\x02" * 10**7,
}


def took(data: bytes) -> float:
    start = process_time()
    answer = open_upload(data, "Connections.zip")
    if isinstance(answer, Reading):
        for _ in answer.rows():
            pass
    return process_time() - start


if __name__ == "__main__":
    took((HEADER + "Zoë,B,,,,,05 Jul 2023\n").encode("cp1252"))  # what is loaded once counts for no file
    files = {name: FILES[name]() for name in sys.argv[1:] or FILES}
    before = getrusage(RUSAGE_SELF).ru_maxrss
    seconds = {name: took(files.pop(name)) for name in list(files)}
    sys.stdout.write(json.dumps({"seconds": seconds, "mib": (getrusage(RUSAGE_SELF).ru_maxrss - before) / 1024}))
