"""R18: the user's own templates, and how another language says the days of a message."""

from dataclasses import replace
from datetime import date

from django.utils import translation
from django.utils.formats import date_format

from campaigns.models import Campaign, MessageTemplate
from relationships.rules.messages.composing import Template
from relationships.rules.messages.facts import DayWords, MessageFacts


def own_templates(campaign: Campaign, language: str) -> dict[str, Template]:
    """By occasion."""
    mine = MessageTemplate.objects.filter(campaign=campaign, language=language)
    return {one.occasion: Template(long=one.long, short=one.short) for one in mine}


def in_its_words(facts: MessageFacts, language: str) -> MessageFacts:
    """With the days as this language writes them: `Dienstag 8. Dezember`, two of them with a stroke between."""
    if not language:
        return facts
    with translation.override(language):
        offered = [f"{date_format(day, 'l')} {_day(day)}" for day in facts.days]
        words = DayWords(
            days=" / ".join(offered),
            times=" / ".join(f"{day}, {time}" for day, time in zip(offered, facts.times, strict=False)),
            last_met=_day(facts.last_met),
            event_on=_day(facts.event_on),
            said_no_on=_day(facts.said_no_on),
            given_on=_day(facts.given.day if facts.given else None),
        )
    return replace(facts, in_other_words=words)


def _day(day: date | None) -> str:
    return date_format(day, "MONTH_DAY_FORMAT") if day else ""
