"""Whether the pitch is ready (R12), asked of the rows as they stand."""

from typing import Final

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from pitch.models import Skill, Story
from pitch.rules import readiness


def readiness_of(campaign: Campaign) -> list[readiness.Check]:
    """What should be ready before meeting anyone, in two queries."""
    skills = [text for (text,) in _SKILLS.rows(campaign.pk)]
    stories = [
        readiness.Told(wrong=wrong, did=did, came_of_it=came_of_it, proves_a_skill=skill_id is not None)
        for wrong, did, came_of_it, skill_id in _STORIES.rows(campaign.pk)
    ]
    return readiness.checks(readiness.Pitch(position=campaign.position, skills=skills, stories=stories))


_SKILLS: Final = Prepared(lambda pk: Skill.objects.filter(campaign=pk).values_list("text"))
_STORIES: Final = Prepared(
    lambda pk: Story.objects.filter(campaign=pk).values_list("wrong", "did", "came_of_it", "skill_id")
)


def readiness_from(campaign: Campaign, skills: list[Skill], stories: list[Story]) -> list[readiness.Check]:
    """The same, of rows that the page has read already."""
    return readiness.checks(
        readiness.Pitch(
            position=campaign.position,
            skills=[skill.text for skill in skills],
            stories=[
                readiness.Told(
                    wrong=story.wrong,
                    did=story.did,
                    came_of_it=story.came_of_it,
                    proves_a_skill=story.skill_id is not None,
                )
                for story in stories
            ],
        )
    )
