"""`manage.py backup [FILE]`: the whole database in one file, while the app runs."""

import signal
import threading
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from transfer.writes.backup import Unsound, back_up


class Command(BaseCommand):
    help = "Write the whole database into one file, while the app is in use."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="Where to; by default a dated file in DATA_DIR/backups.")

    def handle(self, *args: Any, **options: Any) -> None:
        ending = "sqlite3" if connection.vendor == "sqlite" else "dump"
        dated = settings.DATA_DIR / "backups" / f"fifty-cups-{timezone.now():%Y-%m-%d-%H%M%S}.{ending}"
        to: Path = options["file"] or dated
        if to.exists():
            raise CommandError(f"{to} is there already: name another file.")
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _end)  # as Ctrl-C: what is unfinished goes
        try:
            back_up(to)
        except Unsound as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Everything is in {to}. Keep {_key()} with it.")


def _key() -> str:
    """Where the key lies that the sessions in the backup are signed with."""
    file: Path = settings.DATA_DIR / "secret-key"
    return str(file) if file.exists() and not settings.GIVEN_KEY else "SECRET_KEY"


def _end(number: int, frame: object) -> None:
    raise SystemExit(128 + number)
