"""The words of a touch: a message, mail or short call, sent or received. Source: docs/method.md."""

from accounts.rules.words import Worded


class Direction(Worded):
    """Which way it went."""

    SENT = "sent", "I wrote or rang"
    RECEIVED = "received", "They wrote or rang"


class Channel(Worded):
    """How it was sent."""

    MESSAGE = "message", "Message"
    MAIL = "mail", "Mail"
    CALL = "call", "Call"
    OTHER = "other", "Another way"


class Matter(Worded):
    """What it was about."""

    INVITE = "invite", "An invitation"
    REMIND = "remind", "A reminder"
    THANK = "thank", "Thanks"
    TELL = "tell", "What became of what they gave"
    INTRODUCE = "introduce", "An introduction"
    OTHER = "other", "Something else"
