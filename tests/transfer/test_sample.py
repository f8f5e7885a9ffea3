"""The sample campaign: the same each time, on any day, told by the writes that the pages use."""

from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.rules.phases import Phase
from meetings.models import Invitation, Meeting, Telling
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, ObtainedItem
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.writes.standing import refresh
from tests import factories
from tests.conftest import TODAY
from transfer.rules.sample_days import day_from
from transfer.rules.sample_people import address_book
from transfer.writes.sample import make_sample

pytestmark = pytest.mark.of_the_pages

SOME_DAYS = [TODAY + timedelta(days=number) for number in (0, 2, 5, 6)]


def said(**options: str) -> str:
    out = StringIO()
    call_command("sample_campaign", stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("today", SOME_DAYS, ids=lambda day: f"{day:%A}")
def test_the_cast_is_there_on_any_day_of_the_week(campaign: Campaign, today: date) -> None:
    make_sample(campaign, today)

    people = Contact.objects.filter(campaign=campaign)
    assert (people.in_network().count(), people.in_address_book().count()) == (40, 63)
    assert Counter(people.in_network().values_list("phase", flat=True)) == {
        Phase.INITIATE: 24,
        Phase.OBTAIN: 8,
        Phase.USE: 8,
    }
    assert people.cups().count() == 21
    assert Invitation.objects.waiting().count() == 4
    assert Meeting.objects.planned().count() == 4
    assert not Meeting.objects.held().filter(day__gt=today).exists()
    assert not Meeting.objects.held().filter(day__week_day__in=(1, 7)).exists()


def test_it_looks_like_the_picture(campaign: Campaign) -> None:
    make_sample(campaign, TODAY)

    cups = Contact.objects.filter(campaign=campaign).cups().order_by("first_held_on")
    assert [cup.name for cup in cups][:3] == ["Graham Estevane", "Lotte Brannigan", "Halden Brooks"]
    assert cups[0].first_held_on == date(2026, 9, 24)
    assert {cup.name: cup.held_count for cup in cups if cup.held_count > 1} == {
        "Annika Sorrel": 2,
        "Graham Estevane": 3,
        "Halden Brooks": 2,
        "Yusra Penhale": 2,
    }
    due = FollowUp.objects.due(TODAY).order_by("due_on", "text")
    assert [row.text for row in due] == [
        "Halden wants to introduce you to Bram",
        "Send Priya the line-move summary",
        "Offer Corwin two dates in December",
        "Tell Annika the shorter resume worked",
        "Write to Oriel: Thandi has introduced you",
    ]
    assert FollowUp.objects.open().waiting().count() == 7
    assert Counter(Telling.objects.of_stories().values_list("story__title", flat=True)) == {
        "Late line, on time in 11 weeks": 9,
        "The night-shift vote": 6,
        "Waste halved, no job lost": 3,
    }


def test_it_tells_a_promised_introduction_a_no_and_an_ask_that_is_carried_along(campaign: Campaign) -> None:
    make_sample(campaign, TODAY)

    people = {contact.name: contact for contact in Contact.objects.in_network()}
    now = Moment(today=TODAY, now=factories.at(TODAY, 9))
    steps = next_steps(campaign, [contact.pk for contact in people.values()], now)
    assert steps[people["Clemence Yardlow"].pk].words == "Annika wants to introduce you."
    assert FollowUp.objects.get(item__referred=people["Clemence Yardlow"]).due_on == date(2026, 11, 25)
    assert steps[people["Henrik Dalgaard"].pk].words == "Henrik said no on 9 November."
    for planned in Meeting.objects.planned():
        asked = Invitation.objects.filter(contact=planned.contact_id).latest("sent_on")
        assert (asked.answer, asked.purpose_kind, asked.ask) == (Answer.YES, planned.purpose_kind, planned.ask)
    named = ObtainedItem.objects.referrals().values_list("referred__given_name", "referral_state")
    assert dict(named) == {
        "Halden": "met",
        "Beatrix": "met",
        "Yusra": "met",
        "Bram": "promised",
        "Clemence": "promised",
        "Oriel": "introduced",
        "Liesl": "contacted",
        "Petra": "gone_quiet",
    }
    assert people["Graham Estevane"].known_as == KnownAs.WE_TALK
    assert people["Isolde Carrow"].known_as == KnownAs.LONG_AGO


def test_the_standing_is_what_follows_from_the_evidence(campaign: Campaign) -> None:
    make_sample(campaign, TODAY)
    before = list(Contact.objects.order_by("pk").values())

    refresh(Contact.objects.values_list("pk", flat=True))

    assert list(Contact.objects.order_by("pk").values()) == before


def test_every_name_of_the_address_book_is_one_person() -> None:
    names = [person.name for person in address_book()]
    assert len(set(names)) == len(names)
    assert names[0] == "Alma Brightwater"


@pytest.mark.parametrize(
    ("days", "monday", "wednesday", "saturday"),
    [
        (0, "2026-11-23", "2026-11-25", "2026-11-28"),
        (-3, "2026-11-20", "2026-11-24", "2026-11-27"),
        (-11, "2026-11-12", "2026-11-16", "2026-11-19"),
        (3, "2026-11-26", "2026-11-30", "2026-12-02"),
        (8, "2026-12-01", "2026-12-03", "2026-12-07"),
    ],
)
def test_a_day_lies_as_many_business_days_away(days: int, monday: str, wednesday: str, saturday: str) -> None:
    found = [day_from(TODAY + timedelta(days=number), days) for number in (0, 2, 5)]
    assert [day.isoformat() for day in found] == [monday, wednesday, saturday]


@pytest.mark.django_db
def test_the_account_is_made_where_it_is_missing_and_its_password_said() -> None:
    words = said()

    user = User.objects.get()
    assert (user.email, user.is_superuser) == ("marta@example.com", True)
    assert user.check_password(words.split("password ")[1].split()[0])


def test_it_is_made_for_a_named_account_once(alice: User) -> None:
    assert "is in the campaign of alice@example.com" in said(email="Alice@example.com")
    count = Contact.objects.count()

    assert "is already in the campaign of alice@example.com" in said(email="alice@example.com")
    assert Contact.objects.count() == count
    assert User.objects.count() == 1


def test_it_is_mixed_with_nobody(campaign: Campaign, alice: User) -> None:
    factories.make_contact(campaign)

    with pytest.raises(CommandError, match="There are people"):
        said(email=alice.email)
    assert Contact.objects.count() == 1


@time_machine.travel("2026-11-23 09:00Z", tick=False)
def test_the_pages_show_it(client: Client, campaign: Campaign) -> None:
    make_sample(campaign, TODAY)

    for path in ("/", "/people/", "/pitch/", "/follow-ups/", "/meetings/", "/events/", "/help/"):
        assert client.get(path).status_code == 200, path
