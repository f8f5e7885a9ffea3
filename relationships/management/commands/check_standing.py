"""`manage.py check_standing [--mend]`: do the copies on the contacts say what follows from the evidence? (law 3)"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from contacts.models import Contact, SearchWord
from relationships.reads.evidence import standing_of, stored_standing
from relationships.writes.standing import refresh


class Command(BaseCommand):
    help = "Compare the stored standing of every contact with their evidence, and mend it if told to."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="Write what follows from the evidence.")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = [
            contact.pk
            for contact in Contact.objects.iterator(chunk_size=500)
            if stored_standing(contact) != standing_of(contact)
        ]
        wrong += SearchWord.objects.out_of_step().values_list("contact", flat=True)
        if not wrong:
            self.stdout.write("Every copy says what follows from the evidence.")
        elif options["mend"]:
            refresh(wrong)
            self.stdout.write(f"Mended: {len(set(wrong))}.")
        else:
            raise CommandError(f"{len(set(wrong))} contacts are out of step; --mend puts them right.")
