"""R22: three lines in words for the week ahead; each is the asking of its day, and once missed it is offered again."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from campaigns.rules.business_days import NO_DAYS_OFF, days_off
from contacts.models import Contact
from tests import factories
from today.models import ChosenRow, PlannedAsk, WeekNote
from today.rules.week_ahead import asks_ahead, days_to_plan, planned_week

A_DAY = timedelta(days=1)
MONDAY = factories.DAY
TUESDAY, THURSDAY = MONDAY + A_DAY, MONDAY + timedelta(days=3)


@pytest.fixture
def olaf(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Olaf Berg")


def on(day: date) -> time_machine.travel:
    return time_machine.travel(factories.at(day, 9), tick=False)


def keep(client: Client, *lines: tuple[Contact, str, date]) -> int:
    typed = {"learned": "Ring first"}
    for number in (1, 2, 3):
        person, how, day = lines[number - 1] if number <= len(lines) else (None, "write", TUESDAY)
        picked = {"person": person.name, "person_id": str(person.pk)} if person else {"person": ""}
        typed |= {f"line{number}-{name}": text for name, text in {**picked, "how": how, "day": str(day)}.items()}
    return client.post(reverse("week"), typed).status_code


def test_a_line_is_the_asking_of_its_day(client: Client, olaf: Contact) -> None:
    factories.make_contact(olaf.campaign, "Ida Holm", known_as="we_talk")  # whom R10 would ask first
    with on(MONDAY):
        assert keep(client, (olaf, "ring", TUESDAY)) == 302
    with on(TUESDAY):
        page = client.get("/").content.decode()

    assert "You planned to ring Olaf today" in page
    assert [row.contact for row in ChosenRow.objects.all()] == [olaf]
    assert WeekNote.objects.get().learned == "Ring first"


def test_a_missed_line_is_offered_once_and_then_goes(client: Client, olaf: Contact) -> None:
    with on(MONDAY):
        keep(client, (olaf, "ring", TUESDAY))
    with on(TUESDAY + A_DAY):
        assert "You wanted to ring <bdi>Olaf Berg</bdi>" in client.get(reverse("week")).content.decode()
        keep(client, (olaf, "ring", THURSDAY))
    with on(THURSDAY + A_DAY):
        assert "You wanted to" not in client.get(reverse("week")).content.decode()
    assert not PlannedAsk.objects.exists()


def test_who_was_asked_meanwhile_is_not_offered(client: Client, olaf: Contact) -> None:
    with on(MONDAY):
        keep(client, (olaf, "ring", TUESDAY))
        factories.make_invitation(olaf, sent_on=MONDAY)
    with on(THURSDAY):
        assert "You wanted to" not in client.get(reverse("week")).content.decode()


def test_what_cannot_be_kept_says_why(client: Client, olaf: Contact, stranger: Client) -> None:
    with on(MONDAY):
        assert keep(client, (olaf, "ring", TUESDAY), (olaf, "text", THURSDAY)) == 422
        assert keep(client, (olaf, "ring", MONDAY)) == 422
        factories.make_follow_up(olaf, due_on=MONDAY)
        assert keep(client, (olaf, "ring", TUESDAY)) == 422
        keep(stranger, (olaf, "ring", TUESDAY))
    assert not PlannedAsk.objects.filter(contact=olaf).exists()


def test_a_finished_day_asks_for_the_week_from_thursday_to_monday(client: Client, olaf: Contact) -> None:
    factories.make_invitation(olaf, sent_on=THURSDAY)
    follow_up = factories.make_follow_up(olaf, due_on=THURSDAY)
    with on(THURSDAY):
        client.get("/")
        client.post(reverse("follow_up_done", args=[follow_up.pk]))
        page = client.get("/").content.decode()

    assert "Enough for today" in page
    assert 'name="line1-person"' in page


@pytest.mark.parametrize(
    ("today", "asks", "week", "days"),
    [(MONDAY, True, MONDAY, 4), (TUESDAY, False, MONDAY, 3), (THURSDAY, True, MONDAY + timedelta(days=7), 5)],
)
def test_from_thursday_on_the_next_week_is_planned(today: date, asks: bool, week: date, days: int) -> None:
    assert asks_ahead(today) is asks
    assert planned_week(today) == week
    assert len(days_to_plan(today, NO_DAYS_OFF)) == days
    assert days_to_plan(today, days_off([(week, week + timedelta(days=6))])) == []


@pytest.mark.parametrize(("said", "figures"), [("take", (2, 1)), ("keep", (3, 1))])
def test_smaller_figures_are_one_click_and_asked_once(
    client: Client, campaign: Campaign, said: str, figures: tuple[int, int]
) -> None:
    factories.make_meeting(factories.make_contact(campaign), day=campaign.owner.today() - timedelta(days=9))
    assert "Two invitations, one conversation" in client.get("/campaign/week/").content.decode()

    for _ in range(2):
        client.post("/campaign/week/", {"figures": said})

    campaign.refresh_from_db()
    assert (campaign.weekly_invitations, campaign.weekly_cups) == figures
    assert "Smaller ones" not in client.get("/campaign/week/").content.decode()
