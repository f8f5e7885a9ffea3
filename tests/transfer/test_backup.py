"""Backup and restore, one command each, while the app is in use."""

import errno
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.signals import connection_created
from pytest_django import Settings

from campaigns.models import Campaign
from contacts.models import Contact
from tests import factories
from transfer.writes import backup
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

    (written,) = (own_data_dir / "backups").iterdir()
    assert written.stat().st_mode & 0o077 == 0


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


def test_what_a_killed_backup_left_goes_with_the_next(own_data_dir: Path, campaign: Campaign) -> None:
    backups = own_data_dir / "backups"
    backups.mkdir()
    (backups / ".yesterday.sqlite3.unfinished").write_bytes(b"x" * 1000)
    running = backups / ".running.sqlite3.unfinished"
    with running.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        call_command("backup")

    assert [path.name for path in backups.glob(".*")] == [running.name]


def test_a_backup_that_fails_leaves_nothing(
    own_data_dir: Path, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(draft: Path) -> None:
        draft.write_bytes(b"half of it")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup, "_write", full)

    with pytest.raises(CommandError, match="No space left on device"):
        call_command("backup")
    assert list((own_data_dir / "backups").iterdir()) == []


@pytest.mark.parametrize("place", ["/proc/one", "a-file/one", "/dev/null/one"])
def test_a_backup_to_an_impossible_place_is_one_sentence(own_data_dir: Path, campaign: Campaign, place: str) -> None:
    (own_data_dir / "a-file").touch()

    with pytest.raises(CommandError, match="name another place"):
        call_command("backup", own_data_dir / place)


def test_the_key_is_named_where_it_lies(own_data_dir: Path, campaign: Campaign) -> None:
    said = StringIO()
    call_command("backup", stdout=said)
    assert "Keep SECRET_KEY with it" in said.getvalue()

    (own_data_dir / "secret-key").touch()
    call_command("backup", own_data_dir / "two", stdout=said)
    assert f"Keep {own_data_dir / 'secret-key'} with it" in said.getvalue()


def test_a_table_that_one_side_does_not_know_is_in_nobodys_way(own_data_dir: Path, campaign: Campaign) -> None:
    """A release that adds a table, on either side of the restore; and a table of somebody else."""
    factories.make_contact(campaign, "Graham Estevane")
    call_command("backup", own_data_dir / "before")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE contacts_later (id int, contact_id bigint REFERENCES contacts_contact (id))")
        cursor.execute("CREATE TABLE foreign_to_us (id int)")
    call_command("backup", own_data_dir / "after")

    call_command("restore", own_data_dir / "before")
    assert "contacts_later" not in connection.introspection.table_names()
    if connection.vendor == "postgresql":
        assert "foreign_to_us" in connection.introspection.table_names()

    call_command("restore", own_data_dir / "after")
    assert "contacts_later" in connection.introspection.table_names()
    assert list(Contact.objects.values_list("name", flat=True)) == ["Graham Estevane"]

    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE contacts_later")
        cursor.execute("DROP TABLE foreign_to_us")
