"""R4: every planned meeting has a purpose of one of six kinds, and a new one each time. Source: docs/method.md."""

from accounts.rules.words import Worded


class PurposeKind(Worded):
    """Why this meeting, with this person, now."""

    ACQUAINT = "acquaint", "Get to know each other"
    PATH = "path", "Their view of my path"
    SKILLS = "skills", "Whether my skills support it"
    POSITION = "position", "Their view of the position"
    SOMEBODY = "somebody", "Somebody I should talk to"
    CHANGED = "changed", "Show what I changed"
