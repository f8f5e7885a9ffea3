"""The three skills, written together."""

from collections.abc import Mapping

from django.db import transaction

from campaigns.models import Campaign
from pitch.models import Skill


@transaction.atomic
def set_skills(campaign: Campaign, skills: Mapping[int, str]) -> None:
    """Each place gets its words; an emptied place is free again, and its stories prove no skill until told which."""
    for place, text in skills.items():
        if text:
            Skill.objects.update_or_create(campaign=campaign, place=place, defaults={"text": text})
        else:
            Skill.objects.filter(campaign=campaign, place=place).delete()
