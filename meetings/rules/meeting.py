"""The words of a meeting: a one-on-one with one contact. Source: docs/method.md."""

from accounts.rules.words import Worded


class Status(Worded):
    """What became of a meeting that was agreed."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"
    NO_SHOW = "no_show", "No-show"


class Mode(Worded):
    """How the two of them meet."""

    IN_PERSON = "in_person", "In person"
    VIDEO = "video", "Video"
    PHONE = "phone", "Phone"
