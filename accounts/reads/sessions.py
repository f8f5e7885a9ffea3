"""In which sign-in a page was opened: its stamp does not tell the session's key, and says nothing any more once that
sign-in has ended, by signing out or from elsewhere, or the password is another.
"""

from typing import Final

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

SALT: Final = "fifty-cups.sign-in"


def stamp_of(request: HttpRequest) -> str:
    """The stamp of this request's sign-in; empty where there is none."""
    session = getattr(request, "session", None)
    key = session.session_key if session else None
    return _stamp(request.user, key) if key and isinstance(request.user, AbstractBaseUser) else ""


def sign_in_stands(user_id: int, stamp: str) -> bool:
    """Whether the sign-in of this stamp was not ended; that the browser forgot it, or its time is over, does not."""
    if not stamp:
        return False
    sessions = UserSession.objects.filter(user=user_id).select_related("user")
    found = (one for one in sessions if constant_time_compare(_stamp(one.user, one.session_key), stamp))
    return any(one.exists() for one in found)


def _stamp(user: AbstractBaseUser, session_key: str) -> str:
    return salted_hmac(SALT, f"{session_key} {user.get_session_auth_hash()}", algorithm="sha256").hexdigest()[:32]
