"""R7: days are calendar days, business days Monday to Friday; nothing is created overdue, and red is for promises.

Source: docs/method.md.
"""

from accounts.rules.words import Worded


class FollowUpKind(Worded):
    """Why something is to be done for, or by, a contact."""

    ACTION = "action", "You wanted to"
    PROMISE = "promise", "Promised"
    THANK_YOU = "thank_you", "Thank-you"
    TELL = "tell", "Tell"
    WAITING = "waiting", "They said they would"
