"""Changing the address with which a user signs in."""

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.models import User


@transaction.atomic
def change_address(user: User, email: str) -> None:
    """The new address; where sign-ups confirm theirs by mail, the next sign-in asks for that."""
    user.email = email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user_id=user.pk).delete()
