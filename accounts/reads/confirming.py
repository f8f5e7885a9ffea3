"""Links that prove who reads the mail of an address: signed, for three days, each for one use of one address."""

from typing import Final

from django.conf import settings
from django.core import signing

from accounts.models import User

DAYS: Final = 3
SIGN_UP: Final = "fifty-cups.sign-up"
NEW_ADDRESS: Final = "fifty-cups.new-address"


def sign_up_key(email: str) -> str:
    return signing.dumps(email, salt=SIGN_UP)


def signing_up(key: str) -> str | None:
    """The address that this link opens an account for; None where it has one, or the link is false or old."""
    email = _read(key, SIGN_UP)
    return email if isinstance(email, str) and not is_taken(email) else None


def new_address_key(user: User, email: str) -> str:
    return signing.dumps([user.pk, email], salt=NEW_ADDRESS)


def new_address(user: User, key: str) -> str | None:
    """The address that this link confirms for this user; None unless it is the one that they asked for last."""
    asked = _read(key, NEW_ADDRESS)
    return user.asked_address if user.asked_address and asked == [user.pk, user.asked_address] else None


def is_confirmed(user: User, key: str) -> bool:
    """Whether this link made it so already: pressed twice it is answered like once."""
    return _read(key, NEW_ADDRESS) == [user.pk, user.email]


def is_taken(email: str) -> bool:
    return User.objects.filter(email__iexact=email).exists()


def asks_by_mail() -> bool:
    """Whether an address is proved by a mail to it; without a mail server nothing could be sent."""
    return bool(settings.MAIL_CONFIGURED)


def _read(key: str, salt: str) -> object:
    try:
        return signing.loads(key, salt=salt, max_age=DAYS * 24 * 60 * 60)
    except signing.BadSignature:
        return None
