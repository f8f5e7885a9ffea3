"""The set-up as promised: locked with hashes, from no particular registry, in files that a person can read."""

import re
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
LOCKS = ["requirements.txt", "requirements-dev.txt"]
LINES = 220


def lock(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def house() -> list[str]:
    """The packages that the import contracts hold together."""
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    packages: list[str] = settings["tool"]["importlinter"]["root_packages"]
    return packages


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
    assert {path.parent.name for path in HOUSE.glob("*/__init__.py")} == set(house())


def test_a_file_is_short_enough_to_be_read() -> None:
    code = [path for package in house() for path in (HOUSE / package).rglob("*.py") if "migrations" not in path.parts]
    lines = {path.relative_to(HOUSE).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in code}

    assert {name: count for name, count in lines.items() if count > LINES} == {}
