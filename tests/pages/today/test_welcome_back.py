"""Coming back after an absence: one question, one click, undo; and what fades by itself (R19)."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.factories import at

MONDAY = date(2026, 11, 30)
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def late(campaign: Campaign) -> list[FollowUp]:
    campaign.last_seen_on = TUESDAY
    campaign.save()
    kinds = [FollowUpKind.PROMISE] * 2 + [FollowUpKind.ACTION] * 6
    return [factories.make_follow_up(factories.make_contact(campaign), kind=kind, due_on=TUESDAY) for kind in kinds]


def days(late: list[FollowUp]) -> list[date]:
    for one in late:
        one.refresh_from_db()
    return [one.due_on for one in late]


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_coming_back_is_one_question_all_day(client: Client, campaign: Campaign, late: list[FollowUp]) -> None:
    for _ in range(2):
        html = client.get("/").content.decode()

        assert "You were last here on Tuesday." in html
        assert "Keep the promises (2) and spread the other 6 over the next five days?" in html
        assert "Keep 2, spread 6" in html


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_one_click_spreads_the_rest_and_undo_brings_it_back(
    client: Client, campaign: Campaign, late: list[FollowUp]
) -> None:
    client.get("/")

    assert client.post("/welcome-back/")["Location"] == "/"

    assert days(late) == [TUESDAY] * 2 + [MONDAY + timedelta(days=number) for number in (1, 1, 2, 3, 4, 7)]
    assert Contact.objects.filter(owed_on=TUESDAY).count() == 2, "a promised day is never rewritten"
    html = client.get("/").content.decode()
    assert "Welcome back" not in html
    state = re.search(r'name="state" value="([^"]+)"', html)
    assert state
    client.post("/undo/", {"state": state[1]})
    assert days(late) == [TUESDAY] * 8


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_nothing_is_spread_onto_a_day_off(client: Client, campaign: Campaign, late: list[FollowUp]) -> None:
    campaign.pauses.create(from_day=MONDAY + timedelta(days=1), to_day=MONDAY + timedelta(days=2))
    client.post("/welcome-back/")
    assert days(late)[2:] == [MONDAY + timedelta(days=number) for number in (3, 3, 4, 7, 8, 9)]

    ticked = {"act": "spread", "pk": [one.pk for one in late[2:]]}
    factories.make_follow_up(factories.make_contact(campaign))
    client.post("/follow-ups/bulk/", ticked)

    assert days(late)[2:] == [MONDAY + timedelta(days=number) for number in (3, 3, 4, 7, 8, 9)]


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_spreading_twice_changes_nothing(client: Client, campaign: Campaign, late: list[FollowUp]) -> None:
    client.post("/welcome-back/")
    once = days(late)

    client.post("/welcome-back/")

    assert days(late) == once


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_nothing_of_others_is_spread(stranger: Client, late: list[FollowUp]) -> None:
    stranger.post("/welcome-back/")

    assert days(late) == [TUESDAY] * 8


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_who_was_here_yesterday_is_not_asked(client: Client, campaign: Campaign, late: list[FollowUp]) -> None:
    campaign.last_seen_on = MONDAY - timedelta(days=1)
    campaign.save()

    assert "Welcome back" not in client.get("/").content.decode()


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_an_introduction_that_was_made_does_not_wait(client: Client, campaign: Campaign, late: list[FollowUp]) -> None:
    made = factories.make_follow_up(factories.make_contact(campaign), introduction=True, due_on=TUESDAY)

    client.post("/welcome-back/")

    assert days([made]) == [TUESDAY]


@pytest.mark.parametrize("by_rule", [True, False])
@pytest.mark.parametrize("kind", list(FollowUpKind))
@pytest.mark.parametrize("age", [20, 21, 40])
def test_what_nobody_promised_fades_after_21_days(
    client: Client, campaign: Campaign, kind: FollowUpKind, age: int, by_rule: bool
) -> None:
    day = MONDAY - timedelta(days=age)
    made = factories.make_follow_up(
        factories.make_contact(campaign), kind=kind, by_rule=by_rule, due_on=day, created_on=day
    )

    with time_machine.travel(at(MONDAY, 8), tick=False):
        client.get("/pitch/")

    made.refresh_from_db()
    promised = kind in {FollowUpKind.PROMISE, FollowUpKind.WAITING}
    assert (made.status == FollowUpStatus.DROPPED) is (by_rule and not promised and age >= 21)


@pytest.mark.parametrize(("age", "faded"), [(20, False), (21, True)])
def test_a_yes_without_a_day_fades_and_they_may_be_asked_again(
    client: Client, campaign: Campaign, age: int, faded: bool
) -> None:
    noor = factories.make_contact(campaign, "Noor Halvane", known_as=KnownAs.KNOWN, joined_on=MONDAY - timedelta(90))
    day = MONDAY - timedelta(days=age)
    yes = factories.make_invitation(noor, answer=Answer.YES, sent_on=day, answered_on=day)

    with time_machine.travel(at(MONDAY, 8), tick=False):
        html = client.get("/").content.decode()

    yes.refresh_from_db()
    noor.refresh_from_db()
    assert yes.faded_on == (MONDAY if faded else None)
    assert ("Noor said yes. Agree on a day." in html) is not faded
    assert ("Ask <bdi>Noor</bdi>" in html) is faded
    assert (noor.free_on is not None) is faded


@time_machine.travel(at(MONDAY, 8), tick=False)
def test_what_faded_is_gone_by_the_first_visit_and_kept_among_the_done(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    day = MONDAY - timedelta(days=30)
    thanks = factories.make_follow_up(
        contact, "Thank Tove", kind=FollowUpKind.THANK_YOU, by_rule=True, due_on=day, created_on=day
    )

    client.get("/")

    thanks.refresh_from_db()
    contact.refresh_from_db()
    assert thanks.status == FollowUpStatus.DROPPED
    assert contact.acts_on is None
    assert "Thank Tove" in client.get("/follow-ups/?show=closed").content.decode()
