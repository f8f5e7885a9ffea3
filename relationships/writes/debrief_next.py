"""R6 and R7: what follows from a debrief. New rows in one statement; open ones of the same meeting are corrected."""

from collections.abc import Iterator
from datetime import date

from meetings.models import Meeting
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.reads.debrief import Logged
from relationships.rules import debrief as rules
from relationships.rules.debrief import Debrief, Next


def write_next(meeting: Meeting, debrief: Debrief, before: Logged, today: date) -> None:
    FollowUp.objects.bulk_create(_rows(meeting, debrief, before, today))


def _rows(meeting: Meeting, debrief: Debrief, before: Logged, today: date) -> Iterator[FollowUp]:
    """The rows that are new; what stood open is corrected on the way."""
    name = meeting.contact.short_name
    thanks = rules.thanks(debrief, name, today)
    if thanks and before.thanks is None:
        yield _row(meeting, FollowUpKind.THANK_YOU, thanks, today, by_rule=True)
    again = Next(text=rules.again_words(name), due=debrief.again) if debrief.again else None
    written = (
        (FollowUpKind.PROMISE, before.promised, _as_written(debrief.promised)),
        (FollowUpKind.WAITING, before.waiting, _as_written(debrief.waiting)),
        (FollowUpKind.ACTION, before.again, again),
    )
    for kind, stood, now in written:
        if stood:
            _correct(stood, now, today)
        elif now:
            yield _row(meeting, kind, now, today)


def _as_written(promise: rules.Promise | None) -> Next | None:
    return Next(text=promise.text, due=promise.due) if promise else None


def _row(meeting: Meeting, kind: FollowUpKind, row: Next, today: date, *, by_rule: bool = False) -> FollowUp:
    """Nothing is created overdue (R7)."""
    return FollowUp(
        campaign_id=meeting.campaign_id,
        contact_id=meeting.contact_id,
        meeting=meeting,
        kind=kind.value,
        text=row.text[:500],
        due_on=max(row.due, today),
        by_rule=by_rule,
        created_on=today,
    )


def _correct(stood: FollowUp, now: Next | None, today: date) -> None:
    """Written otherwise, or taken away: then it is dropped. A day that is past stays as it was promised."""
    if now is None:
        stood.status, stood.closed_on = FollowUpStatus.DROPPED, today
    elif (stood.text, stood.due_on) == (now.text, now.due):
        return
    else:
        stood.text, stood.due_on = now.text, now.due if now.due == stood.due_on else max(now.due, today)
    stood.save(update_fields=["text", "due_on", "status", "closed_on"])
