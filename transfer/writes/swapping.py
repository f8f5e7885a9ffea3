"""On PostgreSQL a backup is restored beside what is there, checked, and only then takes its place: all or nothing."""

import os
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from django.apps import apps
from django.db import connection

_TABLE = re.compile(r" TABLE public (\S+) ")
ASIDE = "fifty_cups_before"
"""The schema that what was there waits in, inside the transaction."""

WHOLE = (
    "SELECT 1 / count(*) FROM public.django_migrations",
    "SELECT count(*) FROM public.accounts_user",
    "SELECT count(*) FROM public.campaigns_campaign",
)
"""Fails where what came is not ours, and with it everything."""


class Unsound(Exception):
    """The file is no backup of Fifty Cups, or it is damaged, or cannot be written; the message says which."""


def replace_tables(backup: Path) -> None:
    """In one transaction our tables step aside, those of the backup come, and the old ones go once the new are whole.

    A table that either side does not know is in nobody's way; one that is not ours, nor in the backup, stays.
    """
    aside = [f"DROP SCHEMA IF EXISTS {ASIDE} CASCADE", f"CREATE SCHEMA {ASIDE}"]
    brought = set(_TABLE.findall(run("pg_restore", "--list", str(backup))))
    aside += [f'ALTER TABLE public."{name}" SET SCHEMA {ASIDE}' for name in sorted(our_tables(brought))]
    with TemporaryDirectory() as folder:
        script = Path(folder) / "restore.sql"
        run("pg_restore", "--no-owner", f"--file={script}", str(backup))
        run(
            "psql",
            "--quiet",
            "--no-psqlrc",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            f"--dbname={database_name()}",
            f"--command={'; '.join(aside)}",
            f"--file={script}",
            f"--command={'; '.join([*WHOLE, f'DROP SCHEMA {ASIDE} CASCADE'])}",
        )


def our_tables(brought: set[str]) -> set[str]:
    """Of the tables there: those of apps that this code knows or another release has migrated, and those brought."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        there = {name for (name,) in cursor.fetchall()}
        labels = {app.label for app in apps.get_app_configs()}
        if "django_migrations" in there:
            cursor.execute("SELECT DISTINCT app FROM public.django_migrations")
            labels |= {label for (label,) in cursor.fetchall()}
    known = {*connection.introspection.django_table_names(), "django_migrations", "cache", *brought}
    return {name for name in there if name in known or name.partition("_")[0] in labels}


def database_name() -> str:
    return str(connection.settings_dict["NAME"])


def run(*command: str) -> str:
    """What PostgreSQL's own tool says; the password is in the environment, never in the list of processes."""
    settings = connection.settings_dict
    said = {"PGHOST": settings["HOST"], "PGPORT": settings["PORT"], "PGUSER": settings["USER"]}
    secret = {"PGPASSWORD": settings["PASSWORD"]}
    env = os.environ | {name: str(value) for name, value in (said | secret).items() if value}
    try:
        return subprocess.run(command, check=True, env=env, capture_output=True, text=True).stdout
    except FileNotFoundError as error:
        raise Unsound(
            f"{command[0]} is not installed: it comes with PostgreSQL's client (postgresql-client)."
        ) from error
    except subprocess.CalledProcessError as error:
        raise Unsound(f"{command[0]} says: {error.stderr.strip()}") from error
