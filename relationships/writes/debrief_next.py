"""R6 and R7: what follows from a debrief. New rows in one statement; open ones of the same meeting are corrected."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from meetings.models import Meeting
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.reads.debrief import Logged, open_beside
from relationships.rules import debrief as rules
from relationships.rules.debrief import Debrief, Next
from relationships.writes.follow_ups import done


def write_next(meeting: Meeting, debrief: Debrief, before: Logged, today: date) -> None:
    """Ticked off is done first: who was thanked may be thanked once more."""
    beside = open_beside(meeting.contact, meeting)
    if ticked := [row for row in beside if row.pk in debrief.settled]:
        done(ticked, today)
    if not before.is_held:
        # To meet again was the wish, and this is the meeting, unless it took place before.
        _met_again([row for row in beside if row.meets_again and row.created_on <= meeting.day], today)
    thanks_wait = any(row.kind == FollowUpKind.THANK_YOU and row.pk not in debrief.settled for row in beside)
    FollowUp.objects.bulk_create(_rows(meeting, debrief, before, today, thanks_wait=thanks_wait))


def _met_again(rows: list[FollowUp], today: date) -> None:
    FollowUp.objects.filter(pk__in=[row.pk for row in rows], status=FollowUpStatus.OPEN).update(
        status=FollowUpStatus.DONE, closed_on=today
    )


def _rows(meeting: Meeting, debrief: Debrief, before: Logged, today: date, *, thanks_wait: bool) -> Iterator[FollowUp]:
    """The rows that are new; what stood open is corrected on the way. One open thank-you is enough."""
    name = meeting.contact.short_name
    thanks = None if thanks_wait else rules.thanks(debrief, name, today)
    if thanks and before.thanks is None:
        yield _row(meeting, FollowUpKind.THANK_YOU, thanks, today, by_rule=True)
    text = rules.again_text(before.again.text if before.again else "", name)
    again = Next(text=text, due=debrief.again) if debrief.again else None
    written = (
        (FollowUpKind.PROMISE, before.promised, _as_written(debrief.promised)),
        (FollowUpKind.WAITING, before.waiting, _as_written(debrief.waiting)),
    )
    for kind, stood, now in written:
        if stood:
            _correct(stood, now, today)
        elif now:
            yield _row(meeting, kind, now, today)
    if before.again:
        _correct(before.again, again, today)
    elif again:
        yield _row(meeting, FollowUpKind.ACTION, again, today, meets_again=True)


def _as_written(promise: rules.Promise | None) -> Next | None:
    return Next(text=promise.text, due=promise.due) if promise else None


def _row(meeting: Meeting, kind: FollowUpKind, row: Next, today: date, **fields: Any) -> FollowUp:
    """Nothing is created overdue (R7)."""
    return FollowUp(
        campaign_id=meeting.campaign_id,
        contact_id=meeting.contact_id,
        meeting=meeting,
        kind=kind.value,
        text=row.text[:500],
        due_on=max(row.due, today),
        created_on=today,
        **fields,
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
