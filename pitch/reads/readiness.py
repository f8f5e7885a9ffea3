"""Whether the pitch is ready (R12), asked of the rows as they stand."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import CharField, Value

from campaigns.models import Campaign
from pitch.models import PitchVersion, Skill, Story
from pitch.rules import readiness
from pitch.rules.versions import PITCHES, Spoken

SKILL: Final = "skill"
STORY: Final = "story"


def readiness_of(campaign: Campaign) -> list[readiness.Check]:
    """What should be ready before meeting anyone, of the rows only what it asks, in one query.

    What is missing is not among it in the first two days of the search.
    """
    checks = _checks(campaign, *_read(campaign))
    if readiness.counts_what_is_missing(campaign.started_on, campaign.owner.today()):
        return checks
    return [check for check in checks if check.ok]


def readiness_from(
    campaign: Campaign, skills: list[Skill], stories: list[Story], current: Mapping[Spoken, PitchVersion]
) -> list[readiness.Check]:
    """All of it, of rows that the page has read already."""
    told = [_told(story.wrong, story.did, story.came_of_it, story.skill_id) for story in stories]
    said = {kind: readiness.Card(text=one.text, ask=one.ask, seconds=one.seconds) for kind, one in current.items()}
    return _checks(campaign, [skill.text for skill in skills], told, said)


def _read(campaign: Campaign) -> tuple[list[str], list[readiness.Told], dict[Spoken, readiness.Card]]:
    mine: Any = {"campaign": campaign}
    nothing = Value("")
    stories = Story.objects.filter(**mine).order_by()
    skills = Skill.objects.filter(**mine).order_by()
    pitches = PitchVersion.objects.filter(**mine, kind__in=PITCHES).current().order_by()
    told = stories.values_list(Value(STORY, output_field=CharField()), "wrong", "did", "came_of_it", "skill_id")
    rows = told.union(
        skills.values_list(Value(SKILL), "text", nothing, nothing, "pk"),
        pitches.values_list("kind", "text", "ask", nothing, "seconds"),
        all=True,
    )
    words, whole, said = [], [], {}
    for kind, first, second, third, number in rows:
        if kind == SKILL:
            words.append(first)
        elif kind == STORY:
            whole.append(_told(first, second, third, number))
        else:
            said[Spoken(kind)] = readiness.Card(text=first, ask=second, seconds=number)
    return words, whole, said


def _told(wrong: str, did: str, came_of_it: str, skill_id: int | None) -> readiness.Told:
    return readiness.Told(wrong=wrong, did=did, came_of_it=came_of_it, proves_a_skill=skill_id is not None)


def _checks(
    campaign: Campaign, skills: list[str], stories: list[readiness.Told], said: Mapping[Spoken, readiness.Card]
) -> list[readiness.Check]:
    background = said.get(Spoken.ONE_TO_ONE)
    return readiness.checks(
        readiness.Pitch(
            situation=campaign.how_i_say_it,
            position=campaign.position,
            skills=skills,
            stories=stories,
            background=background.text if background else "",
            card=said.get(Spoken.CARD),
        )
    )
