"""Databases of their own for servers: empty, or copied from one that is migrated."""

import os
import shutil
import sqlite3
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from tests.safety.worlds import tenant_models

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


def counted(env: dict[str, str]) -> Counter[str]:
    """How many rows each table has, by the label of its model."""
    connect = (
        partial(sqlite3.connect, Path(env["DATA_DIR"]) / FILE)
        if settings.ON_SQLITE
        else partial(psycopg.connect, env["DATABASE_URL"])
    )
    with closing(connect()) as database:
        asked = (
            (model, model._base_manager.order_by().values("pk").query.sql_with_params()) for model in tenant_models()
        )
        return Counter({model._meta.label: len(database.execute(*sql).fetchall()) for model, sql in asked})
