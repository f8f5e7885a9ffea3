"""Databases of their own for servers: empty, or copied from one that is migrated."""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

FILE = "fifty-cups.sqlite3"


def environment(own: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in (os.environ | own).items() if value}


@contextmanager
def own_database(
    tmp_path_factory: pytest.TempPathFactory, like: dict[str, str] | None = None
) -> Iterator[dict[str, str]]:
    """A new one, empty or a copy, as the environment names it; gone afterwards."""
    own = {"DATA_DIR": str(tmp_path_factory.mktemp("data"))}
    if settings.ON_SQLITE:
        if like:
            shutil.copy(Path(like["DATA_DIR"]) / FILE, own["DATA_DIR"])
        yield own
        return
    name = f"reliability_{uuid.uuid4().hex[:12]}"
    template = like["DATABASE_URL"].rpartition("/")[2] if like else "template1"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield own | {"DATABASE_URL": os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"}
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
