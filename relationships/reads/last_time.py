"""When somebody was last spoken to, and what is to be remembered of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meetings.models import Meeting, Touch
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from relationships.rules.history import History


@dataclass(frozen=True, kw_only=True)
class LastTime:
    """When they last spoke, and what is to be remembered of it.

    `touch` is the message or call where no meeting was held.
    """

    day: date
    words: str
    touch: Touch | None = None


def last_time_of(
    meetings: Sequence[Meeting], touches: Sequence[Touch], follow_ups: Iterable[FollowUp]
) -> LastTime | None:
    """The last conversation with its notes; where none was held, the last message or call. The earliest stand first."""
    held = [meeting for meeting in meetings if meeting.status == Status.HELD]
    if held:
        return LastTime(day=held[-1].day, words=held[-1].remember)
    if not touches:
        return None
    touch = touches[-1]
    only_done = touch.text in {one.text for one in follow_ups if one.touch_id == touch.pk}
    return LastTime(day=touch.day, words="" if only_done else touch.text, touch=touch)


def last_time_on(history: History) -> date | None:
    """Its day alone."""
    return max([meeting.day for meeting in history.held] or [touch.day for touch in history.touches], default=None)


def last_times(histories: Mapping[int, History]) -> dict[int, LastTime]:
    """The same of many, in three queries: the notes of the last conversation, and messages where none was held."""
    last_held = [history.held[-1].meeting_id for history in histories.values() if history.held]
    unmet = [pk for pk, history in histories.items() if history.touches and not history.held]
    meetings = {meeting.contact_id: [meeting] for meeting in Meeting.objects.filter(pk__in=last_held).order_by()}
    touches, follow_ups = defaultdict(list), defaultdict(list)
    for touch in Touch.objects.filter(contact__in=unmet).order_by("day", "pk"):
        touches[touch.contact_id].append(touch)
    for one in FollowUp.objects.filter(contact__in=unmet, touch__isnull=False).order_by():
        follow_ups[one.contact_id].append(one)
    found = {pk: last_time_of(meetings.get(pk, []), touches[pk], follow_ups[pk]) for pk in histories}
    return {pk: last for pk, last in found.items() if last}
