"""What is said in versions: kept by every way, used with what somebody gave, compared, measured (R8, R12)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from campaigns.models import Campaign
from pitch.models import PitchVersion
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("monday")

FORMER, LATTER = "Operations director", "Operations director in a food maker"
CARD = {"text": "I run plants.", "ask": "Whom should I ask?"}


def kept(kind: str = "position") -> list[tuple[int, str, date | None]]:
    return list(PitchVersion.objects.filter(kind=kind).values_list("number", "text", "day"))


def by_settings(client: Client, campaign: Campaign) -> None:
    figures = {"goal": 50, "weekly_invitations": 3, "weekly_cups": 1, "started_on": campaign.started_on}
    client.post("/campaign/", {"position": LATTER, **figures})


def by_admin(client: Client, campaign: Campaign) -> None:
    User.objects.filter(pk=campaign.owner_id).update(is_staff=True)
    address = reverse("admin:campaigns_campaign_change", args=[campaign.pk])
    form = client.get(address).context["adminform"].form
    typed = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    none = {"pauses-TOTAL_FORMS": 0, "pauses-INITIAL_FORMS": 0}
    assert client.post(address, {**typed, **none, "position": LATTER}).status_code == 302


WAYS: dict[str, Callable[[Client, Campaign], object]] = {
    "pitch": lambda client, campaign: client.post("/pitch/position/", {"position": LATTER}),
    "settings": by_settings,
    "welcome": lambda client, campaign: client.post("/welcome/", {"position": LATTER}),
    "admin": by_admin,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_changed_position_keeps_the_former_one_by_every_way(client: Client, campaign: Campaign, way: str) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(position=FORMER)
    campaign.refresh_from_db()

    for _ in range(2):
        WAYS[way](client, campaign)

    campaign.refresh_from_db()
    assert campaign.position == LATTER
    assert kept() == [(1, FORMER, None), (2, LATTER, TODAY)]


def test_a_position_that_is_said_no_more_is_kept_too(client: Client, campaign: Campaign) -> None:
    client.post("/pitch/position/", {"position": FORMER})
    client.post("/pitch/position/", {"position": ""})
    assert "Version 1" not in client.get("/pitch/").content.decode()

    client.post("/pitch/position/", {"position": LATTER, "reason": "clearer", "reason_words": "Food it is"})

    assert kept() == [(1, FORMER, TODAY), (2, LATTER, TODAY)]
    words = client.get("/pitch/").content.decode()
    assert "Version 2" in words
    assert "I know better what I want. <bdi>Food it is</bdi>" in words


def test_a_card_is_measured_and_the_next_version_is_estimated_again(client: Client, campaign: Campaign) -> None:
    client.post("/pitch/card/", {"text": "plant " * 160, "ask": ""})
    words = client.get("/pitch/").content.decode()
    assert "64 seconds" in words
    assert "The ask is missing" in words

    version = PitchVersion.objects.get()
    client.post("/pitch/seconds/", {"version": version.pk, "seconds": "58"})
    words = client.get("/pitch/").content.decode()
    assert "58 seconds" in words
    assert "longer than a minute" not in words
    assert client.post("/pitch/seconds/", {"version": version.pk, "seconds": "x"}).status_code == 302

    client.post("/pitch/card/", CARD)
    assert list(PitchVersion.objects.values_list("number", "seconds")) == [(1, 58), (2, None)]


def test_a_refused_card_keeps_what_was_typed(client: Client, campaign: Campaign) -> None:
    answer = client.post("/pitch/card/", {"text": "", "ask": "Whom should I ask?"})

    assert answer.status_code == 422
    assert "Whom should I ask?" in answer.content.decode()


def test_two_versions_stand_side_by_side(client: Client, campaign: Campaign) -> None:
    for text in ("I run late plants.", "I run plants well.", "I run plants."):
        client.post("/pitch/one-to-one/", {"text": text})

    latest = client.get("/pitch/versions/?of=one_to_one").content.decode()
    first = client.get("/pitch/versions/?of=one_to_one&one=1&other=2").content.decode()

    assert "<del>plants well.</del>" in latest
    assert "<ins>plants.</ins>" in latest
    assert "<ins>plants well.</ins>" in first
    assert client.get("/pitch/versions/?of=x&one=99").status_code == 200


@pytest.mark.parametrize(
    ("path", "typed"), [("position", {"position": LATTER}), ("one-to-one", {"text": LATTER}), ("card", CARD)]
)
def test_only_a_change_is_asked_for_its_reason(client: Client, campaign: Campaign, path: str, typed: object) -> None:
    factories.make_item(factories.make_contact(campaign))
    asked = []
    for _ in range(2):
        words = client.get(f"/pitch/{path}/").content.decode()
        asked.append([name for name in ("item", "reason", "reason_words") if f'name="{name}"' in words])
        client.post(f"/pitch/{path}/", typed)

    assert asked == [["item"], ["item", "reason", "reason_words"]]


def test_the_first_words_of_ones_own_stand_beside_what_was_put_together(client: Client, campaign: Campaign) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(worked_at="Tillerman")
    client.post("/pitch/one-to-one/", {"text": "I have worked at two plants."})

    words = client.get("/pitch/versions/?of=one_to_one").content.decode()

    assert "<del>Tillerman.</del>" in words
    assert "<ins>two plants.</ins>" in words
    assert 'value="0" selected>Put together from what you noted' in words


def test_the_sheet_has_the_words_of_ones_own_once_there_are_some(client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    Campaign.objects.filter(pk=campaign.pk).update(worked_at="Tillerman")
    address = f"/people/{person.pk}/prepare/"
    assert "I have worked at Tillerman." in client.get(address).content.decode()

    for text in ("I ran plants.", "I have run plants for eighteen years."):
        client.post("/pitch/one-to-one/", {"text": text})

    sheet = client.get(address).content.decode()
    assert "I have run plants for eighteen years." in sheet
    assert "I have worked at Tillerman." not in sheet
    assert "I ran plants." not in sheet


def test_today_counts_what_is_missing_from_the_third_day_on(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign)
    factories.make_skill(campaign)
    shown = {}
    for days in (1, 2):
        Campaign.objects.filter(pk=campaign.pk).update(started_on=date.fromordinal(TODAY.toordinal() - days))
        shown[days] = "Missing: " in client.get("/").content.decode()

    assert shown == {1: False, 2: True}
    Campaign.objects.filter(pk=campaign.pk).update(started_on=TODAY)
    assert client.get("/pitch/").content.decode().count("Missing: ") == 5
