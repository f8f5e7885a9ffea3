"""What stands about one contact, read for the rules: the derived side of relationships.writes.standing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contacts.models import CommonGround, Contact
from contacts.rules.phases import Evidence, Phase, phase_of, reached
from meetings.models import Invitation, Meeting, Touch
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, ObtainedItem


def evidence_of(contact: Contact) -> Evidence:
    """The earliest standing day of each kind of evidence (R2)."""
    agreed = [
        *_days(Invitation.objects.filter(contact=contact, answer=Answer.YES).values_list("answered_on", flat=True)),
        *(
            min(planned or day, day)
            for planned, day in Meeting.objects.agreed().filter(contact=contact).values_list("planned_on", "day")
        ),
    ]
    found = _days(CommonGround.objects.found().filter(contact=contact).values_list("found_on", flat=True))
    touches = _days(Touch.objects.received().filter(contact=contact).values_list("day", flat=True))
    obtained = _days(ObtainedItem.objects.filter(contact=contact).values_list("day", flat=True))
    return Evidence(
        common_ground=min(found, default=None),
        known_from_before=contact.known_from_before,
        one_on_one_agreed=min(agreed, default=None),
        touch_received=min(touches, default=None),
        obtained=min(obtained, default=None),
    )


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the copies on the contact must say."""

    phase: str
    obtain_on: date | None
    use_on: date | None
    held_count: int
    first_held_on: date | None
    last_spoke_on: date | None
    next_due_on: date | None
    next_meeting_on: date | None


def standing_of(contact: Contact) -> Standing:
    """Derived from the evidence by the rules, without SQL arithmetic."""
    evidence = evidence_of(contact)
    held = _days(Meeting.objects.held().filter(contact=contact).values_list("day", flat=True))
    touched = _days(Touch.objects.filter(contact=contact).values_list("day", flat=True))
    due = _days(FollowUp.objects.open().filter(contact=contact).values_list("due_on", flat=True))
    planned = _days(Meeting.objects.planned().filter(contact=contact).values_list("day", flat=True))
    days = reached(evidence) if contact.in_network else {}
    return Standing(
        phase=phase_of(evidence).value if contact.in_network else "",
        obtain_on=days.get(Phase.OBTAIN),
        use_on=days.get(Phase.USE),
        held_count=len(held),
        first_held_on=min(held, default=None),
        last_spoke_on=max([*held, *touched], default=None),
        next_due_on=min(due, default=None),
        next_meeting_on=min(planned, default=None),
    )


def stored_standing(contact: Contact) -> Standing:
    """What the copies on the contact say now."""
    return Standing(**{name: getattr(contact, name) for name in Standing.__dataclass_fields__})


def _days(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day is not None]
