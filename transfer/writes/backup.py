"""The whole database in one file, taken while it is in use, and put back once the file has proved sound."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from django.db import connection

from transfer.writes.swapping import Unsound, database_name, replace_tables, run

__all__ = ["Unsound", "back_up", "check", "put_back"]

READ_ONLY = "file:{}?mode=ro"
OURS = ("accounts_user", "campaigns_campaign", "django_migrations")


def back_up(to: Path) -> None:
    """Write a backup to this file (mode 0600); it appears under its name only when it is whole."""
    try:
        to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(to.parent)
        with _draft(to) as draft:
            _write(draft)
            draft.rename(to)
    except (OSError, sqlite3.OperationalError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise Unsound(f"No backup could be written to {to} ({said}): make room, or name another place.") from error


def _write(draft: Path) -> None:
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(database_name())) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target, pages=4096, sleep=0.01)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without the side files of the running app
        check(draft)
    else:
        run("pg_dump", "--format=custom", "--no-owner", f"--file={draft}", f"--dbname={database_name()}")


@contextmanager
def _draft(to: Path) -> Iterator[Path]:
    """A file beside, locked while it is written, and gone whatever happens."""
    draft = to.with_name(f".{to.name}.unfinished")
    with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "rb+") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            yield draft
        finally:
            for left in (draft, draft.with_name(f"{draft.name}-journal")):
                left.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """What a backup left that was killed: drafts of ours that nobody is writing."""
    for path in folder.glob(".*.unfinished*"):
        with suppress(OSError), path.open("rb") as file:
            if os.fstat(file.fileno()).st_uid == os.getuid():
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()


def put_back(backup: Path) -> None:
    """Replace everything in the database by what the backup holds; raises Unsound before anything is touched."""
    check(backup)
    if connection.vendor == "sqlite":
        connection.close()
        with closing(_opened(backup)) as source, closing(sqlite3.connect(database_name(), timeout=20)) as target:
            source.backup(target)
    else:
        replace_tables(backup)


def check(backup: Path) -> None:
    """Raise Unsound unless the file is a whole backup of the kind that this database takes."""
    if not backup.is_file():
        raise Unsound(f"There is no file {backup}.")
    if connection.vendor != "sqlite":
        listed = run("pg_restore", "--list", str(backup))
        if not all(f" {name} " in listed for name in OURS):
            raise Unsound(f"{backup} is a dump, but not one of Fifty Cups.")
        return
    try:
        with closing(_opened(backup)) as source:
            sound = source.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            names = {name for (name,) in source.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise Unsound(f"{backup} is not a database: {error}.") from error
    if not sound:
        raise Unsound(f"{backup} is damaged.")
    if not names.issuperset(OURS):
        raise Unsound(f"{backup} is a database, but not one of Fifty Cups.")


def _opened(backup: Path) -> sqlite3.Connection:
    return sqlite3.connect(READ_ONLY.format(backup.resolve()), uri=True)
