"""What the documents lead to is there."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT: Path = settings.BASE_DIR
COLUMNS = ("rule", "short", "screen", "file", "test", "stands")


def rules() -> Iterator[dict[str, str]]:
    """The lines of docs/method.md's table."""
    for line in (ROOT / "docs/method.md").read_text(encoding="utf-8").splitlines():
        if re.match(r"\| R\d+ ", line):
            yield dict(zip(COLUMNS, (cell.strip() for cell in line.strip("|").split("|")), strict=True))


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_rule_leads_to_files_and_tests_that_are_there() -> None:
    lines = list(rules())
    files = [(line["rule"], path) for line in lines for path in named(line["file"])]
    tests = [(line["rule"], f"tests/{path}") for line in lines for path in named(line["test"])]

    assert [int(re.findall(r"\d+", line["rule"])[0]) for line in lines] == list(range(1, 24))
    assert [(rule, path) for rule, path in files + tests if not (ROOT / path).exists()] == []


def test_a_rule_that_stands_names_its_file_and_its_test() -> None:
    assert [
        line["rule"]
        for line in rules()
        if line["stands"] != "not yet" and not (named(line["file"]) and named(line["test"]))
    ] == []
