"""Who heard which version, and to whom a story came back (R13)."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting, Telling
from meetings.rules.meeting import Status
from pitch.models import PitchVersion
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("monday")

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def graham(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Graham Estevane")


def log(client: Client, meeting: Meeting, **typed: object) -> None:
    fresh = Meeting.objects.get(pk=meeting.pk)
    form = {"day": fresh.local_day.isoformat(), "version": fresh.version, **typed}
    assert client.post(f"/meetings/{meeting.pk}/log/", form).status_code == 302


def told() -> list[tuple[str, date, date | None]]:
    return [(row.what, row.day, row.recalled_on) for row in Telling.objects.order_by("pk")]


def test_the_version_of_the_day_is_the_one_that_was_told(client: Client, graham: Contact) -> None:
    for day in (NOVEMBER, TODAY):
        factories.make_version(graham.campaign, "card", f"Since {day}", day=day)
    meeting = factories.make_meeting(graham, status=Status.PLANNED, day=date(2026, 11, 20))

    log(client, meeting, pitches=["card"])
    factories.make_version(graham.campaign, "card", "Said later", day=NOVEMBER)
    log(client, meeting, pitches=["card"], remember="Corrected")

    assert told() == [("Verbal business card, version 1", date(2026, 11, 20), None)]
    assert "checked" in client.get(f"/meetings/{meeting.pk}/log/").content.decode().split('id="id_pitches_0"')[1][:99]
    for path in ("/pitch/", "/pitch/heard/"):
        assert "Version 1\n" in client.get(path).content.decode()
    assert "Verbal business card, version 1" in client.get(graham.get_absolute_url()).content.decode()
    assert "Verbal business card, version 1" in client.get(f"/meetings/{meeting.pk}/").content.decode()

    log(client, meeting)
    assert told() == []


def test_a_short_talk_keeps_what_was_said(client: Client, graham: Contact) -> None:
    factories.make_version(graham.campaign, "card")
    typed = {"person": "Graham Estevane", "person_id": graham.pk, "day": TODAY, "minutes": "9", "short": "touch"}

    assert client.post("/meetings/log/", {**typed, "pitches": ["card"]}).status_code == 302

    telling = Telling.objects.get()
    assert (telling.meeting, telling.what) == (None, "Verbal business card, version 1")


def test_a_story_comes_back_in_the_debrief_and_is_taken_back_there(client: Client, graham: Contact) -> None:
    story = factories.make_story(graham.campaign, "Late line")
    factories.make_telling(graham, story, day=NOVEMBER)
    meeting = factories.make_meeting(graham, status=Status.PLANNED, day=date(2026, 11, 20))

    log(client, meeting, recalled=[story.pk])
    assert told() == [("Late line", NOVEMBER, date(2026, 11, 20))]

    log(client, meeting, recalled=[story.pk], day="2026-11-19")
    assert told() == [("Late line", NOVEMBER, date(2026, 11, 19))]

    log(client, meeting, recalled=[story.pk], day="2026-10-30")
    assert told() == [("Late line", NOVEMBER, None), ("Late line", date(2026, 10, 30), date(2026, 10, 30))]

    log(client, meeting)
    assert told() == [("Late line", NOVEMBER, None), ("Late line", date(2026, 10, 30), None)]


def test_a_recall_is_noted_once_and_taken_back(client: Client, graham: Contact) -> None:
    story = factories.make_story(graham.campaign, "Late line")
    path = f"{graham.get_absolute_url()}came-back/"
    assert path in client.get(graham.get_absolute_url()).content.decode()

    for day in ("2026-11-20", "2026-11-21"):
        assert client.post(path, {"story": story.pk, "day": day}).status_code == 302
    assert told() == [("Late line", date(2026, 11, 20), date(2026, 11, 20))]
    assert "came back" in client.get(graham.get_absolute_url()).content.decode()
    assert path in client.get("/pitch/").content.decode()

    client.post(path, {"take_back": Telling.objects.get().pk})
    assert told() == [("Late line", date(2026, 11, 20), None)]


def test_it_comes_back_after_it_was_told_and_stands_in_the_timeline(client: Client, graham: Contact) -> None:
    story = factories.make_story(graham.campaign, "Late line")
    for day in (NOVEMBER, date(2026, 11, 16)):
        factories.make_telling(graham, story, day=day)
    path = f"{graham.get_absolute_url()}came-back/"

    days = ("2026-10-31", "2026-11-01", "2026-11-09", "2026-11-20", "2026-11-21")
    answers = {typed: client.post(path, {"story": story.pk, "day": typed}) for typed in days}

    assert [answer.status_code for answer in answers.values()] == [422, 422, 302, 302, 302]
    assert "You told it to Graham on 1 November. When did it come back?" in answers["2026-10-31"].content.decode()
    assert 'name="same_day"' in answers["2026-11-01"].content.decode()
    assert told() == [
        ("Late line", NOVEMBER, date(2026, 11, 9)),
        ("Late line", date(2026, 11, 16), date(2026, 11, 20)),
    ]
    words = client.get(graham.get_absolute_url()).content.decode()
    assert words.count("A story came back to them") == 2
    assert "came back to Graham on Friday. That day stays" in words


def test_that_it_came_back_the_same_day_is_said_once_more(client: Client, graham: Contact) -> None:
    story = factories.make_story(graham.campaign, "Late line")
    meeting = factories.make_meeting(graham, day=NOVEMBER)
    factories.make_telling(graham, story, day=NOVEMBER, meeting=meeting)

    client.post(f"{graham.get_absolute_url()}came-back/", {"story": story.pk, "day": "2026-11-01", "same_day": "on"})

    assert told() == [("Late line", NOVEMBER, NOVEMBER)]
    for path in (graham.get_absolute_url(), meeting.get_absolute_url()):
        assert "Came back to them:" in client.get(path).content.decode()


@pytest.mark.parametrize("typed", [{"day": "2026-11-24"}, {"day": "1999-01-01"}, {"day": ""}, {"story": ""}])
def test_a_refused_recall_writes_nothing(client: Client, graham: Contact, typed: dict[str, str]) -> None:
    story = factories.make_story(graham.campaign)

    answer = client.post(
        f"{graham.get_absolute_url()}came-back/", {"story": str(story.pk), "day": "2026-11-20", **typed}
    )

    assert answer.status_code == 422
    assert told() == []


def test_a_story_of_somebody_else_is_no_choice(client: Client, graham: Contact, other_campaign: Campaign) -> None:
    theirs = factories.make_story(other_campaign, "Hidden story")
    factories.make_story(graham.campaign)

    answer = client.post(f"{graham.get_absolute_url()}came-back/", {"story": theirs.pk, "day": "2026-11-20"})

    assert answer.status_code == 422
    assert "Hidden" not in answer.content.decode()


def test_a_story_that_came_back_is_not_proposed_again_and_a_pitch_is_no_story(client: Client, graham: Contact) -> None:
    story = factories.make_story(graham.campaign, "Late line")
    path, sheet = f"{graham.get_absolute_url()}came-back/", f"{graham.get_absolute_url()}prepare/"
    factories.make_telling(graham, factories.make_version(graham.campaign))
    assert "Late line" in client.get(sheet).content.decode()

    client.post(path, {"story": story.pk, "day": "2026-11-20"})

    client.get(sheet)  # the first page says what was noted
    words = client.get(sheet).content.decode()
    assert "Late line" not in words
    assert f'href="{path}"' in words
    assert PitchVersion.objects.count() == 1
