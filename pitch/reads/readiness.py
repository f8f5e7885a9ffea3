"""Whether the pitch is ready (R12), asked of the rows as they stand."""

from django.db.models import Value

from campaigns.models import Campaign
from pitch.models import Skill, Story
from pitch.rules import readiness


def readiness_of(campaign: Campaign) -> list[readiness.Check]:
    """What should be ready before meeting anyone: of stories and skills only what it asks, in one query."""
    stories = Story.objects.filter(campaign=campaign).order_by()
    skills = Skill.objects.filter(campaign=campaign).order_by()
    told = stories.values_list(Value("story"), "wrong", "did", "came_of_it", "skill_id")
    rows = list(told.union(skills.values_list(Value("skill"), "text", Value(""), Value(""), "pk"), all=True))
    return _checks(
        campaign,
        [text for kind, text, *_ in rows if kind == "skill"],
        [_told(*parts) for kind, *parts in rows if kind == "story"],
    )


def readiness_from(campaign: Campaign, skills: list[Skill], stories: list[Story]) -> list[readiness.Check]:
    """The same, of rows that the page has read already."""
    told = [_told(story.wrong, story.did, story.came_of_it, story.skill_id) for story in stories]
    return _checks(campaign, [skill.text for skill in skills], told)


def _told(wrong: str, did: str, came_of_it: str, skill_id: int | None) -> readiness.Told:
    return readiness.Told(wrong=wrong, did=did, came_of_it=came_of_it, proves_a_skill=skill_id is not None)


def _checks(campaign: Campaign, skills: list[str], stories: list[readiness.Told]) -> list[readiness.Check]:
    return readiness.checks(readiness.Pitch(position=campaign.position, skills=skills, stories=stories))
