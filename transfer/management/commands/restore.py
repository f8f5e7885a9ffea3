"""`manage.py restore FILE`: put a backup back. What is there now is backed up first."""

from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from transfer.writes.backup import Unsound, back_up, check, put_back
from transfer.writes.serving import InUse, nobody_serves


class Command(BaseCommand):
    help = "Replace everything in the database by what a backup holds. Stop the app first."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="A file that `manage.py backup` wrote.")

    def handle(self, *args: Any, **options: Any) -> None:
        backup: Path = options["file"]
        try:
            check(backup)
            with nobody_serves():
                self._replace(backup)
        except InUse:
            raise CommandError("Fifty Cups is running: stop it first.") from None
        except Unsound as error:
            raise CommandError(str(error)) from error
        call_command("migrate", verbosity=0)
        call_command("check_standing", mend=True, stdout=StringIO())  # a release before may have fewer copies
        self.stdout.write(f"Restored from {backup}.")

    def _replace(self, backup: Path) -> None:
        before = settings.DATA_DIR / "backups" / f"before-restore-{timezone.now():%Y-%m-%d-%H%M%S}{backup.suffix}"
        if "campaigns_campaign" in connection.introspection.table_names():
            back_up(before)
            self.stdout.write(f"What was there is in {before}.")
        put_back(backup)
