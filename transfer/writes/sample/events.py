"""Two events of the sample: a trade fair at the beginning, of which coffees came, and a meetup the other day."""

from datetime import date
from typing import Final

from campaigns.models import Campaign
from meetings.models import Event
from meetings.rules.events import EncounterAnswer, EventKind
from outcomes.models import FollowUp
from relationships.rules.events import Met
from relationships.writes import follow_ups
from relationships.writes.events import write_met
from transfer.rules.sample_days import day_from

FAIR, MEETUP, LET_GO = -41, -3, -36
AT_THE_FAIR: Final = (
    Met(name="Tove Marrick", company="Quayside Roasters", shared="Cold rooms", answer=EncounterAnswer.AGREED),
    Met(name="Mireille Vossanne", company="Quayside Roasters", answer=EncounterAnswer.AGREED, note="Buys a roaster."),
    Met(name="Odette Farnworthy", company="Harrow & Vane Dairy", answer=EncounterAnswer.AGREED),
    Met(name="Keir Solway", company="Larkfield Search"),
    Met(name="Bas Winterbourn", answer=EncounterAnswer.NOT_INTERESTED, note="Was looking for somebody else."),
)
AT_THE_MEETUP: Final = (
    Met(name="Anouk Devereld", company="Pellworm Drinks", shared="Both rowed at Aldermoor",
        answer=EncounterAnswer.AGREED, heard=True),
    Met(name="Ines Calloway", company="Marsh Engineering", heard=True),
)  # fmt: skip


def go_to_the_fair(campaign: Campaign, today: date) -> None:
    """Three agreed to meet again; one of them was never written to, and is to be asked today."""
    day = day_from(today, FAIR)
    event = Event.objects.create(
        campaign=campaign,
        name="Trade fair",
        place="Aldermoor Hall",
        day=day,
        what_for="Two or three who agree to meet again",
    )
    write_met(event, AT_THE_FAIR, day)
    tove = FollowUp.objects.open().filter(campaign=campaign, contact__name="Tove Marrick")
    follow_ups.drop(tove, day_from(today, LET_GO))


def go_to_the_meetup(campaign: Campaign, today: date) -> None:
    """For people who look for work: the card was said, as it stood that day."""
    day = day_from(today, MEETUP)
    event = Event.objects.create(
        campaign=campaign,
        kind=EventKind.TRANSITION.value,
        name="Meetup for people who look for work",
        place="Aldermoor library",
        day=day,
        ask="Would you introduce me to one person who runs a plant of that size?",
    )
    write_met(event, AT_THE_MEETUP, day)
