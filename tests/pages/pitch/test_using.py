"""What somebody gave is used by a version, or by the resume, and they hear of it (R8)."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.items import UsedAs
from pitch.models import PitchVersion
from relationships.writes.using import put_to_use
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("monday")

LATTER = "Operations director in a food maker"
CARD = {"text": "I run plants.", "ask": "Whom should I ask?"}


def kept(kind: str = "position") -> list[tuple[int, str, date | None]]:
    return list(PitchVersion.objects.filter(kind=kind).values_list("number", "text", "day"))


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
        use = f"/obtained/{item.pk}/use/"
        ways = [use in client.get(page).content.decode() for page in pages]
        assert ways == [True, item == there]
        for _ in range(2):
            assert client.post(use, {"how": "resume", "next": pages[0]})["Location"] == pages[0]
        item.refresh_from_db()
        assert item.used_as == UsedAs.RESUME
        assert use not in client.get(pages[0]).content.decode()
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
