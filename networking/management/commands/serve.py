"""`manage.py serve [--prepare]`: gunicorn, once nothing stands in its way."""

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connections

from networking import starting


class Command(BaseCommand):
    help = "Serve the app."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--prepare", action="store_true", help="Migrate first, mend the copies, and tidy up.")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare: bool = options["prepare"]
        starting.refuse_a_wrong_number()
        alone = starting.refuse_a_second_server()
        starting.refuse_a_taken_address(settings.HOST, settings.PORT)
        starting.refuse_a_sick_database(new=prepare)
        if prepare:
            call_command("migrate", verbosity=0, interactive=False)
            call_command("check_standing", mend=True, verbosity=0, stdout=self.stdout)
            call_command("createcachetable", verbosity=0)
            call_command("tidy", stdout=self.stdout)
        connections.close_all()
        if alone:
            alone.close()
        env = {name: value for name, value in os.environ.items() if name != "WEB_CONCURRENCY" or value.strip()}
        os.execve(sys.executable, [sys.executable, "-m", "gunicorn"], env)
