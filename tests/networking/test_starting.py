"""A start that cannot succeed says why in one sentence, and touches nothing."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AWAY = "postgres://cups:hush@127.0.0.1:1/cups"


def started(data: Path, *command: str, **env: str) -> tuple[int, str]:
    own = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "WEB_CONCURRENCY")}
    done = subprocess.run(
        [sys.executable, *(command or ("manage.py", "serve", "--prepare"))],
        cwd=ROOT,
        env=own | {"DATA_DIR": str(data)} | env,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def taken() -> Iterator[str]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield str(other.getsockname()[1])


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def assert_one_sentence(answer: tuple[int, str], *words: str) -> None:
    status, said = answer
    assert status == 1, said
    assert len(said.strip().splitlines()) == 1, said
    assert "Traceback" not in said
    assert "hush" not in said
    assert [word for word in words if word not in said] == [], said


@pytest.mark.parametrize(
    ("env", "word"),
    [
        ({"WEB_CONCURRENCY": "two"}, "WEB_CONCURRENCY=two"),
        ({"DATABASE_URL": "garbage"}, "DATABASE_URL"),
        ({"EMAIL_URL": "nonsense", "SITE_URL": "https://a.example"}, "EMAIL_URL"),
        ({"DATABASE_URL": AWAY}, "PostgreSQL at 127.0.0.1:1"),
        ({"HOST": "no such host"}, "HOST=no such host"),
    ],
)
def test_a_wrong_environment_touches_nothing(tmp_path: Path, env: dict[str, str], word: str) -> None:
    assert_one_sentence(started(tmp_path / "data", **env), word)
    assert not list(tmp_path.rglob("*.sqlite3"))


def test_the_folder_of_the_data_must_be_there_to_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert_one_sentence(started(tmp_path / "file" / "data"), "DATA_DIR")
    assert_one_sentence(started(tmp_path / "file"), "DATA_DIR")
    assert_one_sentence(started(Path("/proc/none")), "DATA_DIR")


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "fifty-cups.sqlite3"
    file.write_text("my shopping list, and a little more of it " * 100)

    assert_one_sentence(started(tmp_path), "is no database")
    assert_one_sentence(started(tmp_path, "manage.py", "migrate"), "is no database")
    assert file.read_text().startswith("my shopping list")


def test_gunicorn_alone_asks_for_a_migrated_database(tmp_path: Path) -> None:
    assert_one_sentence(started(tmp_path, "-m", "gunicorn", PORT=free_port()), "not migrated", "manage.py migrate")
    assert not (tmp_path / "fifty-cups.sqlite3").exists()
    assert_one_sentence(started(tmp_path, "manage.py", "tidy"), "not migrated")


def test_a_port_in_use_is_said_before_anything_is_migrated(tmp_path: Path, taken: str) -> None:
    assert_one_sentence(started(tmp_path, PORT=taken), f":{taken}", "PORT")
    assert not (tmp_path / "fifty-cups.sqlite3").exists()


def test_a_second_start_on_the_same_data_says_so_before_it_migrates(tmp_path: Path) -> None:
    lock = "from transfer.writes.serving import serve_alone; lock = serve_alone(); print('held', flush=True)"
    code = f"import sys; {lock}; sys.stdin.read()"
    env = os.environ | {"DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    held = subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", code],
        cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert held.stdin
    assert held.stdout
    assert held.stdout.readline() == b"held\n"

    assert_one_sentence(started(tmp_path), "already runs")
    assert not (tmp_path / "fifty-cups.sqlite3").exists()

    held.stdin.close()
    held.wait(30)
    held.stdout.close()
