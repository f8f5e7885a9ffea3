"""The settings of the campaign, and its pauses."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign, Pause

TYPED = {
    "name": "After Tillerman",
    "position": "Operations director",
    "goal": "40",
    "started_on": "2026-09-21",
    "target_on": "2027-03-31",
    "weekly_invitations": "6",
    "weekly_cups": "3",
    "worked_at": "Tillerman Group\r\nBrightmill Foods",
    "studied_at": "Aldermoor College",
}
DAYS = {"from_day": "2026-12-21", "to_day": "2027-01-03"}


def test_figures_and_dates_are_saved(client: Client, campaign: Campaign) -> None:
    answer = client.post("/campaign/", TYPED)

    assert (answer.status_code, answer["Location"]) == (302, "/campaign/")
    campaign.refresh_from_db()
    assert (campaign.goal, campaign.weekly_invitations, campaign.weekly_cups) == (40, 6, 3)
    assert (campaign.started_on, campaign.target_on) == (date(2026, 9, 21), date(2027, 3, 31))
    assert campaign.position == "Operations director"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("goal", "0"),
        ("goal", "501"),
        ("goal", "fifty"),
        ("started_on", "31 Nov"),
        ("target_on", "2026-09-20"),
        ("weekly_cups", "-1"),
        ("weekly_invitations", "70000"),
        ("position", "x" * 301),
    ],
)
def test_a_refused_form_keeps_every_character(client: Client, campaign: Campaign, field: str, typed: str) -> None:
    answer = client.post("/campaign/", TYPED | {field: typed})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    for words in ("After Tillerman", "Aldermoor College", typed):
        assert words in answer.content.decode()
    campaign.refresh_from_db()
    assert campaign.name == ""


def test_a_pause_is_added_and_removed(client: Client, campaign: Campaign) -> None:
    assert client.post("/campaign/pauses/", DAYS)["Location"] == "/campaign/"
    pause = campaign.pauses.get()
    assert (pause.from_day, pause.to_day) == (date(2026, 12, 21), date(2027, 1, 3))
    assert "21 December 2026 to 3 January 2027" in client.get("/campaign/").content.decode()

    assert client.post(f"/campaign/pauses/{pause.pk}/remove/")["Location"] == "/campaign/"
    assert not Pause.objects.exists()


def test_a_pause_that_ends_before_it_begins_is_refused_and_kept(client: Client, campaign: Campaign) -> None:
    answer = client.post("/campaign/pauses/", DAYS | {"to_day": "2026-12-20"})

    assert answer.status_code == 422
    assert 'value="2026-12-21"' in answer.content.decode()
    assert 'value="2026-12-20"' in answer.content.decode()
    assert not Pause.objects.exists()


def test_a_stranger_removes_no_pause(stranger: Client, campaign: Campaign) -> None:
    pause = Pause.objects.create(campaign=campaign, from_day=date(2026, 12, 21), to_day=date(2027, 1, 3))

    stranger.post(f"/campaign/pauses/{pause.pk}/remove/")  # as if it were gone already

    assert Pause.objects.exists()
