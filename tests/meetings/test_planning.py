"""R4 on its pages: planning a meeting with a purpose, and changing it while it is planned."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_contacts
from meetings.models import Invitation, Meeting
from meetings.rules.asking import TOO_EARLY, Answer
from meetings.rules.meeting import Status
from meetings.rules.purpose import PurposeKind
from tests import factories

TODAY = factories.DAY
PLAN = "/meetings/new/"


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


@pytest.fixture
def corwin(campaign: Campaign) -> Contact:
    contact = factories.make_contact(
        campaign, "Corwin Stroud", company="Fenwick Freight", knows_about="freight rates, winter contracts, depots"
    )
    index_contacts([contact])
    return contact


@pytest.fixture
def planned(corwin: Contact) -> Meeting:
    return factories.make_meeting(
        corwin, status=Status.PLANNED, day=date(2026, 12, 3), purpose_kind=PurposeKind.PATH, place="Quayside Roasters"
    )


def form(person: str = "Corwin Stroud", **fields: Any) -> dict[str, Any]:
    return {
        "person": person,
        "day": "2026-12-03",
        "time": "10:00",
        "mode": "in_person",
        "place": "Quayside Roasters",
        "purpose_kind": "path",
        "purpose": "Does it make sense to Fenwick?",
        "ask_kind": "view",
        "ask": "What do freight rates do to a plant?",
        **fields,
    }


def edit(meeting: Meeting) -> str:
    return reverse("meeting_edit", args=[meeting.pk])


def test_a_meeting_is_planned_and_answers_the_invitation(client: Client, alice: User, corwin: Contact) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")
    factories.make_invitation(corwin)

    answered = client.post(PLAN, form(minutes="45"))

    meeting = Meeting.objects.get()
    corwin.refresh_from_db()
    assert answered["Location"] == meeting.get_absolute_url()
    assert (meeting.day, meeting.starts_at) == (date(2026, 12, 3), datetime(2026, 12, 3, 9, tzinfo=UTC))
    assert (meeting.contact, meeting.status, meeting.planned_on) == (corwin, Status.PLANNED, TODAY)
    assert (meeting.minutes, meeting.purpose_kind, meeting.ask_kind) == (45, "path", "view")
    assert corwin.next_meeting_on == meeting.day
    assert Invitation.objects.get().answer == Answer.YES


def test_the_time_may_be_left_open(client: Client, corwin: Contact) -> None:
    client.post(PLAN, form(time=""))

    assert Meeting.objects.get().starts_at is None


def test_somebody_new_is_said_to_be_new(client: Client, campaign: Campaign) -> None:
    page = client.post(PLAN, form("Tove Marrick, Quayside Roasters"), follow=True)

    tove = campaign.contacts.get()
    assert (tove.name, str(tove.company), tove.joined_because) == ("Tove Marrick", "Quayside Roasters", "meeting")
    assert "Planned. Tove Marrick is new in your network." in page.content.decode()


def test_a_close_name_asks_which_and_keeps_the_form(client: Client, campaign: Campaign, corwin: Contact) -> None:
    asked = client.post(PLAN, form("Corwin Strout"))
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "Who do you mean?" in page
    assert f'value="{corwin.pk}"' in page
    assert "Does it make sense to Fenwick?" in page
    assert campaign.contacts.count() == 1

    client.post(PLAN, form("Corwin Strout", person_asked="Corwin Strout", person_is=str(corwin.pk)))

    assert Meeting.objects.get().contact == corwin


def test_the_answer_who_is_meant_outlives_another_refusal(client: Client, corwin: Contact) -> None:
    answer = {"person_asked": "Corwin Strout", "person_is": str(corwin.pk)}

    page = client.post(PLAN, form("Corwin Strout", day="", **answer)).content.decode()

    assert re.search(r'type="hidden" name="person_asked" value="Corwin Strout"', page)
    assert re.search(rf'type="hidden" name="person_is" value="{corwin.pk}"', page)


def test_pressed_twice_it_is_planned_once(client: Client, campaign: Campaign) -> None:
    key = re.search(r'name="draft" value="([^"]+)"', client.get(PLAN).content.decode())
    assert key

    first, second = (client.post(PLAN, form("Tove Marrick", draft=key[1])) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Meeting.objects.count() == campaign.contacts.count() == 1


def test_a_contact_stands_in_the_form(client: Client, corwin: Contact) -> None:
    page = client.get(f"{PLAN}?contact={corwin.pk}").content.decode()

    assert 'value="Corwin Stroud, Fenwick Freight"' in page
    assert "with Corwin, now?" in page
    assert "Not yet. After two meetings" in page


@pytest.mark.parametrize("number", ["x", "-1", "0", "99999999999999999999", "1.5"])
def test_a_contact_that_is_none_is_not_found(client: Client, number: str) -> None:
    assert client.get(f"{PLAN}?contact={number}").status_code == 404


def test_a_strangers_contact_is_not_found(client: Client, other_campaign: Campaign, campaign: Campaign) -> None:
    theirs = factories.make_contact(other_campaign, "Halden Brooks")

    assert client.get(f"{PLAN}?contact={theirs.pk}").status_code == 404
    client.post(PLAN, form("Halden Brooks", person_id=str(theirs.pk)))

    assert Meeting.objects.get().contact.campaign == campaign
    assert not Meeting.objects.filter(contact=theirs).exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"day": ""}, "day"),
        ({"day": "2026-11-22"}, "day"),
        ({"day": "2126-12-03"}, "day"),
        ({"day": "9999-12-31"}, "day"),
        ({"time": "25:00"}, "time"),
        ({"purpose_kind": ""}, "purpose_kind"),
        ({"purpose_kind": "money"}, "purpose_kind"),
        ({"mode": "telepathy"}, "mode"),
        ({"minutes": "-5"}, "minutes"),
        ({"minutes": "99999999999999999999"}, "minutes"),
        ({"place": "x" * 201}, "place"),
        ({"person": ""}, "person"),
    ],
)
def test_a_refused_plan_keeps_every_character(
    client: Client, corwin: Contact, wrong: dict[str, str], field: str
) -> None:
    answered = client.post(PLAN, form(**{"ask": "What of <b>rates</b>?", **wrong}))

    assert answered.status_code == 422
    assert field in answered.context["form"].errors
    assert 'value="What of &lt;b&gt;rates&lt;/b&gt;?"' in answered.content.decode()
    assert Meeting.objects.count() == 0


def test_an_hour_that_the_clocks_skip_is_refused_and_one_that_comes_twice_is_the_first(
    client: Client, alice: User, corwin: Contact
) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")

    skipped = client.post(PLAN, form(day="2027-03-28", time="02:30"))
    client.post(PLAN, form(day="2027-10-31", time="02:30"))

    assert skipped.status_code == 422
    assert "The next time there is 03:00." in skipped.content.decode()
    assert Meeting.objects.get().starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_what_was_asked_before_is_shown_and_asked_about_once(client: Client, corwin: Contact) -> None:
    met = factories.make_meeting(corwin, day=date(2026, 10, 6), purpose_kind=PurposeKind.PATH)
    factories.make_item(corwin, "Freight people will ask why you left food.", meeting=met)

    assert "met for this on 6 October" in client.get(f"{PLAN}?contact={corwin.pk}").content.decode()
    page = client.post(PLAN, form()).content.decode()
    assert "You met Corwin for this on 6 October: “Freight people will ask why you left food.”" in page
    assert "Whether my skills support it</button>" in page
    assert "Somebody I should talk to</button>" not in page

    changed = client.post(PLAN, form(asked="before", change="purpose_kind:skills"))
    assert changed.context["form"]["purpose_kind"].value() == "skills"
    assert Meeting.objects.planned().count() == 0

    assert client.post(PLAN, form(asked="before")).status_code == 302


def test_whether_they_can_answer_is_asked_once(client: Client, corwin: Contact) -> None:
    doubtful = form(ask="Who writes good resumes?")

    assert "Can Corwin answer this?" in client.post(PLAN, doubtful).content.decode()
    assert client.post(PLAN, doubtful | {"asked": "doubt"}).status_code == 302


@pytest.mark.parametrize("early", [{"ask_kind": "referral"}, {"purpose_kind": "somebody"}])
def test_asking_for_a_name_too_early_is_asked_once(client: Client, corwin: Contact, early: dict[str, str]) -> None:
    assert TOO_EARLY in client.post(PLAN, form(**early)).content.decode()
    assert client.post(PLAN, form(**early, asked="referral")).status_code == 302


def test_the_other_answer_asks_for_their_view(client: Client, corwin: Contact) -> None:
    early = form(ask_kind="referral", purpose_kind="somebody")
    offered = re.search(r'name="change"\s+value="([^"]+)"', client.post(PLAN, early).content.decode())
    assert offered

    shown = client.post(PLAN, early | {"asked": "referral", "change": offered[1]}).context["form"]

    assert (shown["ask_kind"].value(), shown["purpose_kind"].value()) == ("view", "position")


def test_questions_are_asked_one_at_a_time(client: Client, corwin: Contact) -> None:
    factories.make_meeting(corwin, purpose_kind=PurposeKind.SOMEBODY)
    posted = form(ask="Who writes good resumes?", purpose_kind="somebody")
    asked: list[str] = []

    while (answered := client.post(PLAN, {**posted, "asked": asked})).status_code == 422:
        asked.append(answered.context["question"].name)

    assert asked == ["before", "doubt", "referral"]
    assert answered.status_code == 302


@pytest.mark.parametrize("change", ["campaign:1", "purpose_kind", "::::", "status:held", "purpose_kind:<b>"])
def test_an_answer_changes_only_what_was_offered(client: Client, corwin: Contact, change: str) -> None:
    assert client.post(PLAN, form(change=change)).status_code == 422
    assert Meeting.objects.count() == 0


def test_a_plan_is_changed(client: Client, planned: Meeting) -> None:
    page = client.get(edit(planned)).content.decode()
    assert 'value="Quayside Roasters"' in page

    answered = client.post(edit(planned), form(day="2026-12-04", place="By the canal", version="1"))

    planned.refresh_from_db()
    assert answered["Location"] == planned.get_absolute_url()
    assert (planned.day, planned.place, planned.version) == (date(2026, 12, 4), "By the canal", 2)
    assert planned.contact.next_meeting_on == planned.day or Contact.objects.get().next_meeting_on == planned.day


def test_two_tabs_show_both_texts_and_overwrite_nothing(client: Client, planned: Meeting) -> None:
    client.post(edit(planned), form(place="By the canal", version="1"))

    late = client.post(edit(planned), form(place="At the fair", version="1"))

    page = late.content.decode()
    planned.refresh_from_db()
    assert late.status_code == 409
    assert planned.place == "By the canal"
    assert "By the canal" in page
    assert 'value="At the fair"' in page
    assert client.post(edit(planned), form(place="At the fair", version="2")).status_code == 302


def test_what_was_logged_meanwhile_keeps_what_is_typed_on_the_screen(client: Client, planned: Meeting) -> None:
    Meeting.objects.filter(pk=planned.pk).update(status=Status.HELD, logged_on=TODAY, version=2)

    late = client.post(edit(planned), form(place="At the fair", version="1"))

    assert late.status_code == 409
    assert "no longer planned" in late.content.decode()
    assert 'value="At the fair"' in late.content.decode()
    assert client.get(edit(planned)).status_code == 302


def test_a_day_that_is_past_may_stay_as_it_is(client: Client, planned: Meeting) -> None:
    Meeting.objects.filter(pk=planned.pk).update(day=date(2026, 11, 20))

    assert client.post(edit(planned), form(day="2026-11-20", time="", version="1")).status_code == 302
    assert client.post(edit(planned), form(day="2026-11-19", time="", version="2")).status_code == 422


def test_another_time_zone_moves_no_meeting(client: Client, alice: User, planned: Meeting) -> None:
    starts_at = datetime(2026, 12, 3, 23, 30, tzinfo=UTC)
    Meeting.objects.filter(pk=planned.pk).update(starts_at=starts_at)
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")

    client.post(edit(planned), form(day="2026-12-03", time="00:30", place="By the canal", version="1"))

    planned.refresh_from_db()
    assert (planned.place, planned.day, planned.starts_at) == ("By the canal", date(2026, 12, 3), starts_at)


def test_the_plan_asks_the_database_as_often_for_many(client: Client, corwin: Contact) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get(f"{PLAN}?contact={corwin.pk}")
        return len(found)

    factories.make_item(corwin, meeting=factories.make_meeting(corwin, purpose_kind="path"))
    first = queries()
    for _ in range(19):
        factories.make_item(corwin, meeting=factories.make_meeting(corwin, purpose_kind="path"))

    assert queries() == first
