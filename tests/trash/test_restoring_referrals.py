"""R10, R16: an introduction that is promised again by coming back from the trash is waited for, like any other."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.items import ReferralState
from relationships.writes import introductions
from relationships.writes.leaving import come_back, leave
from relationships.writes.standing import out_of_step
from tests import factories
from trash.models import Deletion
from trash.writes.deleting import throw_away
from trash.writes.restoring import restore

DAY = factories.DAY
WEDNESDAY = date(2026, 12, 9)
WAITS = "Desmond wants to introduce you to Oriel"


@pytest.fixture
def desmond(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Desmond Achterberg")


@pytest.fixture
def item(desmond: Contact) -> ObtainedItem:
    return factories.make_referral(desmond, "Oriel Hathersey")


def of_an_earlier_release(deletion: Deletion) -> Deletion:
    """It held the promise, and nothing that waited for it."""
    deletion.rows = [row for row in deletion.rows if row["model"] != "outcomes.followup"]
    deletion.save()
    FollowUp.objects.all().delete()
    return deletion


def waits() -> list[tuple[str, str, date]]:
    return list(FollowUp.objects.values_list("text", "status", "due_on"))


@pytest.fixture(autouse=True)
def _later() -> Iterator[None]:
    with time_machine.travel(factories.at(WEDNESDAY, 9), tick=False):
        yield


@pytest.mark.parametrize("what", ["item", "contact", "referred"])
def test_what_was_deleted_before_promises_were_waited_for_is_waited_for(item: ObtainedItem, what: str) -> None:
    thing = item if what == "item" else getattr(item, what)
    restore(of_an_earlier_release(throw_away(item.campaign, thing, "It", DAY)))

    assert waits() == [(WAITS, FollowUpStatus.OPEN, date(2026, 12, 16))]
    assert list(out_of_step()) == []


@pytest.mark.parametrize("what", ["item", "contact", "referred"])
def test_what_waited_already_is_not_waited_for_twice(item: ObtainedItem, what: str) -> None:
    before = list(FollowUp.objects.values())

    restore(throw_away(item.campaign, item if what == "item" else getattr(item, what), "It", DAY))

    assert list(FollowUp.objects.values()) == before


@pytest.mark.parametrize("state", [one for one in ReferralState if one is not ReferralState.PROMISED])
def test_only_a_promise_is_waited_for(item: ObtainedItem, state: ReferralState) -> None:
    ObtainedItem.objects.update(referral_state=state)
    item.refresh_from_db()

    restore(of_an_earlier_release(throw_away(item.campaign, item, "It", DAY)))

    assert waits() == []


def test_between_people_of_whom_one_was_left_it_comes_back_with_them(item: ObtainedItem, desmond: Contact) -> None:
    leave(desmond, LeftBecause.NOT_RIGHT, today=DAY)
    restore(of_an_earlier_release(throw_away(item.campaign, item, "It", DAY)))
    assert [status for _, status, _ in waits()] == [FollowUpStatus.DROPPED]

    come_back(desmond)

    assert [status for _, status, _ in waits()] == [FollowUpStatus.OPEN]
    introductions.say(ObtainedItem.objects.get(), ReferralState.INTRODUCED, WEDNESDAY)
    assert list(out_of_step()) == []


@pytest.mark.parametrize("keeper", ["contact", "referred"])
def test_two_of_whom_one_named_the_other_are_one_without_a_loop(item: ObtainedItem, keeper: str) -> None:
    """A namesake who is the same person: nobody refers or introduces themselves, and nothing waits for it."""
    desmond, oriel = item.contact, item.referred
    assert oriel
    Contact.objects.filter(pk=oriel.pk).update(introduced_by=desmond)
    stays, goes = (desmond, oriel) if keeper == "contact" else (oriel, desmond)

    restore(throw_away(item.campaign, goes, "One", DAY), into=stays)

    assert not ObtainedItem.objects.exclude(referred=None).exists()
    assert Contact.objects.get().introduced_by is None
    assert not FollowUp.objects.of_referrals().open().exists()
    assert list(out_of_step()) == []
