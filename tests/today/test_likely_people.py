"""Whom to ask next, from the rows: the short lists leave nobody out whom the rule would take (R10)."""

from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.items import ItemKind, ReferralState
from relationships.writes.leaving import leave
from tests import factories
from today.reads.next_people import likely_people
from today.rules.next_people import Proposal, again, new_people

TODAY = factories.DAY
LONG_AGO = TODAY - timedelta(days=30)


def new(campaign: Campaign) -> list[Proposal]:
    return new_people(likely_people(campaign, TODAY).candidates, TODAY, cups=9)


def once_more(campaign: Campaign) -> list[Proposal]:
    return again(likely_people(campaign, TODAY).candidates, TODAY, cups=9)


def refer(giver: Contact, referred: Contact, state: ReferralState) -> None:
    factories.make_item(giver, kind=ItemKind.REFERRAL, referred=referred, referral_state=state)


def test_an_introduction_made_comes_first_and_one_promised_not_at_all(campaign: Campaign) -> None:
    thandi = factories.make_contact(campaign, "Thandi Wex")
    factories.make_meeting(thandi)
    made = factories.make_contact(campaign, "Oriel Hath", introduced_by=thandi)
    promised = factories.make_contact(campaign, "Bram Oll", introduced_by=thandi)
    factories.make_contact(campaign, "Tove Marrick", known_from_before=LONG_AGO)
    refer(thandi, made, ReferralState.INTRODUCED)
    refer(thandi, promised, ReferralState.OFFERED)

    assert [(one.name, one.short) for one in new(campaign)] == [
        ("Oriel Hath", "Thandi introduced you"),
        ("Tove Marrick", "Known from before"),
    ]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"known_from_before": LONG_AGO}, "Address book. Known from before"),
        ({"company": "Greenlow"}, "Address book. At a target company"),
        ({"company": "TILLERMAN"}, "Address book. You both worked at Tillerman"),
        ({"company": "Elsewhere"}, None),
        ({"known_from_before": LONG_AGO, "not_for_this": True}, None),
        ({"known_from_before": LONG_AGO, "not_now_until": TODAY + timedelta(days=1)}, None),
        ({"known_from_before": LONG_AGO, "not_now_until": TODAY}, "Address book. Known from before"),
    ],
)
def test_the_address_book_fills_up_with_a_reason(
    campaign: Campaign, fields: dict[str, Any], reason: str | None
) -> None:
    campaign.worked_at = "Tillerman\n\nQuayside"
    campaign.save()
    factories.make_company(campaign, "Greenlow", is_target=True)
    factories.make_contact(campaign, joined_on=None, **fields)

    assert [one.short for one in new(campaign)] == ([reason] if reason else [])


def test_who_has_something_open_is_not_proposed(campaign: Campaign) -> None:
    people = [factories.make_contact(campaign) for _ in range(5)]
    factories.make_follow_up(people[0], due_on=TODAY + timedelta(days=40))
    factories.make_invitation(people[1])
    factories.make_meeting(people[2], status=Status.PLANNED, day=TODAY + timedelta(days=2))
    leave(people[3], LeftBecause.NOT_RIGHT, today=TODAY)

    assert [one.contact_id for one in new(campaign)] == [people[4].pk]


def test_who_was_met_comes_again_when_a_name_may_be_asked(campaign: Campaign) -> None:
    twice, once, lately = (factories.make_contact(campaign) for _ in range(3))
    for day in (LONG_AGO, LONG_AGO + timedelta(days=3)):
        factories.make_meeting(twice, day=day)
    factories.make_meeting(once, day=LONG_AGO)
    for day in (LONG_AGO, TODAY - timedelta(days=2)):
        factories.make_meeting(lately, day=day)

    assert [(one.contact_id, one.short) for one in once_more(campaign)] == [(twice.pk, "Met twice: ask for a name")]


@pytest.mark.parametrize(("days", "there"), [(9, False), (20, True)])
def test_who_was_just_asked_rests(campaign: Campaign, days: int, there: bool) -> None:
    contact = factories.make_contact(campaign, known_from_before=LONG_AGO)
    factories.make_meeting(contact, day=LONG_AGO)
    factories.make_invitation(contact, sent_on=TODAY - timedelta(days=days), answer=Answer.NO)

    assert bool(once_more(campaign)) is there


def test_nobody_of_another_campaign_is_likely(campaign: Campaign, other_campaign: Campaign) -> None:
    campaign.worked_at = "Tillerman"
    campaign.save()
    company = factories.make_company(other_campaign, "Tillerman", is_target=True)
    factories.make_contact(other_campaign, company=company, known_from_before=date(2019, 1, 1))
    factories.make_meeting(factories.make_contact(other_campaign, known_from_before=LONG_AGO), day=LONG_AGO)

    assert likely_people(campaign, TODAY).candidates == []


def test_they_are_few_whatever_the_size(campaign: Campaign) -> None:
    factories.make_company(campaign, "Greenlow", is_target=True)
    for number in range(70):
        factories.make_contact(campaign, joined_on=None if number % 2 else TODAY, company="Greenlow")

    assert len(likely_people(campaign, TODAY).candidates) <= 150
    assert len(new(campaign)) == 3
