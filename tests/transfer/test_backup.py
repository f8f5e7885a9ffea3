"""Backup and restore, one command each, while the app is in use."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.signals import connection_created
from pytest_django import Settings

from campaigns.models import Campaign
from contacts.models import Contact
from tests import factories
from transfer.writes.serving import say_that_it_serves, serve_alone

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def own_data_dir(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def test_what_was_backed_up_comes_back(own_data_dir: Path, campaign: Campaign) -> None:
    kept = factories.make_contact(campaign, "Graham Estevane")
    call_command("backup", own_data_dir / "one")
    factories.make_contact(campaign, "Added later")
    Contact.objects.filter(pk=kept.pk).update(name="Spoilt")

    call_command("restore", own_data_dir / "one")

    assert list(Contact.objects.values_list("name", flat=True)) == ["Graham Estevane"]
    assert len(list((own_data_dir / "backups").glob("before-restore-*"))) == 1


def test_a_backup_is_for_its_owner_only(own_data_dir: Path, campaign: Campaign) -> None:
    call_command("backup")

    (backup,) = (own_data_dir / "backups").iterdir()
    assert backup.stat().st_mode & 0o077 == 0


def test_nothing_is_overwritten_by_a_backup(own_data_dir: Path, campaign: Campaign) -> None:
    (own_data_dir / "one").write_text("precious")

    with pytest.raises(CommandError, match="name another file"):
        call_command("backup", own_data_dir / "one")
    assert (own_data_dir / "one").read_text() == "precious"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"SQLite format 3\x00" + b"x" * 5000])
def test_a_file_that_is_no_backup_touches_nothing(own_data_dir: Path, campaign: Campaign, content: bytes) -> None:
    factories.make_contact(campaign, "Graham Estevane")
    (own_data_dir / "bad").write_bytes(content)

    with pytest.raises(CommandError):
        call_command("restore", own_data_dir / "bad")

    assert Contact.objects.filter(name="Graham Estevane").exists()


def test_a_running_app_is_not_restored_over(own_data_dir: Path, campaign: Campaign) -> None:
    call_command("backup", own_data_dir / "one")
    factories.make_contact(campaign, "Acknowledged meanwhile")

    with somebody_serves(), pytest.raises(CommandError, match="stop it first"):
        call_command("restore", own_data_dir / "one")

    assert Contact.objects.filter(name="Acknowledged meanwhile").exists()


@contextmanager
def somebody_serves() -> Iterator[None]:
    """As a server holds it: another process, which has a lock and a connection of its own."""
    if connection.vendor == "sqlite":
        with serve_alone():
            yield
        return
    web = connection.copy()
    say_that_it_serves()
    try:
        web.ensure_connection()
    finally:
        connection_created.disconnect(dispatch_uid="serving")
    yield
    web.close()
