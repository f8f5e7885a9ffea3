"""The set-up as promised: locked with hashes, from no particular registry, in files that a person can read."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

HOUSE = Path(__file__).parent.parent
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def lock(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def import_linter() -> dict[str, Any]:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    said: dict[str, Any] = settings["tool"]["importlinter"]
    return said


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_release_has_hashes(name: str) -> None:
    requirements = lock(name).replace("\\\n", " ").splitlines()
    pinned = [line for line in requirements if line and not line.lstrip().startswith("#")]

    assert pinned
    assert [line for line in pinned if "==" not in line or "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("name", [*LOCKS, "package-lock.json"])
def test_a_lock_names_no_registry(name: str) -> None:
    assert re.findall(r'index-url|find-links|"resolved"|@ https?://', lock(name)) == []


def test_the_locks_agree() -> None:
    pins = [dict(re.findall(r"^([a-z0-9._-]+)(?:\[[^]]*])?==(\S+)", lock(name), re.MULTILINE)) for name in LOCKS]
    running, developing = pins

    assert {name: pin for name, pin in developing.items() if running.get(name, pin) != pin} == {}


def test_every_app_stands_under_the_import_contracts() -> None:
    """The linter itself asks for completeness only inside a package, not for the order of the packages."""
    here = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    order, rooms, *_ = import_linter()["contracts"]
    planned = {name for layer in order["layers"] for name in re.findall(r"\((\w+)\)", layer)}

    assert set(import_linter()["root_packages"]) == here
    assert {name for layer in order["layers"] for name in re.findall(r"\w+", layer)} - planned == here - planned
    assert set(rooms["containers"]) == here - {"networking", "pages"}
