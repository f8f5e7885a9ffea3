"""An import that is killed goes on to the same result, and two at once take nobody twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import IntegrityError, connections
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from accounts.models import User
from campaigns.models import Campaign
from tests import factories
from tests.conftest import TODAY
from tests.transfer.files import book, linkedin, many
from transfer.formats.reading import open_upload
from transfer.formats.records import Reading
from transfer.models import Import, Origin
from transfer.models.imports import Status
from transfer.writes import running, taking
from transfer.writes.running import run_slice
from transfer.writes.staging import stage

FILE = (
    many(230)
    + b"\n"
    + b"\n".join(linkedin("Kim,Vale,,,Acme,,01 May 2023", "Kim,Vale,,,Fjord,,01 May 2023").split(b"\n")[1:])
)


class Killed(BaseException):
    """As a kill: nothing of ours catches it."""


def staged(campaign: Campaign, content: bytes = FILE) -> Import:
    """The rows are read once: half of what a look at them costs."""
    reading = open_upload(content, "Connections.csv")
    assert isinstance(reading, Reading)
    rows = Mock(side_effect=reading.rows)
    upload = stage(campaign, replace(reading, rows=rows), content)
    rows.assert_called_once()
    return upload


def run_to_the_end(upload: Import) -> Import:
    for _ in range(100):
        run_slice(upload, TODAY)
        if upload.status == Status.DONE:
            return upload
    raise AssertionError("It does not end.")


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "BATCH", 40)


@pytest.fixture
def undisturbed(small_batches: None, other_campaign: Campaign) -> list[tuple[Any, ...]]:
    run_to_the_end(staged(other_campaign))
    return book(other_campaign)


STEPS = ("arrive", "change", "_remember_origins", "_move_on")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("at", [1, 3, 6])
def test_a_killed_import_goes_on_to_the_same_result(
    step: str, at: int, campaign: Campaign, undisturbed: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = staged(campaign)
    doing, calls = getattr(taking, step), 0

    def killed_at(*args: Any) -> object:
        nonlocal calls
        calls += 1
        if calls == at:
            raise Killed
        return doing(*args)

    monkeypatch.setattr(taking, step, killed_at)
    with pytest.raises(Killed):
        run_to_the_end(upload)
    upload.refresh_from_db()
    assert upload.cursor == (at - 1) * 40
    assert campaign.contacts.count() == upload.made()

    run_to_the_end(upload)

    assert book(campaign) == undisturbed
    assert sum(upload.counts.values()) == upload.records


def test_a_dead_slice_is_taken_up_when_its_lease_is_over(campaign: Campaign) -> None:
    upload = staged(campaign)
    Import.objects.update(status=Status.RUNNING, lease_until=timezone.now() + timedelta(seconds=5))

    assert run_slice(upload, TODAY).cursor == 0

    Import.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert run_to_the_end(upload).cursor == upload.records


def test_a_slice_stops_after_its_time_and_leaves_the_rest(campaign: Campaign, small_batches: None) -> None:
    upload = staged(campaign)

    run_slice(upload, TODAY, seconds=0.000_001)

    assert (upload.cursor, upload.status) == (40, Status.RUNNING)
    assert Import.objects.get().lease_until is None


def test_somebody_typed_in_the_same_moment_does_not_end_it(campaign: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    upload, calls = staged(campaign), 0

    def stumbling(*args: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise IntegrityError
        taking.take_batch(*args)

    monkeypatch.setattr(running, "take_batch", stumbling)

    assert run_to_the_end(upload).status == Status.DONE


def test_a_seen_person_is_seen_across_batches(campaign: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later row of the same file never overwrites what an earlier one said, wherever the batches are cut."""
    monkeypatch.setattr(taking, "BATCH", 1)
    url = "https://www.linkedin.com/in/kim"
    content = linkedin(f"Kim,Vale,{url},,Acme,,01 May 2023", f"Kim,Vale,{url},,Fjord,,01 May 2023")
    for _ in range(2):
        run_to_the_end(staged(campaign, content))

        kim = campaign.contacts.select_related("company").get()
        assert kim.company
        assert kim.company.name == "Acme"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("files", [1, 2])
def test_two_at_once_take_nobody_twice(
    files: int, sign_in: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> None:
    """One file in two tabs, and the same file uploaded twice."""
    monkeypatch.setattr(taking, "BATCH", 25)
    monkeypatch.setattr(running, "A_SLICE", 0.05)
    campaign = factories.make_campaign()
    uploads = [staged(campaign) for _ in range(files)]
    clients = [sign_in(campaign.owner) for _ in range(4)]

    def press(number: int) -> None:
        upload = uploads[number % files]
        try:
            for _ in range(200):
                clients[number].post(f"/import/{upload.pk}/run/")
                if Import.objects.get(pk=upload.pk).status == Status.DONE:
                    return
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(press, range(4)))

    assert {upload.status for upload in Import.objects.all()} == {Status.DONE}
    once = factories.make_campaign()
    run_to_the_end(staged(once))
    assert book(campaign) == book(once)
    assert Origin.objects.filter(campaign=campaign).count() == Origin.objects.filter(campaign=once).count()
