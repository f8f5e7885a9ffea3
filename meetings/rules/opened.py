"""A message that was opened elsewhere: in which form it was written. Source: docs/method.md."""

from accounts.rules.words import Worded


class WrittenIn(Worded):
    """The form that *Sent* would have saved."""

    INVITE = "invite", "An invitation"
    REMIND = "remind", "A reminder"
    TOUCH = "touch", "A message"
