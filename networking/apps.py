from django.apps import AppConfig
from django.core.checks import Tags, register

from networking.checks import mails_lead_home


class NetworkingConfig(AppConfig):
    name = "networking"

    def ready(self) -> None:
        register(mails_lead_home, Tags.security)
