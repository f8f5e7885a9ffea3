"""What is staged, asked and told: the preview that can be cancelled, the order of the dates, the rows not taken."""

import csv
import io
from typing import Any, cast

from django.test import Client

from campaigns.models import Campaign
from tests import factories
from tests.transfer.files import SAMPLES, Run, Take, Upload, linkedin, many
from transfer.models import Import, ImportRow, Origin
from transfer.models.imports import Status
from transfer.writes import undoing


def downloaded(client: Client, path: str) -> list[list[str]]:
    answer = cast("Any", client.get(path))
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


def test_rows_not_taken_are_told_with_their_lines_and_can_be_downloaded(take: Take, client: Client) -> None:
    done = take(linkedin("Kim,Vale,,,Acme,,01 May 2023", ",,,,,=HYPERLINK(1),", ",,,,,,07 Jun 2024"))

    page = client.get(f"/import/{done.pk}/").content.decode()
    lines = downloaded(client, f"/import/{done.pk}/skipped.csv")

    assert "Rows that were not taken" in page
    assert lines[0][:3] == ["Line", "Why not taken", "First Name"]
    assert [line[0] for line in lines[1:]] == ["3", "4"]
    assert lines[1][7] == "'=HYPERLINK(1)"


def test_the_staged_people_are_gone_when_it_is_done(take: Take) -> None:
    done = take(many(60))

    assert not ImportRow.objects.filter(source=done).exclude(person={}).exists()
    assert done.content is None


def test_a_preview_that_is_cancelled_leaves_nothing(upload: Upload, client: Client, campaign: Campaign) -> None:
    upload(many(10))
    staged = campaign.imports.get()

    client.post(f"/import/{staged.pk}/cancel/")

    assert not Import.objects.exists()
    assert not ImportRow.objects.exists()


def test_a_finished_import_cannot_be_cancelled_or_run_again(take: Take, client: Client, campaign: Campaign) -> None:
    done = take(many(10))

    client.post(f"/import/{done.pk}/cancel/")
    client.post(f"/import/{done.pk}/run/")

    assert campaign.imports.get().status == Status.DONE
    assert campaign.contacts.count() == 10


def test_the_order_of_day_and_month_is_asked_and_answered(
    upload: Upload, run: Run, client: Client, campaign: Campaign
) -> None:
    upload(linkedin("Kim,Vale,,,Acme,,7/5/2023", "Lee,Moss,,,Acme,,3/4/2023"))
    staged = campaign.imports.get()
    assert "which is the day?" in client.get(f"/import/{staged.pk}/").content.decode()

    client.post(f"/import/{staged.pk}/order/", {"order": "day first"})

    staged.refresh_from_db()
    assert staged.content is None
    assert "which is the day?" not in client.get(f"/import/{staged.pk}/").content.decode()
    run(staged)
    assert sorted(str(contact.connected_on) for contact in campaign.contacts.all()) == ["2023-04-03", "2023-05-07"]


def test_the_bytes_are_kept_only_while_the_order_is_asked(upload: Upload, campaign: Campaign) -> None:
    upload(many(5))
    assert campaign.imports.get().content is None


def test_every_record_leads_to_one_contact(take: Take, campaign: Campaign) -> None:
    take((SAMPLES / "li-duplicates.csv").read_bytes())

    keys = Origin.objects.filter(campaign=campaign).values_list("key", flat=True)
    assert len(keys) == len(set(keys)) > 0
    assert Origin.objects.exclude(contact__campaign=campaign).count() == 0


def test_pressed_twice_it_is_undone_once(take: Take, client: Client, campaign: Campaign) -> None:
    upload = take(many(4))
    other = Import.objects.get(pk=upload.pk)
    for _ in range(2):
        assert client.post(f"/import/{upload.pk}/undo/")["Location"] == "/import/"

    assert undoing.undo_slice(other, factories.DAY) is None
    assert (campaign.contacts.count(), Origin.objects.count(), Import.objects.count()) == (0, 0, 0)
