"""What a click on a person's page does to where they stand."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.asking import FIRST_SILENCE, Answer
from meetings.rules.meeting import Status
from tests.factories import (
    DAY,
    make_common_ground,
    make_contact,
    make_follow_up,
    make_invitation,
    make_item,
    make_meeting,
    make_note,
)


@pytest.fixture(autouse=True)
def _on_a_monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 12:00", tick=False):
        yield


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    return make_contact(campaign, "Wren Hale")


def said(client: Client, path: str, **fields: str) -> str:
    return client.post(path, fields, follow=True).content.decode()


# Leave for now (R15).


def test_what_is_open_is_named_before_it_is_dropped(client: Client, wren: Contact) -> None:
    make_follow_up(wren, "Send the shift plan")
    make_meeting(wren, status=Status.PLANNED, day=DAY)
    make_invitation(wren)

    text = client.get(f"/people/{wren.pk}/leave/").content.decode()

    assert "Send the shift plan" in text
    assert "the meeting today" in text
    assert "the invitation you sent today" in text
    assert text.count('name="because"') == 4


@pytest.mark.parametrize("because", ["no_answer", "not_interested", "not_right"])
def test_each_reason_is_one_click_and_one_click_brings_all_back(client: Client, wren: Contact, because: str) -> None:
    follow_up = make_follow_up(wren)

    text = said(client, f"/people/{wren.pk}/leave/", because=because)

    assert "You left Wren for now." in text
    assert f'action="/people/{wren.pk}/back/"' in text.partition('id="toasts"')[2].partition("</form>")[0]
    assert "Take up again" in text
    follow_up.refresh_from_db()
    assert follow_up.status == "dropped"

    said(client, f"/people/{wren.pk}/back/")

    follow_up.refresh_from_db()
    wren.refresh_from_db()
    assert (follow_up.status, wren.left_on) == ("open", None)


def test_who_waits_for_a_day_says_which(client: Client, wren: Contact) -> None:
    said(client, f"/people/{wren.pk}/leave/", because="wait", until="2026-12-20")

    wren.refresh_from_db()
    assert wren.left_until == date(2026, 12, 20)
    assert "Back by themselves <time" in client.get(f"/people/{wren.pk}/").content.decode()


@pytest.mark.parametrize("fields", [{}, {"until": "2026-11-23"}, {"until": "soon"}])
def test_waiting_needs_a_day_to_come(client: Client, wren: Contact, fields: dict[str, str]) -> None:
    answer = client.post(f"/people/{wren.pk}/leave/", {"because": "wait", **fields})

    wren.refresh_from_db()
    assert answer.status_code == 422
    assert f'value="{fields.get("until", "")}"' in answer.content.decode()
    assert wren.left_on is None


def test_leaving_without_a_reason_is_refused(client: Client, wren: Contact) -> None:
    assert client.post(f"/people/{wren.pk}/leave/", {"because": "rude"}).status_code == 422


# Network and address book (R1).


def test_somebody_joins_with_one_click_and_only_once(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, joined_on=None)

    for _ in range(2):
        said(client, f"/people/{contact.pk}/join/")

    contact.refresh_from_db()
    assert (contact.joined_on, contact.joined_because) == (DAY, "said_so")


def test_back_to_the_address_book_while_nothing_was_recorded(client: Client, wren: Contact) -> None:
    assert f"/people/{wren.pk}/address-book/" in client.get(f"/people/{wren.pk}/").content.decode()

    assert "is back in your address book" in said(client, f"/people/{wren.pk}/address-book/")

    wren.refresh_from_db()
    assert (wren.joined_on, wren.joined_because, wren.phase) == (None, "", "")


def test_what_was_recorded_keeps_somebody_in_the_network(client: Client, wren: Contact) -> None:
    make_item(wren)

    assert f"/people/{wren.pk}/address-book/" not in client.get(f"/people/{wren.pk}/").content.decode()
    assert "stays in your network" in said(client, f"/people/{wren.pk}/address-book/")
    wren.refresh_from_db()
    assert wren.in_network


def test_a_star_says_what_the_button_said(client: Client, wren: Contact) -> None:
    for _ in range(2):
        said(client, f"/people/{wren.pk}/star/", starred="yes")
    wren.refresh_from_db()
    assert wren.starred

    said(client, f"/people/{wren.pk}/star/", starred="no")
    wren.refresh_from_db()
    assert not wren.starred


def test_a_star_and_never_say_when_somebody_has_gone_quiet(client: Client, wren: Contact) -> None:
    make_meeting(wren, day=DAY)
    days = []
    for path, fields in (("star", {"starred": "yes"}), ("star", {"starred": "no"}), ("quiet", {"never": "yes"})):
        said(client, f"/people/{wren.pk}/{path}/", **fields)
        wren.refresh_from_db()
        days.append(wren.quiet_on)

    assert days == [date(2026, 12, 23), date(2027, 2, 21), None]


def test_somebody_is_never_called_quiet(client: Client, wren: Contact) -> None:
    said(client, f"/people/{wren.pk}/quiet/", never="yes")

    wren.refresh_from_db()
    assert wren.never_quiet


def test_bob_can_do_nothing_to_alices(stranger: Client, wren: Contact) -> None:
    note, ground = make_note(wren), make_common_ground(wren)
    item = make_item(make_contact(wren.campaign), kind="referral", referred=wren)
    names = ("share", "note", "join", "address-book", "star", "quiet", "leave", "back")
    paths = [f"/people/{wren.pk}/{name}/" for name in names]
    paths += [f"/notes/{note.pk}/{name}/" for name in ("edit", "delete")]
    paths += [f"/common-ground/{ground.pk}/{name}/" for name in ("edit", "found", "remove")]
    paths += [f"/referrals/{item.pk}/introduced/"]

    assert {stranger.post(path, {"because": "not_right", "text": "x"}).status_code for path in paths} == {404}


# The first silence (R17).


def test_the_first_silence_is_met_with_a_kind_word(client: Client, campaign: Campaign, wren: Contact) -> None:
    make_invitation(wren, sent_on=date(2026, 11, 9))
    assert FIRST_SILENCE in client.get(f"/people/{wren.pk}/").content.decode()

    make_invitation(make_contact(campaign), answer=Answer.NO_ANSWER, sent_on=date(2026, 10, 1))
    assert FIRST_SILENCE not in client.get(f"/people/{wren.pk}/").content.decode()
