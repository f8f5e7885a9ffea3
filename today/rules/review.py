"""R19: the daily review shows at most seven rows, one per contact; the rest can wait. Source: docs/method.md."""

from accounts.rules.words import Worded


class Group(Worded):
    """The kinds of rows, in the order in which they are shown."""

    INTRODUCED = "introduced", "Introduced"
    PROMISED = "promised", "Promised"
    THANK_TELL = "thank_tell", "Thank and tell"
    ASK = "ask", "Ask"
    TO_USE = "to_use", "Put to use"
    FOLLOW_UP = "follow_up", "Follow up"
    WAITING = "waiting", "Waiting"
    QUIET = "quiet", "Gone quiet"
    NO_STEP = "no_step", "No next step"
