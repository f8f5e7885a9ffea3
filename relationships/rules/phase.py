"""R2: the evidence that stands about one person, from which their phase follows. Source: docs/method.md.

Who is known from before without a year was known before every other day.
"""

from datetime import date

from contacts.rules.phases import Evidence
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from relationships.rules.history import History


def evidence_of(history: History) -> Evidence:
    """The earliest standing day of each kind of evidence."""
    said_yes = [one.answered_on for one in history.invitations if one.answer is Answer.YES and one.answered_on]
    agreed = [meeting.agreed_on for meeting in history.meetings if meeting.status is not Status.NO_SHOW]
    received = [touch.day for touch in history.touches if touch.direction is Direction.RECEIVED]
    return Evidence(
        common_ground=min(history.common_ground, default=None),
        known_from_before=(history.known_since or date.min) if history.is_known else None,
        one_on_one_agreed=min([*said_yes, *agreed], default=None),
        touch_received=min(received, default=None),
        obtained=min((item.day for item in history.given), default=None),
    )
