"""R10 asked of the database: who is likely, who is left in peace, and why somebody is to be asked."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.rules.leaving import LeftBecause
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from outcomes.rules.items import ItemKind, ReferralState
from relationships.writes.leaving import leave
from tests import factories
from today.models import PlannedAsk
from today.reads.next_people import reasons_for, weighed
from today.rules.next_people import Proposal, proposals
from today.writes.not_now import not_now, propose_again

TODAY = factories.DAY
JOINED = TODAY - timedelta(days=60)
LONG_AGO = TODAY - timedelta(days=40)


def lists(campaign: Campaign, day: date = TODAY) -> tuple[list[Proposal], list[Proposal]]:
    cups = campaign.contacts.cups().count()
    return proposals(weighed(campaign, day).others, day, cups=cups)


def new(campaign: Campaign, day: date = TODAY) -> dict[str, str]:
    return {one.name: one.short for one in lists(campaign, day)[0]}


def again(campaign: Campaign) -> dict[str, str]:
    return {one.name: one.short for one in lists(campaign)[1]}


def known(campaign: Campaign, name: str = "Tove Marrick") -> Contact:
    return factories.make_contact(campaign, name, joined_on=JOINED, known_as=KnownAs.KNOWN)


def test_each_way_of_being_worth_a_row_is_found(campaign: Campaign) -> None:
    campaign.worked_at, campaign.studied_at = "Tillerman, 2010 to 2019", "Aldermoor"
    campaign.position = "Head of planning"
    campaign.save()
    giver = factories.make_contact(campaign, "Thandi Vale", joined_on=JOINED)
    people: dict[str, dict[str, Any]] = {
        "Thandi introduced you": {},
        "Known from before": {"known_as": KnownAs.KNOWN},
        "Greenlow is a target company": {"company": factories.make_company(campaign, "Greenlow", is_target=True)},
        "You worked together until 2019": {"company": "Tillerman"},
        "You both studied at Aldermoor": {"company": "Aldermoor College"},
        "A position like yours": {"position": "Planning manager"},
    }
    for reason, fields in people.items():
        contact = factories.make_contact(campaign, joined_on=JOINED, **fields)
        if "introduced" in reason:
            factories.make_item(
                giver, kind=ItemKind.REFERRAL, referred=contact, referral_state=ReferralState.INTRODUCED
            )
    shared = factories.make_contact(campaign, joined_on=JOINED)
    factories.make_common_ground(shared, "Cold rooms")

    found = reasons_for(campaign, campaign.contacts.values_list("pk", flat=True), TODAY)
    likely = {one.contact_id for one in weighed(campaign, TODAY).others}

    assert {why[0] for why in found.values()} == {*people, "You share: Cold rooms"}
    assert set(found) <= likely


def test_the_address_book_fills_up(campaign: Campaign) -> None:
    factories.make_contact(campaign, "Alma Bright", joined_on=None, known_as=KnownAs.WE_TALK)
    factories.make_contact(campaign, "Nobody Special", joined_on=None)

    assert new(campaign) == {"Alma Bright": "In your address book. Known from before"}


def said_no(contact: Contact) -> None:
    factories.make_invitation(contact, answer=Answer.NO, sent_on=LONG_AGO)


def no_answer_twice(contact: Contact) -> None:
    factories.make_invitation(contact, answer=Answer.NO_ANSWER, sent_on=LONG_AGO, reminded_on=LONG_AGO)


def waits(contact: Contact) -> None:
    factories.make_invitation(contact, sent_on=LONG_AGO)


def asked_lately(contact: Contact) -> None:
    factories.make_invitation(contact, answer=Answer.LATER, sent_on=TODAY - timedelta(days=11))


def wrote(contact: Contact) -> None:
    factories.make_touch(contact, day=TODAY, direction=Direction.SENT)


def to_do(contact: Contact) -> None:
    factories.make_follow_up(contact, due_on=TODAY + timedelta(days=30))


def planned(contact: Contact) -> None:
    factories.make_meeting(contact, status=Status.PLANNED, day=TODAY + timedelta(days=9))


def left(contact: Contact) -> None:
    leave(contact, LeftBecause.NOT_RIGHT, today=TODAY)


def put_off(contact: Contact) -> None:
    not_now(contact, TODAY)


def only_promised(contact: Contact) -> None:
    giver = factories.make_contact(contact.campaign, "Desmond Achterby", joined_on=JOINED)
    factories.make_item(giver, kind=ItemKind.REFERRAL, referred=contact, referral_state=ReferralState.PROMISED)
    factories.refreshed(contact)


@pytest.mark.parametrize(
    "act",
    [said_no, no_answer_twice, waits, asked_lately, wrote, to_do, planned, left, put_off, only_promised],
)
def test_who_may_not_be_asked_is_proposed_nowhere(campaign: Campaign, act: Callable[[Contact], None]) -> None:
    contact = known(campaign)
    assert new(campaign) == {"Tove Marrick": "Known from before"}

    act(contact)
    assert "Tove Marrick" not in new(campaign) | again(campaign)


def test_who_said_no_is_proposed_again_once_somebody_introduces(campaign: Campaign) -> None:
    contact = known(campaign)
    said_no(contact)
    giver = factories.make_contact(campaign, "Thandi Vale", joined_on=JOINED)
    factories.make_item(
        giver,
        kind=ItemKind.REFERRAL,
        referred=contact,
        referral_state=ReferralState.INTRODUCED,
        introduced_on=TODAY,
    )
    factories.refreshed(contact)

    assert new(campaign) == {"Tove Marrick": "Thandi introduced you"}


def test_not_now_is_taken_back(campaign: Campaign) -> None:
    contact = known(campaign)
    not_now(contact, TODAY)
    propose_again(contact)
    assert "Tove Marrick" in new(campaign)

    not_now(contact, TODAY)
    assert "Tove Marrick" in new(campaign, TODAY + timedelta(weeks=4))


@pytest.mark.parametrize(
    "fields",
    [
        {"not_for_this": True},
        {"not_now_until": TODAY + timedelta(days=1)},
        {"left_on": TODAY, "left_because": LeftBecause.NOT_RIGHT},
    ],
)
def test_who_of_the_address_book_was_put_aside_is_not_proposed(campaign: Campaign, fields: dict[str, Any]) -> None:
    factories.make_contact(campaign, joined_on=None, known_as=KnownAs.WE_TALK, **fields)

    assert not new(campaign)


def test_who_is_planned_comes_first_from_the_address_book_too(campaign: Campaign) -> None:
    for name in ("Aino Lahti", "Bento Sousa", "Chidi Eze"):
        known(campaign, name)
    stranger = factories.make_contact(campaign, "Zora Hale", joined_on=None)
    assert "Zora Hale" not in new(campaign)

    PlannedAsk.objects.create(campaign=campaign, contact=stranger, day=TODAY)

    assert next(iter(new(campaign))) == "Zora Hale"


def test_nothing_of_another_campaign_is_weighed(campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = known(other_campaign)

    assert not weighed(campaign, TODAY).others
    assert not reasons_for(campaign, [theirs.pk], TODAY)
