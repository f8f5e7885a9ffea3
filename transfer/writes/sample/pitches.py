"""What the sample says of itself, in versions: some revised with what somebody gave, and told at the coffees."""

from datetime import date
from typing import Final

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting, Telling
from outcomes.models import ObtainedItem
from pitch.models import PitchVersion
from pitch.rules.versions import ChangeReason, Said, Spoken, Why
from pitch.writes.versions import measure
from relationships.writes.using import revise
from transfer.rules.sample_days import day_from

POSITION: Final = "Operations director in a food maker of 200 to 800 people, within an hour of Aldermoor."
BACKGROUND: Final = (
    "I have run food and packaging plants for eighteen years, the last seven at Tillerman. My site closed in March, "
    "when the group moved north. I am looking for a position as operations director in a food maker of two to eight "
    "hundred people, within an hour of Aldermoor. Before I decide anything, I am asking a few people how it looks "
    "from their side."
)
FIRST_CARD: Final = (
    "I am looking for a position as operations director in a food maker of two to eight hundred people. I take out "
    "cost without taking out people, I bring a workforce through change, and I get late plants delivering on time."
)
CARD: Final = (
    "I have run food and packaging plants for eighteen years, and I am looking for a position as operations "
    "director in a food maker of two to eight hundred people, within an hour of Aldermoor. I get late plants "
    "delivering on time, I bring a workforce through change, and I take out cost without taking out people. At "
    "Tillerman one bakery line was late four days in ten; eleven weeks later it was on time ninety-six days in a "
    "hundred, and both customers stayed. If you hear of anyone who is looking for a person to get a plant "
    "delivering on time again, please think of me."
)
ASK: Final = "Today, would you introduce me to one person who runs a plant of that size?"
SAID: Final = (
    (-62, Spoken.POSITION, Said(text="A senior role in operations."), None),
    (-48, Spoken.POSITION, Said(text="Operations director in a food maker, near Aldermoor."), ChangeReason.CLEARER),
    (-45, Spoken.ONE_TO_ONE, Said(text=BACKGROUND), None),
    (-38, Spoken.POSITION, Said(text=POSITION), ChangeReason.ADVICE),
    (-30, Spoken.CARD, Said(text=FIRST_CARD), None),
    (-4, Spoken.CARD, Said(text=CARD, ask=ASK), ChangeReason.ADVICE),
)
MEASURED: Final = 54
GIVEN: Final = "Open with late deliveries, not cost"
HEARD_IT: Final = ("Graham Estevane", "Annika Sorrel", "Jonah Petrelund")


def say_it(campaign: Campaign, today: date) -> None:
    """In the order of the days; the last card was revised with what Graham gave, who is to be told."""
    for day, kind, said, reason in SAID:
        item = ObtainedItem.objects.get(campaign=campaign, text=GIVEN) if said.ask else None
        revise(campaign, kind, said, today=day_from(today, day), why=Why(reason=reason), item=item)
    card = PitchVersion.objects.filter(campaign=campaign, kind=Spoken.CARD).latest("number")
    measure(card, MEASURED)
    background = PitchVersion.objects.get(campaign=campaign, kind=Spoken.ONE_TO_ONE)
    for person in Contact.objects.filter(campaign=campaign, name__in=HEARD_IT):
        met = Meeting.objects.held().filter(contact=person).latest("day")
        Telling.objects.create(campaign=campaign, contact=person, meeting=met, version=background, day=met.day)
