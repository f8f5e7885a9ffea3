"""`manage.py sample_campaign [--email ADDRESS]`: a believable campaign to look around in."""

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from campaigns.writes.campaign import start_campaign
from transfer.writes.sample import NotEmpty, make_sample


class Command(BaseCommand):
    help = "Fill the campaign of an account with a believable sample; the account is made where it is missing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--email", default="marta@example.com", help="Whose campaign; marta@example.com by default."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        email: str = options["email"]
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            user = self._new_user(email)
        today = user.today()
        try:
            made = make_sample(start_campaign(user, today), today)
        except NotEmpty as error:
            raise CommandError(f"There are people in the campaign of {email} already. Name another --email.") from error
        self.stdout.write(f"The sample is {'in' if made else 'already in'} the campaign of {user.email}.")

    def _new_user(self, email: str) -> User:
        """The first account is also the admin's; its password is said once."""
        password = secrets.token_urlsafe(12)
        make = User.objects.create_user if User.objects.exists() else User.objects.create_superuser
        user = make(email, password, name="Marta Ravensholt")
        self.stdout.write(f"Sign in as {email} with the password {password}")
        return user
