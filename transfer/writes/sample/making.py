"""The sample campaign as a whole: what is sought, then nine weeks of coffees, what is open today, the research."""

from datetime import date, timedelta
from typing import Final

from django.db import transaction

from campaigns.models import Campaign
from campaigns.rules.situation import Situation
from contacts.writes.companies import make_target
from pitch.models import Story
from pitch.writes.skills import set_skills
from transfer.writes.sample.coffees import drink_coffees
from transfer.writes.sample.events import go_to_the_fair, go_to_the_meetup
from transfer.writes.sample.open_things import leave_open
from transfer.writes.sample.people import fill_address_book, know_people
from transfer.writes.sample.pitches import say_it
from transfer.writes.sample.research import find_out
from transfer.writes.sample.uses import use_what_was_given

NAME: Final = "Sample campaign"
WEEKS: Final = timedelta(weeks=9)
TARGETS: Final = ("Greenlow Foods", "Brightmill Foods", "Northgate Bakeries", "Saltmarsh Seafood", "Quayside Roasters")
SKILLS: Final = {1: "Late plants back on time", 2: "Change with the workforce", 3: "Cost without cuts"}
STORIES: Final = (
    {
        "title": "Late line, on time in 11 weeks",
        "wrong": "A bakery line at Tillerman shipped late four days in ten; two customers had given notice.",
        "did": "Put planners and night shift in one room each Monday and gave them one board.",
        "came_of_it": "96% on time in eleven weeks. Both customers stayed.",
        "trigger": "get a plant delivering on time again.",
    },
    {
        "title": "The night-shift vote",
        "wrong": "A new shift pattern had been refused twice.",
        "did": "Asked the crew to design it, with cost as the only limit.",
        "came_of_it": "They voted it in, 61 to 8.",
        "trigger": "bring a crew through change.",
    },
    {
        "title": "Waste halved, no job lost",
        "wrong": "Flour and film losses cost 400,000 a year.",
        "did": "Weighed waste by shift and shared the saving.",
        "came_of_it": "Losses halved in two seasons.",
        "trigger": "take out cost and keep the crew.",
    },
)


class NotEmpty(Exception):
    """There are people in the campaign already."""


@transaction.atomic
def make_sample(campaign: Campaign, today: date) -> bool:
    """Fill an empty campaign; answers False where the sample is there already. Raises NotEmpty for any other people."""
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if campaign.contacts.exists():
        if campaign.name == NAME:
            return False
        raise NotEmpty
    _say_what_is_sought(campaign, today)
    stories = _tell_stories(campaign)
    fill_address_book(campaign, today)
    go_to_the_fair(campaign, today)
    drink_coffees(campaign, stories, today)
    know_people(campaign, today)
    say_it(campaign, today)
    use_what_was_given(campaign, today)
    go_to_the_meetup(campaign, today)
    leave_open(campaign, stories, today)
    find_out(campaign, today)
    return True


def _say_what_is_sought(campaign: Campaign, today: date) -> None:
    campaign.name = NAME
    campaign.situation, campaign.situation_words = Situation.ENDED.value, "March"
    campaign.started_on = today - WEEKS
    campaign.target_on = today + timedelta(weeks=18)
    campaign.worked_at = "Tillerman Group\nLowfield Print"
    campaign.studied_at = "Aldermoor College"
    campaign.welcomed = True
    campaign.save()
    for rank, name in enumerate(TARGETS, start=1):
        make_target(campaign, name, rank)


def _tell_stories(campaign: Campaign) -> list[Story]:
    set_skills(campaign, SKILLS)
    skills = campaign.skills.order_by("place")
    return [
        Story.objects.create(campaign=campaign, skill=skill, **story)
        for skill, story in zip(skills, STORIES, strict=True)
    ]
