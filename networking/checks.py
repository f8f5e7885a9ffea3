"""What a deployment must say before it may go on."""

from django.conf import settings
from django.core.checks import CheckMessage, Error


def mails_lead_home(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Mails with links need the address of the site: the Host header is whatever their requester sends."""
    if settings.MAIL_CONFIGURED and not settings.SITE_URL:
        return [
            Error("EMAIL_URL is set, SITE_URL is not.", hint="Set SITE_URL: mails link to it.", id="networking.E001")
        ]
    return []
