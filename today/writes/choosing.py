"""R19: the rows of a day are chosen once, at the day's first look at any page, and stay those of the day."""

from django.db import transaction

from campaigns.models import Campaign
from campaigns.rules.business_days import days_off
from campaigns.rules.progress import week_start
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.rules.steps import NextStep
from today.models import ChosenRow
from today.reads.next_people import weighed
from today.reads.planned import Talk, above, booked_next_days, talks
from today.reads.to_choose import might_have_a_row
from today.rules.day_rows import asks_today, rows_of_the_day
from today.rules.next_people import best, proposals


def choose_rows(campaign: Campaign, moment: Moment) -> None:
    """Choose them, unless that was done or nobody is in the network yet. Two tabs at the first look choose once."""
    if campaign.contacts.in_network().exists():  # asked before the lock: a look waits for nobody who writes
        _choose_once(campaign, moment)


@transaction.atomic
def _choose_once(campaign: Campaign, moment: Moment) -> None:
    locked = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    if locked.rows_chosen_on != moment.today:
        ChosenRow.objects.filter(campaign=campaign).delete()
        ChosenRow.objects.bulk_create(
            ChosenRow(
                campaign=campaign,
                contact_id=contact_id,
                day=moment.today,
                place=place,
                kind=step.kind.value,
                about=step.about,
            )
            for place, (contact_id, step) in enumerate(_chosen(campaign, moment))
        )
        locked.rows_chosen_on = moment.today
        locked.save(update_fields=["rows_chosen_on"])
    campaign.rows_chosen_on = locked.rows_chosen_on


def _chosen(campaign: Campaign, moment: Moment) -> list[tuple[int, NextStep]]:
    found = talks(campaign, moment)
    met = above(found, moment.today).people
    to_ask = _to_ask(campaign, moment, found, met)
    ids = [*might_have_a_row(campaign, moment.today, met=met), *to_ask]
    steps = next_steps(campaign, ids, moment)
    return [(contact_id, steps[contact_id]) for contact_id in rows_of_the_day(steps, to_ask)]


def _to_ask(campaign: Campaign, moment: Moment, found: list[Talk], met: set[int]) -> list[int]:
    """Who was planned for this day (R22); else the best of whom to ask, if this is a day to ask somebody."""
    today = moment.today
    off = days_off(campaign.pauses.standing(today).values_list("from_day", "to_day"))
    wanted = asks_today(
        invited=campaign.invitations.sent_between(week_start(today), today).count(),
        wanted=campaign.weekly_invitations,
        booked=booked_next_days(found, today),
        today=today,
        off=off,
    )
    if today in off or not (wanted or campaign.planned_asks.filter(day=today).exists()):
        return []
    cups = campaign.contacts.cups().count()
    candidates = [one for one in weighed(campaign, today).others if one.contact_id not in met]
    new, again = proposals(candidates, today, cups=cups)
    planned = [one.contact_id for one in [*new, *again] if one.is_planned]
    first = best(new, again, cups=cups) if wanted else None
    return planned or ([first.contact_id] if first else [])
