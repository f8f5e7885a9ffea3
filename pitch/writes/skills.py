"""The three skills, written together, or one with the story that proves it."""

from collections.abc import Mapping
from typing import Final

from django.db import transaction

from campaigns.models import Campaign
from pitch.models import Skill

PLACES: Final = (1, 2, 3)


@transaction.atomic
def set_skills(campaign: Campaign, skills: Mapping[int, str]) -> None:
    """Each place gets its words; an emptied place is free again, and its stories prove no skill until told which."""
    for place, text in skills.items():
        if text:
            Skill.objects.update_or_create(campaign=campaign, place=place, defaults={"text": text})
        else:
            Skill.objects.filter(campaign=campaign, place=place).delete()


def add_skill(campaign: Campaign, text: str) -> Skill | None:
    """The skill of these words, in the first free place where it is new; None where all three are taken.

    Called inside the transaction of the story that proves it.
    """
    Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=campaign.pk)
    there = {skill.place: skill for skill in Skill.objects.filter(campaign=campaign)}
    same = next((skill for skill in there.values() if skill.text.casefold() == text.casefold()), None)
    free = next((place for place in PLACES if place not in there), None)
    if same or free is None:
        return same
    return Skill.objects.create(campaign=campaign, place=free, text=text)
