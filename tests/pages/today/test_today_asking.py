"""Whom Today says to ask, of whom it waits for an answer, and what the week and the cups say (R10, R11, R17)."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import FIRST_SILENCE, Answer
from meetings.rules.meeting import Status
from outcomes.rules.items import ItemKind, ReferralState
from tests import factories
from tests.factories import at
from tests.pages.today.reading import headings, shown

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


def known(campaign: Campaign, name: str = "") -> Contact:
    """Somebody who may be asked, and why."""
    return factories.make_contact(campaign, name, known_as=KnownAs.KNOWN)


def test_somebody_who_is_asked_on_the_list_stands_there_with_the_reason(client: Client, campaign: Campaign) -> None:
    known(campaign, "Tove Marrick")
    giver = factories.make_contact(campaign, "Thandi Vale")
    oriel = factories.make_contact(campaign, "Oriel Hathersey")
    factories.make_item(giver, kind=ItemKind.REFERRAL, referred=oriel, referral_state=ReferralState.INTRODUCED)
    factories.make_follow_up(giver)

    html = shown(client)
    listed, _, beside = html.partition("Who else to ask")

    assert "Ask Oriel for 20 minutes" in listed
    assert "Thandi introduced you." in listed
    assert "Oriel" not in beside
    assert "Tove Marrick" in beside


def test_a_reason_to_ask_stands_only_where_somebody_is_to_be_asked(client: Client, campaign: Campaign) -> None:
    """Not at a reminder, and not where a day is to be agreed on."""
    for answer in (Answer.WAITING, Answer.YES):
        factories.make_invitation(known(campaign), sent_on=FRIDAY - timedelta(days=7), answer=answer)

    html = shown(client)

    assert headings(html) == ["Agree on a day", "No answer yet"]
    assert "Known from before" not in html


@pytest.mark.parametrize(("sent", "asks"), [(2, True), (3, False)])
def test_nobody_is_to_be_asked_once_the_own_figure_is_reached(
    client: Client, campaign: Campaign, sent: int, asks: bool
) -> None:
    for number_ in range(sent):
        factories.make_invitation(factories.make_contact(campaign), sent_on=MONDAY)
        booked = factories.make_contact(campaign)
        factories.make_meeting(booked, status=Status.PLANNED, day=MONDAY + timedelta(days=3 + number_ % 2))
    known(campaign)

    html = shown(client)

    assert ("A good day to ask" in html) is asks
    assert ("Three asked. No more asking needed this week." in html) is not asks


def test_a_yes_without_a_day_has_its_button(client: Client, campaign: Campaign) -> None:
    noor = factories.make_contact(campaign, "Noor Halvane")
    factories.make_invitation(noor, answer=Answer.YES, sent_on=date(2026, 11, 16), answered_on=FRIDAY)

    html = shown(client)

    assert headings(html) == ["Agree on a day"]
    assert "Noor said yes. Agree on a day." in html
    assert f'href="/meetings/new/?contact={noor.pk}"' in html


def test_an_invitation_without_an_answer_asks_for_one_reminder_and_then_for_leaving(
    client: Client, campaign: Campaign
) -> None:
    ruben, noor = factories.make_contact(campaign, "Ruben Tarn"), factories.make_contact(campaign, "Noor Halvane")
    factories.make_invitation(ruben, sent_on=MONDAY - timedelta(days=7))
    factories.make_invitation(noor, sent_on=MONDAY - timedelta(days=16), reminded_on=MONDAY - timedelta(days=7))

    html = shown(client)

    assert "One short reminder to Ruben" in html
    assert "Leave Noor for now?" in html
    assert FIRST_SILENCE not in html  # Noor was silent before


def test_the_first_silence_is_answered_with_a_comfort(client: Client, campaign: Campaign) -> None:
    for _ in range(2):
        factories.make_invitation(factories.make_contact(campaign), sent_on=MONDAY - timedelta(days=7))

    assert shown(client).count(FIRST_SILENCE) == 1


def test_what_others_asked_this_week_is_not_counted(
    client: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    known(campaign, "Tove Marrick")
    for hour in (10, 11):
        talk = factories.make_contact(campaign)
        factories.make_meeting(talk, status=Status.PLANNED, day=TUESDAY, starts_at=at(TUESDAY, hour))
    for _ in range(campaign.weekly_invitations):
        factories.make_invitation(factories.make_contact(other_campaign), sent_on=MONDAY)

    assert "Ask <bdi>Tove</bdi></span></a>" in shown(client)


def test_the_week_counts_conversations_cups_and_refills_alike(client: Client, campaign: Campaign) -> None:
    campaign.weekly_cups, campaign.cups_before = 2, 7
    campaign.save()
    met, booked = factories.make_contact(campaign, "Graham Estevane"), factories.make_contact(campaign, "Ilse Okonmar")
    for day in (FRIDAY, MONDAY):
        factories.make_meeting(met, day=day)
    factories.make_meeting(booked, status=Status.PLANNED, day=MONDAY, starts_at=at(MONDAY, 10, 30))

    html = shown(client)

    assert "1 <small>of 50 cups" in html
    assert "7 before this search" in html
    assert "A cup is the first one-on-one with someone in this campaign." in html
    assert "Graham Estevane, Initiate, 1 refill" in html
    assert "Booked: Ilse Okonmar, today at 10:30" in html
    assert "Dashed: 1 booked" in html
    assert html.count('class="cup open"') == 48
    assert "Conversations this week" in html
    assert "1 of 2</b>" in html  # the refill of today; the cup is of last week


def fill_cups(campaign: Campaign, number_: int) -> None:
    """So many people who were met once, last Friday."""
    fields = {"joined_on": FRIDAY, "joined_because": "said_so", "phase": "initiate", "first_held_on": FRIDAY}
    Contact.objects.bulk_create(
        Contact(campaign=campaign, name=f"Cup {n}", held_count=1, **fields) for n in range(number_)
    )


@pytest.mark.parametrize(("cups", "first"), [(38, "Tove"), (39, "Yusra")])
def test_from_forty_cups_second_talks_come_first(
    client: Client, campaign: Campaign, other_campaign: Campaign, cups: int, first: str
) -> None:
    fill_cups(campaign, cups)
    fill_cups(other_campaign, 2)
    known(campaign, "Tove Marrick")
    ready = factories.make_contact(campaign, "Yusra Penhale", joined_on=FRIDAY - timedelta(days=90))
    for days in (60, 40):
        factories.make_meeting(ready, day=MONDAY - timedelta(days=days))

    html = shown(client)

    assert f"Ask <bdi>{first}</bdi></span></a>" in html, "the one who is to be asked"


def test_at_fifty_cups_it_asks_who_gave_most(client: Client, campaign: Campaign) -> None:
    fill_cups(campaign, 50)

    assert "Fifty people know you. Who gave most?" in shown(client)
