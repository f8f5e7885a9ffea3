"""What others wrote lies in static/vendor as `make vendor` put it there, with its licence."""

import hashlib
from pathlib import Path

import pytest

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
