from django.apps import AppConfig

from pages.parts.errors import speak_plainly


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self) -> None:
        speak_plainly()
