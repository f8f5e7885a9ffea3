"""The set-up code: 128 bits that open the first account to a visitor from another machine."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from accounts.models import User
from accounts.rules.this_machine import is_this_machine


def setup_code() -> str:
    """The code, kept in a file that only its owner can read; made by the first call."""
    return str(settings.SETUP_CODE)


def is_setup_code(typed: str) -> bool:
    return constant_time_compare(typed.strip(), setup_code())


def asks_for_code(request: HttpRequest) -> bool:
    """Not of who sits at this machine; behind a proxy everybody seems to."""
    if settings.TRUSTED_PROXY or settings.SITE_URL:
        return True
    return not is_this_machine(request.META.get("REMOTE_ADDR", ""), request.META)


def announcement() -> str:
    """What the server says when it starts; empty once there is an account."""
    if User.objects.exists():
        return ""
    return f"No account yet. From another machine the first one asks for the set-up code: {setup_code()}"
