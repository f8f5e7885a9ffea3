"""Imported first: Django is set up on the database of the bench, which is new or was seeded by an earlier run."""

import os
import tempfile

os.environ["DJANGO_SETTINGS_MODULE"] = "networking.settings"
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="fifty-cups-bench-"))

import django

django.setup()

from django.core.management import call_command


def prepare() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
