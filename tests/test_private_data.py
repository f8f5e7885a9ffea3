"""Nobody else on the machine reads the data: neither a new folder of data nor one that was open until now."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OPEN_UMASK = 0o022
SIDE_FILES = ("fifty-cups.sqlite3-wal", "fifty-cups.sqlite3-shm")


def manage(data: Path, *command: str, **env: str) -> str:
    """As somebody's shell runs it: files are readable for everybody unless said otherwise."""
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=own | {"DATA_DIR": str(data)} | env,
        umask=OPEN_UMASK,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def modes(data: Path) -> dict[str, int]:
    found = {str(path.relative_to(data)): path.stat().st_mode & 0o777 for path in data.rglob("*")}
    return {".": data.stat().st_mode & 0o777, **found}


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the first start makes."""
    data = tmp_path_factory.mktemp("somewhere") / "data"
    manage(data, "migrate", "--verbosity", "0")
    manage(data, "backup")
    return data


def test_a_new_folder_is_its_owners_alone(new: Path) -> None:
    found = modes(new)

    assert {name: oct(mode) for name, mode in found.items() if mode & 0o077} == {}
    assert {".", "backups", "fifty-cups.sqlite3", "secret-key"} <= set(found)


def test_the_side_files_of_the_database_are_born_so(new: Path) -> None:
    shown = "from pathlib import Path; [print(p.name, oct(p.stat().st_mode & 0o777)) for p in Path(data).iterdir()]"
    code = f"from accounts.models import User; User.objects.create_user('a@example.com'); data = {str(new)!r}; {shown}"

    said = dict(line.split() for line in manage(new, "shell", "--verbosity", "0", "-c", code).splitlines())

    assert {name: said.get(name) for name in SIDE_FILES} == dict.fromkeys(SIDE_FILES, "0o600")


def test_what_was_open_until_now_is_mended_at_a_start(new: Path) -> None:
    for name in ("secret-key", "set-up-code", "serving", "backups/old.sqlite3"):
        (new / name).touch()
    with closing(sqlite3.connect(new / "fifty-cups.sqlite3")) as app_that_runs:
        app_that_runs.execute("UPDATE accounts_user SET name = name")
        app_that_runs.commit()
        for path in (new, *new.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        assert set(SIDE_FILES) <= set(modes(new))

        manage(new, "check")

        assert {name: oct(mode) for name, mode in modes(new).items() if mode & 0o077} == {}


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "my-script"
    mine.touch(mode=0o755)
    mine.chmod(0o755)
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)

    manage(tmp_path, "check")
    manage(shared, "check")

    assert mine.stat().st_mode & 0o777 == 0o755
    assert shared.stat().st_mode & 0o7777 == 0o1777


def test_a_database_elsewhere_and_a_backup_elsewhere_are_private_too(new: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    url = {"DATABASE_URL": f"sqlite:///{elsewhere / 'cups.sqlite3'}"}
    shutil.copy(new / "fifty-cups.sqlite3", elsewhere / "cups.sqlite3")
    (elsewhere / "cups.sqlite3").chmod(0o644)

    manage(tmp_path / "data", "backup", str(elsewhere / "kept" / "one"), **url)

    found = modes(elsewhere)
    assert {name: oct(found[name]) for name in ("cups.sqlite3", "kept", "kept/one")} == {
        "cups.sqlite3": "0o600", "kept": "0o700", "kept/one": "0o600",
    }  # fmt: skip
