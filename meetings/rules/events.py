"""Gatherings at which several people are met: no coffee, and no cup (section 1.4 and R5). Source: docs/method.md."""

from accounts.rules.words import Worded


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
