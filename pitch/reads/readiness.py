"""Whether the pitch is ready (R12), asked of the rows as they stand."""

from campaigns.models import Campaign
from pitch.models import Skill, Story
from pitch.rules import readiness


def readiness_of(campaign: Campaign) -> list[readiness.Check]:
    """What should be ready before meeting anyone, in two queries."""
    skills, stories = Skill.objects.filter(campaign=campaign), Story.objects.filter(campaign=campaign)
    return readiness_from(campaign, list(skills), list(stories))


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
