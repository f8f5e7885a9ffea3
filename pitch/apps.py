from django.apps import AppConfig


class PitchConfig(AppConfig):
    name = "pitch"
