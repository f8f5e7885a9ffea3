"""What a start asks before it touches anything. Whatever stands in its way is one sentence, with what to do."""

import errno
import os
import socket
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection

from networking.own_names import in_brackets
from transfer.writes.serving import InUse, serve_alone


def refuse_a_wrong_number() -> None:
    if settings.ON_SQLITE and settings.WEB_CONCURRENCY != 1:
        raise SystemExit("On SQLite Fifty Cups runs in one web process: unset WEB_CONCURRENCY, or use PostgreSQL.")


def refuse_a_second_server() -> IO[str] | None:
    """Keep others away from the same SQLite file while what this answers stays open."""
    if not settings.ON_SQLITE:
        return None
    try:
        return serve_alone()
    except InUse:
        raise SystemExit(
            f"Fifty Cups already runs on {settings.DATA_DIR}: stop it first, or set DATA_DIR to another folder."
        ) from None
    except OSError as error:
        raise SystemExit(f"The database lies where nothing can be written ({error}): set DATABASE_URL.") from None


def refuse_a_taken_address(host: str, port: int) -> None:
    if "GUNICORN_FD" in os.environ or "LISTEN_FDS" in os.environ:
        return  # the sockets are handed over: from the server before, or by systemd
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
            trial.listen(1)
    except OSError as error:
        raise SystemExit(_of_the_address(error, host, port)) from None


def _of_the_address(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Something else already listens at {in_brackets(host)}:{port}: stop it, or set PORT to another number."
    if error.errno == errno.EACCES:
        return f"PORT={port} is not for you to listen at: set PORT to a number above 1023."
    return (
        f"HOST={host} is no address of this machine: unset HOST to serve this machine alone, or set it to 0.0.0.0 to "
        "serve the network that it is in."
    )


def refuse_a_sick_database(*, new: bool) -> None:
    """`new` where it may be empty, since it is migrated next."""
    if settings.ON_SQLITE and not new and not Path(settings.DATABASES["default"]["NAME"]).exists():
        raise SystemExit(NOT_MIGRATED)
    try:
        there = connection.introspection.table_names()
    except (DatabaseError, InterfaceError) as error:
        raise SystemExit(said_of(error) or f"The database says: {_first_line(error)}.") from None
    finally:
        connection.close()
    if not new and "accounts_user" not in there:
        raise SystemExit(NOT_MIGRATED)
    if new and there and "django_migrations" not in there:
        raise SystemExit(
            "The database holds tables of something else and none of Fifty Cups: name an empty one with DATABASE_URL."
        )


NOT_MIGRATED = "The database is not migrated: run `python manage.py migrate` first, as `make run` does."


def said_of(error: BaseException) -> str:
    """One sentence for what stands in the way of every command; empty where it is a fault of ours."""
    words = str(error).lower()
    where = settings.DATABASES["default"]
    if "no such table" in words or type(error.__cause__).__name__ == "UndefinedTable":
        return NOT_MIGRATED
    if not settings.ON_SQLITE:
        if not isinstance(error, OperationalError | InterfaceError):
            return ""
        at = f"{where['HOST'] or 'its socket'}:{where['PORT'] or 5432}"
        return f"PostgreSQL at {at} does not let us in ({_first_line(error)}): start it, or correct DATABASE_URL."
    for part, remedy in OF_SQLITE.items():
        if part in words:
            return remedy.format(where["NAME"])
    return ""


OF_SQLITE = {
    "not a database": "{} is no database: set DATA_DIR or DATABASE_URL to another place, or put a backup there.",
    "malformed": "{} is damaged: put the last backup back with `python manage.py restore FILE`.",
    "unable to open": "{} cannot be opened: see that the folder is there and yours to write, or set DATABASE_URL.",
    "readonly": "{} may not be written by you: make the file and its folder yours, or set DATA_DIR to another folder.",
    "disk is full": "The disk that holds {} is full: free some room, and run this again.",
    "disk i/o error": "The disk that holds {} cannot be written or read: see that it is sound and not full.",
    "is locked": "Something else is writing to {}: wait until it has ended, and run this again.",
}


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or ["nothing"])[0].rstrip(".")
