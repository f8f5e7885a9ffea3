"""Gatherings at which several people are met: no coffee, and no cup (section 1.4 and R5). Source: docs/method.md."""

from datetime import date
from typing import Final

from accounts.rules.words import Worded
from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff, add_business_days
from campaigns.rules.days import MONTHS

FOLLOWED_WITHIN: Final = 2
"""Business days after the event within which who agreed to meet again is written to."""

ARTICLES: Final = frozenset({"the", "a", "an", "our", "my"})
GATHERINGS: Final = frozenset(
    {
        "alumni", "breakfast", "career", "chamber", "christmas", "conference", "dinner", "evening", "exhibition",
        "fair", "job", "lecture", "lunch", "meeting", "meetup", "networking", "open", "panel", "party", "reception",
        "seminar", "summer", "summit", "trade", "training", "webinar", "wedding", "workshop",
    }
)  # fmt: skip
"""Words that are no name of their own: in a sentence they take an article, and no capital."""


class EventKind(Worded):
    """What the event is for decides what is done there."""

    GENERAL = "general", "Not about finding work"
    TRANSITION = "transition", "For people who look for work"


class EncounterAnswer(Worded):
    """What somebody who was met there said to meeting again; empty: nothing was said of it."""

    AGREED = "agreed", "Agreed to meet again"
    NOT_INTERESTED = "not", "Not interested"


class QuestionResult(Worded):
    """What became of a question that was to be asked at a meeting; empty: it is planned (R14)."""

    ANSWERED = "answered", "Answered"
    NOT_ASKED = "not_asked", "Not asked"


def spoken_event(name: str) -> str:
    """In a sentence: `the trade fair` for `Trade fair, Aldermoor Hall`, `the Anuga trade fair`, `Anuga`."""
    spoken = name.partition(",")[0].strip() or name.strip()
    first, *others = spoken.split() or [""]
    if first.lower() in ARTICLES:
        return spoken[:1].lower() + spoken[1:]
    if first.lower() in GATHERINGS:
        return f"the {spoken[:1].lower()}{spoken[1:]}"
    return f"the {spoken}" if any(word.lower() in GATHERINGS for word in others) else spoken


def how_we_met(name: str, day: date) -> str:
    """`Trade fair, 23 November 2026`."""
    return f"{name}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def ask_words(called: str, event: str) -> str:
    """What is to be done for who agreed to meet again."""
    return f"Ask {called} for 20 minutes, as agreed at {spoken_event(event)}"


def ask_by(day: date, today: date, off: DaysOff = NO_DAYS_OFF) -> date:
    """Within two business days after the event; nothing is created overdue (R7)."""
    return max(add_business_days(day, FOLLOWED_WITHIN, off), today)


def joins(answer: str) -> bool:
    """R1: only who agreed to meet again is in the network by an event."""
    return answer == EncounterAnswer.AGREED
