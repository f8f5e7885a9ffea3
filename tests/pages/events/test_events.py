"""Events: planned, asked about, deleted, and what came of them months later (R9, R10, R16, R18)."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Campaign
from contacts.models import CommonGround
from meetings.models import Encounter, Event, Invitation, Touch
from outcomes.models import FollowUp, FollowUpStatus
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.rules.steps import NextStep, StepKind
from relationships.writes.standing import out_of_step
from tests import event_factories, factories
from tests.pages.events.grid import FIVE, FRIDAY, called, post
from tests.pages.meetings.posted import form
from today.reads.next_people import reasons_for


def step_of(name: str) -> NextStep:
    contact = called(name)
    moment = Moment(today=contact.campaign.owner.today(), now=timezone.now())
    return next_steps(contact.campaign, [contact.pk], moment)[contact.pk]


@pytest.mark.parametrize("act", ["invite", "plan", "done"])
def test_who_agreed_is_asked_and_is_a_cup_only_by_a_coffee(
    client: Client, campaign: Campaign, fair: Event, act: str
) -> None:
    """R10 and R17: the reason stands once they were asked, and what is asked is composed with the event as its tie."""
    post(client, fair, *FIVE)
    tove, today = called("Tove Marrick"), date(2026, 11, 23)
    assert step_of("Tove Marrick").kind is StepKind.WRITE
    to_ask = FollowUp.objects.get(contact=tove)
    write = client.get(reverse("contact_touch", args=[tove.pk]), {"follow_up": to_ask.pk}, follow=True)
    assert "We met at the trade fair on 20 November, and you said that we can talk again." in write.content.decode()

    if act == "invite":
        client.post(reverse("invite", args=[tove.pk]), {"sent_on": today, "channel": "mail", "purpose_kind": "path",
                    "ask_kind": "view", "ask": "How plants are staffed", "message": "Hello"})  # fmt: skip
    elif act == "plan":
        client.post(reverse("meeting_plan"), form("Tove Marrick"))
    else:
        client.post(reverse("follow_up_done", args=[to_ask.pk]))

    to_ask.refresh_from_db()
    assert to_ask.status == FollowUpStatus.DONE
    assert Invitation.objects.filter(contact=tove).count() == (act != "plan")
    assert not Touch.objects.filter(contact=tove).exists()
    assert reasons_for(campaign, [tove.pk], today)[tove.pk][0] == "Agreed to meet again at the trade fair"
    assert campaign.contacts.cups().count() == 0
    assert list(out_of_step()) == []


def test_months_later_the_page_shows_what_came_of_it(client: Client, campaign: Campaign, fair: Event) -> None:
    post(client, fair, *FIVE)
    tove = called("Tove Marrick")
    factories.make_meeting(tove, day=date(2026, 12, 4))
    factories.make_item(tove, "Begin with the small plants", day=date(2026, 12, 4))
    factories.make_meeting(called("Anouk Devereld"), day=date(2026, 10, 1))
    with time_machine.travel("2027-03-01 10:00", tick=False):
        client.force_login(campaign.owner, backend="django.contrib.auth.backends.ModelBackend")
        page = " ".join(client.get(fair.get_absolute_url()).content.decode().split())

    assert "2 agreed to meet again, 1 had a coffee with you since." in page
    assert page.count("Met for a coffee") == 1
    assert "Begin with the small plants" in page


def test_deleting_takes_everything_along_and_restoring_brings_it_back(
    client: Client, campaign: Campaign, fair: Event
) -> None:
    post(client, fair, *FIVE)
    tove = called("Tove Marrick")
    for name, pk in (("encounter_delete", Encounter.objects.get(contact=tove).pk), ("event_delete", fair.pk)):
        assert client.get(reverse(name, args=[pk])).status_code == 200
        client.post(reverse(name, args=[pk]))
        tove.refresh_from_db()
        assert (tove.in_network, tove.how_we_met) == (False, "")
        assert not CommonGround.objects.filter(contact=tove).exists()
        client.post(reverse("deletion_restore", args=[campaign.deletions.get().pk]))
        tove.refresh_from_db()
        assert (tove.in_network, bool(tove.how_we_met)) == (True, True)
        assert Encounter.objects.get(contact=tove).shared == CommonGround.objects.get(contact=tove)
        assert FollowUp.objects.open().filter(encounter__contact=tove).count() == 1
        assert list(out_of_step()) == []


def test_an_event_is_planned_and_put_right(client: Client, campaign: Campaign) -> None:
    factories.make_version(campaign, "card", "I run plants.", ask="Whom should I meet?")
    new, typed = reverse("event_new"), {"name": "Meetup", "kind": "transition", "day": "2026-11-27", "ask": "Whom?"}
    assert "Whom should I meet?" in client.get(new).content.decode()
    assert client.post(new, typed | {"day": ""}).status_code == 422
    client.post(new, typed)
    event = Event.objects.get()
    page = client.get(event.get_absolute_url()).content.decode()
    assert "Before you go" in page
    assert post(client, event, FIVE[0]).status_code == 422  # nobody was met yet

    client.post(reverse("event_edit", args=[event.pk]), typed | {"kind": "general", "day": "2026-11-19"})
    event.refresh_from_db()
    assert (event.ask, event.card) == ("", None)  # no pitch there
    post(client, event, FIVE[0])
    client.post(reverse("event_edit", args=[event.pk]), typed | {"name": "Job fair", "day": "2026-11-18"})
    to_come = client.post(reverse("event_edit", args=[event.pk]), typed | {"day": "2026-12-18"})
    assert to_come.status_code == 422  # somebody was met there
    tove = called("Tove Marrick")
    assert tove.how_we_met == "Job fair, 18 November 2026"
    assert CommonGround.objects.get().found_on == date(2026, 11, 18)
    assert FollowUp.objects.get().text == "Ask Tove for 20 minutes, as agreed at the job fair"


def test_the_timeline_and_the_search_know_of_it(client: Client, fair: Event) -> None:
    post(client, fair, *FIVE)
    anouk = called("Anouk Devereld")
    page = client.get(anouk.get_absolute_url()).content.decode()
    assert "Met at the trade fair: you agreed to meet again" in page

    for typed, url in (("Aldermoor Hall", fair.get_absolute_url()), ("Runs nights", f"/people/{anouk.pk}/?at=")):
        assert url in client.get(reverse("search"), {"q": typed}).content.decode()
    assert reverse("event_new") in client.get(reverse("search"), {"q": "plan event"}).content.decode()


def test_the_pages_ask_the_database_as_often_for_many_as_for_few(client: Client, campaign: Campaign) -> None:
    def asked(people: int) -> list[int]:
        event = event_factories.make_event(campaign, day=FRIDAY, kind="transition")
        for _ in range(people):
            met = event_factories.make_encounter(factories.make_contact(campaign, company="Quayside"), event)
            factories.make_item(met.contact)
        counts = []
        for address in (event.get_absolute_url(), reverse("events")):
            with CaptureQueriesContext(connection) as sent:
                client.get(address)
            counts.append(len(sent))
        return counts

    asked(1)  # the day's first look
    few = asked(2)
    assert asked(30) == few
    assert max(few) <= 20


def test_the_list_says_what_is_to_come_and_what_was(client: Client, campaign: Campaign, fair: Event) -> None:
    assert "No event yet" not in client.get(reverse("events")).content.decode()
    event_factories.make_event(campaign, "Next year", day=FRIDAY + timedelta(days=60))
    post(client, fair, *FIVE)

    page = " ".join(client.get(reverse("events")).content.decode().split())
    assert page.index("Next year") < page.index("Aldermoor Hall")
    assert "5 met, 2 agreed" in page

    today = event_factories.make_event(campaign, "This morning", day=campaign.owner.today())
    assert heading_over(client, "This morning") == "Coming up"
    event_factories.make_encounter(factories.make_contact(campaign), today)
    assert heading_over(client, "This morning") == "Where you have been"


def heading_over(client: Client, name: str) -> str:
    above = client.get(reverse("events")).content.decode().split(name)[0]
    return str(re.findall(r"<h2[^>]*>([^<]*)", above)[-1])
