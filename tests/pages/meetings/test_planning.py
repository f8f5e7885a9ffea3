"""R4 on its page: planning a meeting with a purpose."""

import re
from datetime import UTC, date, datetime

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from tests import factories
from tests.pages.meetings.posted import form

TODAY = factories.DAY
PLAN = "/meetings/new/"

pytestmark = pytest.mark.usefixtures("monday")


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
    assert corwin.owed_on == date(2026, 12, 2)  # the day before
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

    typed = form("Tove Marrick", draft=key[1])
    first, second = (client.post(PLAN, typed) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Meeting.objects.count() == campaign.contacts.count() == 1


def test_a_contact_stands_in_the_form(client: Client, corwin: Contact) -> None:
    page = client.get(f"{PLAN}?contact={corwin.pk}").content.decode()

    assert 'value="Corwin Stroud, Fenwick Freight"' in page
    assert "with <bdi>Corwin</bdi>, now?" in page
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


def test_an_hour_that_the_clocks_skip_is_the_next_real_one_and_one_that_comes_twice_is_the_first(
    client: Client, alice: User, corwin: Contact
) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")

    client.post(PLAN, form(day="2027-10-31", time="02:30"))
    skipped = client.post(PLAN, form(day="2027-03-28", time="02:30"))

    *_, said = get_messages(skipped.wsgi_request)
    assert str(said) == ("Planned. The clocks go forward that night: there is no 02:30. It is planned for 03:00.")
    assert list(Meeting.objects.order_by("day").values_list("starts_at", flat=True)) == [
        datetime(2027, 3, 28, 1, tzinfo=UTC),
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
    ]


def test_the_plan_asks_the_database_as_often_for_many(client: Client, corwin: Contact) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get(f"{PLAN}?contact={corwin.pk}")
        return len(found)

    factories.make_item(corwin, meeting=factories.make_meeting(corwin, purpose_kind="path"))
    client.get("/")  # chooses the rows of the day, once
    first = queries()
    for _ in range(19):
        factories.make_item(corwin, meeting=factories.make_meeting(corwin, purpose_kind="path"))

    assert queries() == first
