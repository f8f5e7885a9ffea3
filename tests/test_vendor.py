"""What others wrote lies in static/vendor as `make vendor` put it there, with its licence."""

import hashlib
import re
from pathlib import Path

import pytest

from scripts.vendor import UNUSED, without_unused

VENDOR = Path(__file__).parent.parent / "static" / "vendor"


def noted() -> dict[str, str]:
    lines = (VENDOR / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", maxsplit=1) for line in lines)}


def test_vendored_files_are_the_noted_ones() -> None:
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }

    assert found == noted()


@pytest.mark.parametrize("package", sorted(path.name for path in VENDOR.iterdir() if path.is_dir()))
def test_each_vendored_package_brings_its_licence(package: str) -> None:
    assert (VENDOR / package / "LICENSE").stat().st_size > 0


def test_no_vendored_style_sheet_names_a_source_map() -> None:
    assert not [path.name for path in VENDOR.rglob("*.css") if "sourceMappingURL" in path.read_text(encoding="utf-8")]


def test_no_page_uses_what_is_left_out_of_bootstrap() -> None:
    root = Path(__file__).parent.parent
    classes = r'class="([^"]*)"'
    used = {
        word
        for path in [*(root / "templates").rglob("*.html"), *(root / "pages").rglob("*.py")]
        for found in re.findall(classes, path.read_text(encoding="utf-8"))
        for word in found.split()
    }
    ours = set(re.findall(r"\.([a-z][\w-]*)", (root / "static" / "css" / "theme.css").read_text(encoding="utf-8")))

    assert {word for word in used - ours if UNUSED.match(f".{word}")} == set()


def test_what_is_left_out_is_whole_rules() -> None:
    sheet = "a{b:c}.card,.card-body{d:e}@media print{.modal{f:g}.btn{h:i}}.card,.btn{j:k}"

    assert without_unused(sheet) == "a{b:c}@media print{.btn{h:i}}.card,.btn{j:k}"
