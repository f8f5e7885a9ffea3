"""What is said in versions: kept by every way, used with what somebody gave, compared, measured (R8, R12)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from campaigns.models import Campaign
from meetings.models import Telling
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.items import UsedAs
from pitch.models import PitchVersion
from relationships.writes.using import put_to_use
from tests import factories
from tests.conftest import TODAY
from trash.models import Deletion

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


@pytest.mark.parametrize(
    ("path", "typed"),
    [("/pitch/position/", {"position": LATTER}), ("/pitch/one-to-one/", {"text": LATTER}), ("/pitch/card/", CARD)],
)
def test_what_somebody_gave_is_used_by_the_version_and_they_hear_of_it(
    client: Client, campaign: Campaign, path: str, typed: dict[str, str]
) -> None:
    annika = factories.make_contact(campaign, "Annika Sorrel")
    item = factories.make_item(annika, "Say the size of the plant", kind="suggestion")
    assert f'value="{item.pk}" selected' in client.get(f"{path}?item={item.pk}").content.decode()

    for _ in range(2):
        client.post(path, {**typed, "item": str(item.pk)})

    item.refresh_from_db()
    tell = FollowUp.objects.get()
    assert (item.used_as, item.used_on, item.pitch_version) == (UsedAs.PITCH, TODAY, PitchVersion.objects.get())
    assert (tell.kind, tell.contact, tell.item, tell.due_on) == ("tell", annika, item, date(2026, 11, 26))
    assert tell.text == "Tell Annika what became of the suggestion: Say the size of the plant"
    assert "<bdi>Annika</bdi></a>’s suggestion" in client.get("/pitch/").content.decode()
    assert str(item) not in client.get(path).content.decode()


def test_from_their_page_and_the_meetings_it_is_led_to_its_use(client: Client, campaign: Campaign) -> None:
    meeting = factories.make_meeting(factories.make_contact(campaign, "Annika Sorrel"))
    pages = [meeting.contact.get_absolute_url(), meeting.get_absolute_url()]
    there, elsewhere = (factories.make_item(meeting.contact, meeting=where) for where in (meeting, None))

    for item in (there, elsewhere):
        ways = [f"/pitch/?item={item.pk}" in client.get(page).content.decode() for page in pages]
        assert ways == [True, item == there]
        assert f"/pitch/resume/{item.pk}/" in client.get(f"/pitch/?item={item.pk}").content.decode()
        for _ in range(2):
            assert client.post(f"/pitch/resume/{item.pk}/")["Location"] == pages[0]
        item.refresh_from_db()
        assert item.used_as == UsedAs.RESUME
        assert f"/pitch/?item={item.pk}" not in client.get(pages[0]).content.decode()
    assert "Resume revised" in client.get(pages[1]).content.decode()
    assert FollowUp.objects.count() == 2


def test_who_was_told_of_it_before_is_not_told_twice(client: Client, campaign: Campaign) -> None:
    item = factories.make_item(factories.make_contact(campaign))
    factories.make_follow_up(item.contact, kind="tell", item=item, status="dropped", closed_on=TODAY)

    client.post("/pitch/card/", {**CARD, "item": str(item.pk)})

    assert FollowUp.objects.count() == 1
    assert ObtainedItem.objects.get().used_on == TODAY


def test_of_who_was_left_for_now_it_waits_with_them(campaign: Campaign) -> None:
    item = factories.make_item(factories.make_contact(campaign, left_on=TODAY, left_because="no_answer"))

    assert put_to_use(item, UsedAs.PITCH, today=TODAY)
    assert not put_to_use(item, UsedAs.PITCH, today=TODAY)

    tell = FollowUp.objects.get()
    assert (tell.status, tell.dropped_by_leaving) == ("dropped", True)


def test_an_item_of_somebody_else_is_no_choice(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = factories.make_item(factories.make_contact(other_campaign, "Hidden Person"), "Hidden advice")
    factories.make_item(factories.make_contact(campaign))

    answer = client.post("/pitch/card/", {**CARD, "item": str(theirs.pk)})

    assert answer.status_code == 422
    assert "Hidden" not in answer.content.decode()
    assert kept("card") == []


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


def test_a_deleted_version_comes_back_with_who_heard_it_and_what_it_was_made_with(
    client: Client, campaign: Campaign
) -> None:
    annika = factories.make_contact(campaign, "Annika Sorrel")
    item = factories.make_item(annika, kind="suggestion")
    for text, given in (("First", ""), ("Second", str(item.pk))):
        client.post("/pitch/card/", {"text": text, "item": given})
    second = PitchVersion.objects.latest("pk")
    factories.make_telling(annika, second)
    address = f"/pitch/versions/{second.pk}/delete/"
    assert address in client.get("/pitch/versions/?of=card").content.decode()

    asked = client.get(address).content.decode()
    led = {client.post(address)["Location"] for _ in range(2)}

    assert "1 note of who heard it" in asked
    assert "Annika’s suggestion, which stays put to use. Then you say version 1 again." in asked.replace("&#x27;", "'")
    assert led == {"/pitch/versions/?of=card"}
    item.refresh_from_db()
    assert (item.used_as, item.pitch_version, Telling.objects.count()) == (UsedAs.PITCH, None, 0)
    client.post("/pitch/card/", {"text": "Third"})

    back = client.post(f"/trash/{Deletion.objects.get().pk}/restore/")

    assert back["Location"] == "/pitch/versions/?of=card"
    item.refresh_from_db()
    assert [(number, text) for number, text, _ in kept("card")] == [(1, "First"), (2, "Second"), (3, "Third")]
    assert (item.pitch_version, Telling.objects.get().version) == (second, second)


def test_with_its_version_a_position_goes_and_comes_back(client: Client, campaign: Campaign) -> None:
    def sought() -> str:
        return Campaign.objects.get(pk=campaign.pk).position

    for said in (FORMER, LATTER):
        client.post("/pitch/position/", {"position": said})
    positions = []
    for version in PitchVersion.objects.order_by("-number"):
        client.post(f"/pitch/versions/{version.pk}/delete/")
        positions.append(sought())
    for deletion in Deletion.objects.order_by("-pk"):
        client.post(f"/trash/{deletion.pk}/restore/")
        positions.append(sought())

    assert positions == [FORMER, "", FORMER, LATTER]
    client.post(f"/pitch/versions/{PitchVersion.objects.get(number=1).pk}/delete/")
    assert sought() == LATTER
    client.post(f"/pitch/versions/{PitchVersion.objects.get().pk}/delete/")
    client.post("/pitch/position/", {"position": "Planner"})
    client.post(f"/trash/{Deletion.objects.latest('pk').pk}/restore/")

    assert sought() == "Planner"
