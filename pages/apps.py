from typing import Any

from django.apps import AppConfig

from pages.parts.errors import speak_plainly


class PagesConfig(AppConfig):
    name = "pages"

    def __init__(self, *args: Any) -> None:
        """While the apps are listed, before any of them makes a form: a field takes its words when it is made."""
        super().__init__(*args)
        speak_plainly()
