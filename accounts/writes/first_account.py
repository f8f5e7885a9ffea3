"""Opening the first account, once."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from accounts.models import User


@transaction.atomic
def open_first_account(*, email: str, password: str, name: str, time_zone: str) -> User | None:
    """The first user, who is also the admin; None where somebody else was quicker.

    Two visitors at once wait for each other at a row that every migrated database has.
    """
    ContentType.objects.select_for_update().get(app_label="accounts", model="user")
    if User.objects.exists():
        return None
    return User.objects.create_superuser(email, password, name=name, time_zone=time_zone)
