"""`manage.py check_standing [--mend]`: do the copies on the contacts say what follows from the evidence? (law 3)"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from relationships.writes.standing import out_of_step, refresh


class Command(BaseCommand):
    help = "Compare the stored standing of every contact with their evidence, and mend it if told to."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="Write what follows from the evidence.")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = set(out_of_step())
        if not wrong:
            if options["verbosity"]:
                self.stdout.write("Every copy says what follows from the evidence.")
        elif options["mend"]:
            refresh(sorted(wrong))
            self.stdout.write(f"Mended: {len(wrong)}.")
        else:
            raise CommandError(f"{len(wrong)} contacts are out of step; --mend puts them right.")
