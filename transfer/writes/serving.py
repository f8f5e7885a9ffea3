"""Who serves the data: a server shares a lock on the database with its like, a restore takes it for itself.

On SQLite it is a lock on a file beside the database, held by the server's first process; on PostgreSQL an advisory one,
which each connection of a web process takes, so that it comes back with the connection when the database was away.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

KEY: Final = 0x46696674794375  # "FiftyCu": one number for all, since PostgreSQL counts it apart in each database


class InUse(Exception):
    """Somebody serves this data."""


def lock_file() -> Path:
    database = Path(str(connection.settings_dict["NAME"]))
    return database.with_name(f"{database.name}.serving")


def serve_alone() -> IO[str]:
    """On SQLite: the lock, held for as long as what this answers stays open."""
    file = lock_file().open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise InUse from None
    return file


def say_that_it_serves() -> None:
    """On PostgreSQL: from now on each connection of this process says so."""
    connection_created.connect(_share, dispatch_uid="serving")


def _share(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock_shared(%s)", [KEY])
        if not cursor.fetchone()[0]:
            connection.close()
            raise OperationalError("a backup is being restored")


@contextmanager
def nobody_serves() -> Iterator[None]:
    """Raises InUse while anybody serves, and lets nobody begin meanwhile."""
    if connection.vendor == "sqlite":
        with serve_alone():
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [KEY])
        if not cursor.fetchone()[0]:
            raise InUse
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [KEY])
