"""Alive, and ready."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


def test_alive_asks_no_database(visitor: Client) -> None:
    """Without the `db` fixture a query fails the test."""
    answer = visitor.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert not answer.cookies


@pytest.mark.django_db
def test_ready_when_the_database_is_there_and_migrated(visitor: Client, tmp_path: Path, settings: LazySettings) -> None:
    settings.DATA_DIR = tmp_path
    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ready\n")
    assert not answer.cookies

    (tmp_path / "draining").touch()
    assert visitor.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_not_ready_while_a_migration_waits(visitor: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="campaigns").delete()

    answer = visitor.get("/readyz")

    assert (answer.status_code, b"migrations" in answer.content) == (503, True)


@pytest.mark.django_db
def test_not_ready_while_the_database_is_away(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(self: MigrationRecorder) -> None:
        raise OperationalError("could not connect to server at 10.0.0.5")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", away)

    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"the database does not answer\n")
