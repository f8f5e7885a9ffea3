"""What is cut to a number, counted or looked for in short lists is of the own campaign alone (R10, R19)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.reads import companies
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer
from outcomes.rules.items import ItemKind, ReferralState
from tests import factories
from today.reads.next_people import reasons_for, weighed
from today.reads.to_choose import might_have_a_row

DAY = factories.DAY


def went_quiet(person: Contact) -> None:
    Contact.objects.filter(pk=person.pk).update(quiet_on=DAY, acts_on=None, free_on=None, ask_next_time="The audits")


def is_owed(person: Contact) -> None:
    factories.make_follow_up(person, due_on=DAY)


def was_asked(person: Contact) -> None:
    factories.make_invitation(person, sent_on=DAY - timedelta(days=20))


def said_yes(person: Contact) -> None:
    factories.make_invitation(person, sent_on=DAY - timedelta(days=5), answer=Answer.YES, answered_on=DAY)


@pytest.mark.parametrize("happened", [went_quiet, is_owed, was_asked, said_yes], ids=lambda one: one.__name__)
def test_who_might_have_a_row_is_of_the_own_campaign(
    campaign: Campaign, other_campaign: Campaign, happened: Callable[[Contact], None]
) -> None:
    own, other = factories.make_contact(campaign), factories.make_contact(other_campaign)
    for person in (own, other):
        happened(person)

    assert might_have_a_row(campaign, DAY, met=set()) == [own.pk]


def test_other_peoples_companies_take_no_place_among_the_own_ones(
    campaign: Campaign, other_campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(companies, "MOST_OWN", 1)
    factories.make_company(other_campaign, "Abbey Mills", is_target=True)
    target = factories.make_company(campaign, "Northgate", is_target=True)
    person = factories.make_contact(campaign, joined_on=None, company=target)

    assert [one.contact_id for one in weighed(campaign, DAY).others] == [person.pk]


def test_other_peoples_cups_do_not_end_the_warm_up(campaign: Campaign, other_campaign: Campaign) -> None:
    for whose in (campaign, campaign, campaign, campaign, other_campaign):
        factories.make_meeting(factories.make_contact(whose))
    person, giver = factories.make_contact(campaign, known_as=KnownAs.KNOWN), factories.make_contact(campaign)
    factories.make_item(giver, kind=ItemKind.REFERRAL, referred=person, referral_state=ReferralState.OFFERED)

    known_first, *_ = reasons_for(campaign, [person.pk], DAY)[person.pk]

    assert known_first == "Known from before"
