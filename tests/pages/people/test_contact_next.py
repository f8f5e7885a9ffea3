"""The upper edge of a person's page: the next step with its button, and last time."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.items import ItemKind, ReferralState
from relationships.writes.follow_ups import done
from tests.factories import (
    DAY,
    make_common_ground,
    make_contact,
    make_follow_up,
    make_invitation,
    make_item,
    make_meeting,
    make_touch,
)


@pytest.fixture(autouse=True)
def _on_a_monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 12:00", tick=False):
        yield


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    return make_contact(campaign, "Wren Hale", company="Brightmill Foods", position="Line lead")


def page(client: Client, contact: Contact, query: str = "") -> str:
    answer = client.get(f"/people/{contact.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_meeting_that_is_over_is_the_next_step(client: Client, wren: Contact) -> None:
    meeting = make_meeting(wren, status=Status.PLANNED, day=DAY - timedelta(days=3))

    assert f'href="/meetings/{meeting.pk}/log/">Log it</a>' in page(client, wren)


def test_an_invitation_that_waits_is_answered_on_the_spot(client: Client, wren: Contact) -> None:
    make_common_ground(wren)
    invitation = make_invitation(wren)

    text = page(client, wren)

    assert f'action="/invitations/{invitation.pk}/answer/"' in text
    assert all(f'name="answer" value="{answer}"' in text for answer in ("yes", "later", "no"))


def test_last_time_and_what_to_ask_stand_beside_the_next_step(client: Client, wren: Contact) -> None:
    make_meeting(wren, day=date(2026, 11, 18), remember="Restoring a canal boat")
    make_touch(wren, day=date(2026, 11, 20))
    Contact.objects.filter(pk=wren.pk).update(ask_next_time="Did it pass?")

    text = page(client, wren)

    assert "Last time, <time" in text
    assert text.count("Restoring a canal boat") == 2  # there, and in the timeline
    assert "Did it pass?" in text


def test_last_time_is_the_last_message_where_nobody_met(client: Client, wren: Contact) -> None:
    make_touch(wren, day=date(2026, 11, 20), direction="received", channel="mail", text="Back from Oslo in May")

    text = page(client, wren)

    assert ": Mail from Wren</p>" in text
    assert text.count("Back from Oslo in May") == 2


def test_thanks_that_were_sent_are_no_notes_of_a_conversation(client: Client, wren: Contact) -> None:
    make_meeting(wren, day=date(2026, 11, 18), remember="Restoring a canal boat")
    done([make_follow_up(wren, "Thank Wren", kind="thank_you")], DAY)
    assert "Restoring a canal boat" in remembered(client, wren)
    assert "Thank Wren" not in remembered(client, wren)

    wren.meetings.all().delete()
    assert "Thank Wren" not in remembered(client, wren)
    assert "Message sent" in remembered(client, wren)


def remembered(client: Client, contact: Contact) -> str:
    return page(client, contact).partition('aria-label="Last time"')[2].partition("</section>")[0]


def test_an_invitation_is_answered_whatever_the_next_step_is(client: Client, wren: Contact) -> None:
    invitation = make_invitation(wren)
    make_follow_up(wren, "Send the plan", kind="promise", due_on=DAY)

    text = page(client, wren)

    assert '<b class="fw-semibold">Send the plan</b>' in text
    assert text.count(f'action="/invitations/{invitation.pk}/answer/"') == 2
    assert all(f'name="answer" value="{answer}"' in text for answer in ("yes", "later", "no"))
    assert text.count("btn-primary") == 2  # Log in the frame, and the next step


def test_who_said_no_rests_after_a_kind_word(client: Client, wren: Contact) -> None:
    make_invitation(wren, sent_on=date(2026, 11, 3), answer=Answer.NO, answered_on=date(2026, 11, 9))

    text = page(client, wren)

    assert "Wren said no on 9 November<" in text
    assert "A no is seldom about you, and it closes no door." in text
    assert f'href="/people/{wren.pk}/touch/?write=thank_no">Thank them</a>' in text
    assert f'href="/people/{wren.pk}/leave/">Leave for now</a>' in text
    assert f'class="btn btn-quiet" href="/people/{wren.pk}/invite/"' not in text
    assert "Not now" not in text


def test_whose_introduction_is_promised_rests_until_today_asks_again(
    client: Client, campaign: Campaign, wren: Contact
) -> None:
    annika = make_contact(campaign, "Annika Sorrel")
    state = ReferralState.PROMISED
    item = make_item(annika, kind=ItemKind.REFERRAL, referred=wren, referral_state=state, day=date(2026, 11, 10))
    assert "Said on 10 November. It is Annika’s turn.</p>" in page(client, wren)
    make_follow_up(annika, kind="waiting", item=item, due_on=date(2026, 11, 25))

    text = page(client, wren)

    assert "Annika wants to introduce you<" in text
    assert "It is Annika’s turn; Today asks again on Wednesday. Until then there is nothing to do." in text
    assert f'action="/referrals/{item.pk}/introduced/"' in text
    assert f'href="/people/{annika.pk}/touch/?write=blurb"' in text
    assert "A no is seldom" not in text


def test_why_to_ask_them_stands_beside_it_as_on_today(client: Client, campaign: Campaign, wren: Contact) -> None:
    assert "You share" not in (text := page(client, wren))
    assert "Ask Wren for 20 minutes" in text
    make_common_ground(wren, "Cold rooms")
    Contact.objects.filter(pk=wren.pk).update(known_as="we_talk")

    assert '<p class="muted mb-0">Known from before. You share: Cold rooms.</p>' in page(client, wren)


def test_where_nobody_is_to_be_asked_no_reason_is_given(client: Client, wren: Contact) -> None:
    Contact.objects.filter(pk=wren.pk).update(known_as="we_talk")
    make_invitation(wren, sent_on=DAY)

    assert 'mb-0">Known from before.' not in page(client, wren)
