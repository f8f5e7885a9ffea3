"""R1: a contact joins the network when the user says so, or with the first thing that the user records for it.

Source: docs/method.md.
"""

from typing import Final

from accounts.rules.words import Worded

BULK_LIMIT: Final = 200


class JoinedBecause(Worded):
    """What the user said or recorded first."""

    SAID_SO = "said_so", "You added them"
    INVITATION = "invitation", "You sent an invitation"
    MEETING = "meeting", "You planned a coffee"
    TOUCH = "touch", "You wrote or spoke"
    FOLLOW_UP = "follow_up", "You noted a follow-up"
    OBTAINED = "obtained", "They gave you something"
    REFERRAL = "referral", "Somebody named them to you"
    ENCOUNTER = "encounter", "They agreed to meet again"


def may_go_back(*, has_evidence: bool) -> bool:
    """Back to the address book only while nothing that was recorded speaks for the network."""
    return not has_evidence
