"""What Bob's campaign is like before he sends something, where that is not how it stands all day long.

Each is written just before the attack and undone with it.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from campaigns.models import Campaign
from meetings.models import Invitation, Meeting, Touch
from outcomes.models import FollowUp, ObtainedItem
from relationships.rules.steps import StepKind
from relationships.writes.standing import refresh
from tests import factories
from tests.factories import DAY
from today.models import ChosenRow

AGES: Final = timedelta(days=900)


def as_it_is(campaign: Campaign) -> None:
    """As the day goes on."""


def morning(campaign: Campaign) -> None:
    """Nobody looked at a page today: the day is opened, and its rows are chosen."""
    Campaign.objects.filter(pk=campaign.pk).update(last_seen_on=DAY - timedelta(days=1), rows_chosen_on=None)


def fading(campaign: Campaign) -> None:
    """Something fades at the day's first look: 21 days, and the one day off since then."""
    person = campaign.contacts.in_network().order_by("pk")[0]
    factories.make_follow_up(person, "Fades", by_rule=True, due_on=DAY - timedelta(days=22))
    morning(campaign)


def nothing_to_do(campaign: Campaign) -> None:
    """People are known, and nothing is under way with them."""
    for model in (FollowUp, ObtainedItem, Meeting, Invitation, Touch, ChosenRow):
        model._default_manager.filter(campaign=campaign).delete()
    refresh(campaign.contacts.values_list("pk", flat=True))


def all_done(campaign: Campaign) -> None:
    """Somebody had a row, and what it was about stands no more."""
    nothing_to_do(campaign)
    known = campaign.contacts.in_network().order_by("pk")[0]
    ChosenRow.objects.create(campaign=campaign, contact=known, day=DAY, place=0, kind=StepKind.DO.value)


def after_an_absence(campaign: Campaign) -> None:
    nothing_to_do(campaign)
    Campaign.objects.filter(pk=campaign.pk).update(away_since=DAY - timedelta(days=20))


def nobody_to_ask(campaign: Campaign) -> None:
    """Everybody is put off."""
    nothing_to_do(campaign)
    campaign.contacts.update(not_now_until=DAY + AGES)
    refresh(campaign.contacts.values_list("pk", flat=True))


def a_second_campaign(campaign: Campaign) -> None:
    """There was an earlier one."""
    days = {"started_on": DAY - 2 * AGES, "ended_on": DAY - AGES}
    Campaign.objects.create(owner=campaign.owner, name="Earlier", welcomed=True, **days)


def only_an_address_book(campaign: Campaign) -> None:
    """Somebody was imported, and nobody is in the network."""
    nothing_to_do(campaign)
    campaign.contacts.update(joined_on=None, joined_because="", left_on=None, left_because="", left_until=None)
    refresh(campaign.contacts.values_list("pk", flat=True))
    morning(campaign)


SCENES: Final[dict[str, Callable[[Campaign], None]]] = {
    scene.__name__: scene
    for scene in (
        as_it_is,
        morning,
        fading,
        nothing_to_do,
        all_done,
        after_an_absence,
        nobody_to_ask,
        a_second_campaign,
        only_an_address_book,
    )
}
