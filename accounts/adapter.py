"""How django-allauth meets this deployment."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailConfirmation
from allauth.core import ratelimit
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed.",
        "email_password_mismatch": "This address and this password do not belong together.",
        "email_taken": "There is an account with this address already.",
        "enter_current_password": "This is not your password.",
        "incorrect_password": "This is not your password.",
        "too_many_login_attempts": "Too many tries for this address. Wait five minutes, then try again.",
        "rate_limited": "Too many tries. Wait a minute, then try again.",
        "incorrect_code": "This code is not right, or no longer.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed unless the deployment opens it."""
        return bool(settings.SIGN_UPS_OPEN)

    def is_safe_url(self, url: str | None) -> bool:
        """Where `?next=` may lead: to a path of this site."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return reverse("welcome")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, _, token = key.partition("-")
        return at_site(reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token}))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        return at_site(reverse("account_confirm_email", args=[emailconfirmation.key]))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        super().send_mail(template_prefix, email, {**context, "site_url": settings.SITE_URL})

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords are counted for the address alone.

        The library counts for the Host header too, whose port anybody chooses. Upper case first: a database may find
        `alice` by a dotless i, which lower case would count apart.
        """
        return str(credentials.get("email", "")).upper().casefold()


def at_site(path: str) -> str:
    """A link in a mail: to the configured address, never to the Host header, which whoever asks for it can set."""
    return f"{settings.SITE_URL}{path}"


def may_write_to(request: HttpRequest, email: str) -> bool:
    """Once in three minutes to one address: nobody's mail is flooded. The link of the mail before is good still."""
    return bool(ratelimit.consume(request, action="confirm_email", key=email))


class MaximumLengthValidator:
    """At most 128 characters: what is longer costs the server more than it adds."""

    longest = 128

    def validate(self, password: str, user: object | None = None) -> None:
        if len(password) > self.longest:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        return f"A password has at most {self.longest} characters."
