"""The pages of an import: what they cost, and that a stranger finds nothing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from tests import factories
from tests.transfer.files import Run, Take, Upload, linkedin, many
from transfer.models import ImportRow
from transfer.models.imports import Status
from transfer.writes import taking


def test_a_strangers_import_does_not_exist(stranger: Client, campaign: Campaign) -> None:
    upload = factories.make_import(campaign)

    assert stranger.get(f"/import/{upload.pk}/").status_code == 404
    assert stranger.get(f"/import/{upload.pk}/skipped.csv").status_code == 404
    for act in ("run", "order", "answers"):
        assert stranger.post(f"/import/{upload.pk}/{act}/").status_code == 404
    stranger.post(f"/import/{upload.pk}/cancel/")  # as if it were gone already
    upload.refresh_from_db()
    assert upload.status == Status.CHECKED


def test_a_file_meets_nobody_of_another_campaign(
    upload: Upload, run: Run, campaign: Campaign, other_campaign: Campaign
) -> None:
    theirs = factories.make_contact(other_campaign, "Kim Vale", linkedin_key="/in/kim", company="Acme")
    theirs.emails.create(campaign=other_campaign, address="kim@example.org", key="kim@example.org")

    upload(linkedin("Kim,Vale,https://www.linkedin.com/in/kim,kim@example.org,Acme,,01 May 2023"))
    done = run(campaign.imports.get())

    assert done.counts == {"new": 1}
    assert other_campaign.contacts.count() == 1
    assert campaign.companies.get().pk != other_campaign.companies.get().pk


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(path).status_code == 200
    return len(found)


def test_the_preview_costs_the_same_for_one_row_and_for_twenty(
    upload: Upload, client: Client, campaign: Campaign
) -> None:
    for number in range(20):
        factories.make_contact(campaign, f"Kim Vale{number}", company="Fenwick Freight")
    rows = [f"Kim,Vale{number},,,Acme,,01 May 2023" for number in range(20)]
    upload(linkedin(rows[0]))
    upload(linkedin(*rows))
    one, twenty = campaign.imports.order_by("pk")

    assert twenty.expected == {"possible": 20}
    client.get("/")  # chooses the rows of the day, once
    assert queries(client, f"/import/{one.pk}/") == queries(client, f"/import/{twenty.pk}/")


def test_the_report_costs_the_same_for_one_row_and_for_twenty(take: Take, client: Client, campaign: Campaign) -> None:
    for number in range(21):
        factories.make_contact(campaign, f"Kim Vale{number}", company="Fenwick Freight")
    one = take(linkedin("Kim,Vale20,,,Acme,,01 May 2023"))
    twenty = take(linkedin(*(f"Kim,Vale{number},,,Acme,,01 May 2023" for number in range(20))))

    assert twenty.counts == {"possible": 20}
    client.get("/")  # chooses the rows of the day, once
    assert queries(client, f"/import/{one.pk}/") == queries(client, f"/import/{twenty.pk}/")


def test_a_batch_asks_as_often_for_sixty_rows_as_for_six_hundred(
    campaign: Campaign, upload: Upload, client: Client
) -> None:
    counts = []
    for size in (60, 600):
        upload(many(size, company=f"Company of {size}"))
        staged = campaign.imports.latest("id")
        with CaptureQueriesContext(connection) as found:
            client.post(f"/import/{staged.pk}/run/")
        counts.append(len(found))
        campaign.contacts.all().delete()

    assert counts[0] == counts[1]


def test_rows_are_paged_and_filtered_by_result(upload: Upload, client: Client, campaign: Campaign) -> None:
    upload(many(200))
    path = f"/import/{campaign.imports.get().pk}/"

    assert client.get(path).context["page"].paginator.num_pages == 4
    assert len(client.get(path, {"page": 99}).context["rows"]) == 50
    hidden = client.get(path, {"show": "hidden"})
    assert [shown.row.outcome for shown in hidden.context["rows"]] == ["hidden"] * 4
    assert client.get(path, {"show": "'; --"}).status_code == 200


def test_the_progress_posts_the_next_slice_by_itself(
    upload: Upload, client: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "BATCH", 40)
    monkeypatch.setattr("transfer.writes.running.A_SLICE", 0.0)
    upload(many(100))
    staged = campaign.imports.get()
    run = f"/import/{staged.pk}/run/"

    first = client.post(run, headers={"HX-Request": "true"})

    assert first.status_code == 200
    assert f'hx-post="{run}"' in first.content.decode()
    assert "load" in first.content.decode()


def test_the_last_slice_leads_to_the_report(upload: Upload, client: Client, campaign: Campaign) -> None:
    upload(many(10))
    staged = campaign.imports.get()

    answer = client.post(f"/import/{staged.pk}/run/", headers={"HX-Request": "true"})

    assert answer["HX-Redirect"] == f"/import/{staged.pk}/"


def test_the_same_upload_twice_is_one_import(client: Client, campaign: Campaign) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    key = client.get("/import/").content.decode().split('name="draft" value="')[1].split('"')[0]
    for _ in range(2):
        file = SimpleUploadedFile("Connections.csv", many(5))
        assert client.post("/import/", {"draft": key, "file": file}).status_code == 302

    assert campaign.imports.count() == 1


def test_what_was_looked_at_a_month_ago_is_forgotten(client: Client, campaign: Campaign) -> None:
    from datetime import timedelta

    from django.utils import timezone

    factories.make_import(campaign, uploaded_at=timezone.now() - timedelta(days=31))

    client.get("/import/")

    assert not ImportRow.objects.exists()


def test_the_progress_is_read_out_a_few_times_and_not_each_second(
    upload: Upload, client: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "BATCH", 8)
    monkeypatch.setattr("transfer.writes.running.A_SLICE", 0.0)
    upload(many(400))
    staged = campaign.imports.get()
    client.post(f"/import/{staged.pk}/run/")
    page = client.get(f"/import/{staged.pk}/").content.decode()
    assert page.index('aria-live="polite"') < page.index('id="running"')  # it is not swapped with the progress

    answers = [
        client.post(f"/import/{staged.pk}/run/", headers={"HX-Request": "true"}).content.decode() for _ in range(10)
    ]

    assert sum('id="import-said" hx-swap-oob="innerHTML"' in answer for answer in answers) == 2
