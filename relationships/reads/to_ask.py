"""Who of people that were just named is asked first."""

from collections.abc import Sequence

from campaigns.models import Campaign
from relationships.reads.history import next_steps
from relationships.rules.history import Moment


def first_to_ask(campaign: Campaign, contacts: Sequence[int], moment: Moment) -> int:
    """The first of these people whose next step is to be asked; 0 where nobody's is."""
    steps = next_steps(campaign, contacts, moment)
    return next((pk for pk in contacts if pk in steps and steps[pk].kind.is_asking), 0)
