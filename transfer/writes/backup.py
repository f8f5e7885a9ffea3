"""The whole database in one file, taken while it is in use, and put back once the file has proved sound."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

READ_ONLY = "file:{}?mode=ro"


class Unsound(Exception):
    """The file is no backup of Fifty Cups, or it is damaged; the message says which."""


def back_up(to: Path) -> None:
    """Write a backup to this file (mode 0600); it appears under its name only when it is whole."""
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = to.with_name(f".{to.name}.unfinished")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_name())) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target, pages=4096, sleep=0.01)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without the side files of the running app
        check(draft)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", f"--file={draft}", f"--dbname={_name()}")
    draft.rename(to)


def put_back(backup: Path) -> None:
    """Replace everything in the database by what the backup holds; raises Unsound before anything is touched."""
    check(backup)
    if connection.vendor == "sqlite":
        connection.close()
        with closing(_opened(backup)) as source, closing(sqlite3.connect(_name(), timeout=20)) as target:
            source.backup(target)
    else:
        _replace(backup)


def _replace(backup: Path) -> None:
    """All or nothing: in one transaction our tables go, also those that a later release has added, and its come."""
    tables = ", ".join(f'"{name}"' for name in connection.introspection.django_table_names(only_existing=True))
    connection.close()
    with TemporaryDirectory() as folder:
        script = Path(folder) / "restore.sql"
        _run("pg_restore", "--clean", "--if-exists", "--no-owner", f"--file={script}", str(backup))
        drop = f"--command=DROP TABLE IF EXISTS {tables} CASCADE" if tables else "--command=SELECT 1"
        stop = "--set=ON_ERROR_STOP=1"
        _run(
            "psql",
            "--quiet",
            "--no-psqlrc",
            "--single-transaction",
            stop,
            f"--dbname={_name()}",
            drop,
            f"--file={script}",
        )


def check(backup: Path) -> None:
    """Raise Unsound unless the file is a whole backup of the kind that this database takes."""
    if not backup.is_file():
        raise Unsound(f"There is no file {backup}.")
    if connection.vendor != "sqlite":
        if " campaigns_campaign " not in _run("pg_restore", "--list", str(backup)):
            raise Unsound(f"{backup} is a dump, but not one of Fifty Cups.")
        return
    try:
        with closing(_opened(backup)) as source:
            sound = source.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            known = source.execute("SELECT 1 FROM sqlite_master WHERE name = 'campaigns_campaign'").fetchone()
    except sqlite3.DatabaseError as error:
        raise Unsound(f"{backup} is not a database: {error}.") from error
    if not sound:
        raise Unsound(f"{backup} is damaged.")
    if not known:
        raise Unsound(f"{backup} is a database, but not one of Fifty Cups.")


def _opened(backup: Path) -> sqlite3.Connection:
    return sqlite3.connect(READ_ONLY.format(backup.resolve()), uri=True)


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _run(*command: str) -> str:
    """What PostgreSQL's own tool says; the password is in the environment, never in the list of processes."""
    settings = connection.settings_dict
    said = {"PGHOST": settings["HOST"], "PGPORT": settings["PORT"], "PGUSER": settings["USER"]}
    secret = {"PGPASSWORD": settings["PASSWORD"]}
    env = os.environ | {name: str(value) for name, value in (said | secret).items() if value}
    try:
        return subprocess.run(command, check=True, env=env, capture_output=True, text=True).stdout
    except FileNotFoundError as error:
        raise Unsound(
            f"{command[0]} is not installed: it comes with PostgreSQL's client (postgresql-client)."
        ) from error
    except subprocess.CalledProcessError as error:
        raise Unsound(f"{command[0]} says: {error.stderr.strip()}") from error
