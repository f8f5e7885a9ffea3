"""What an invitation or a plan has to know of somebody: what was asked before, and whether a name may be asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from meetings.models import Invitation, Meeting
from meetings.rules.asking import ready_words
from meetings.rules.meeting import Status
from meetings.rules.purpose import EarlierPurpose, PurposeKind
from relationships.reads.guesses import guessed
from relationships.reads.record import Record, record_of
from relationships.rules.may_be_asked import carries, open_invitation

SHORT: Final = 160


@dataclass(frozen=True, kw_only=True)
class Relationship:
    """How things stand with one contact (R3, R4)."""

    contact: Contact
    record: Record
    earlier: tuple[EarlierPurpose, ...]
    carries_a_referral: bool
    ready: str
    last_met: date | None
    last_words: str
    guesses: list[str]
    """What they may share with the user, as far as the app knows (R2)."""

    asked: Invitation | None
    """The invitation of which a meeting with them would come now: its purpose and ask are carried along (R4)."""


def relationship_with(contact: Contact) -> Relationship:
    """The contact was read with campaign, its owner, company and who introduced them."""
    record = record_of(contact)
    history = record.history
    held = [meeting for meeting in record.meetings if meeting.status == Status.HELD]
    asked = open_invitation(history)
    return Relationship(
        contact=contact,
        record=record,
        earlier=tuple(_earlier_purposes(record, held)),
        carries_a_referral=carries(history),
        ready=ready_words(
            times_met=len(held), told_of_use=history.told_of_use, we_talk=history.known_as is KnownAs.WE_TALK
        ),
        last_met=held[-1].day if held else None,
        last_words=held[-1].remember if held else "",
        guesses=guessed(
            contact,
            introduced_by=[item.contact.name for item in record.named_by],
            noted=[line.text for line in record.shared],
        ),
        asked=next((one for one in record.invitations if asked and one.pk == asked.invitation_id), None),
    )


def _earlier_purposes(record: Record, held: Iterable[Meeting]) -> Iterator[EarlierPurpose]:
    """The meetings held with this contact for a purpose, each with what they gave, or else what was noted."""
    given = {item.meeting_id: item.text for item in reversed(record.given) if item.text}
    for meeting in held:
        if meeting.purpose_kind:
            result = given.get(meeting.pk) or first_line(meeting.remember)
            yield EarlierPurpose(kind=PurposeKind(meeting.purpose_kind), day=meeting.day, result=result)


def first_line(text: str) -> str:
    """The beginning of a note, for a list."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"
