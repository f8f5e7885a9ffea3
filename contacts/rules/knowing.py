"""R1: whom the user names as somebody they know is known from before the campaign; how well is kept.

Source: docs/method.md.
"""

from accounts.rules.words import Worded


class KnownAs(Worded):
    """How somebody known from before is known."""

    KNOWN = "known", "Known from before"
    WE_TALK = "we_talk", "We talk"
    LONG_AGO = "long_ago", "Long ago"
