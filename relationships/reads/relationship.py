"""What an invitation or a plan has to know of somebody: what was asked before, and whether a name may be asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from contacts.models import Contact
from meetings.models import Invitation, Meeting
from meetings.rules.asking import ready_words
from meetings.rules.purpose import EarlierPurpose, PurposeKind
from outcomes.models import ObtainedItem
from relationships.reads.guesses import guesses_for
from relationships.reads.history import history_of
from relationships.rules.may_be_asked import open_invitation
from relationships.rules.next_step import carries

SHORT: Final = 160


@dataclass(frozen=True, kw_only=True)
class Relationship:
    """How things stand with one contact (R3, R4)."""

    contact: Contact
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
    history, last = history_of(contact), last_conversation(contact)
    return Relationship(
        contact=contact,
        earlier=tuple(earlier_purposes(contact)),
        carries_a_referral=carries(history),
        ready=ready_words(times_met=len(history.held), told_of_use=history.told_of_use, we_talk=history.we_talk),
        last_met=last.day if last else None,
        last_words=last.remember if last else "",
        guesses=guesses_for(contact),
        asked=Invitation.objects.get(pk=asked.invitation_id) if (asked := open_invitation(history)) else None,
    )


def last_conversation(contact: Contact) -> Meeting | None:
    """The latest meeting held with them."""
    return Meeting.objects.held().filter(contact=contact).order_by("-day", "-pk").first()


def earlier_purposes(contact: Contact) -> list[EarlierPurpose]:
    """The meetings held with this contact for a purpose, each with what they gave, or else what was noted."""
    held = Meeting.objects.held().filter(contact=contact).exclude(purpose_kind="").order_by("day", "pk")
    meetings = list(held.values_list("pk", "purpose_kind", "day", "remember"))
    given = _given(pk for pk, *_ in meetings)
    return [
        EarlierPurpose(kind=PurposeKind(kind), day=day, result=given.get(pk) or first_line(remember))
        for pk, kind, day, remember in meetings
    ]


def _given(meetings: Iterable[int]) -> dict[int, str]:
    """The first thing that was given at each of these meetings."""
    items = ObtainedItem.objects.filter(meeting__in=list(meetings)).exclude(text="").order_by("-day", "-pk")
    return dict(items.values_list("meeting_id", "text"))


def first_line(text: str) -> str:
    """The beginning of a note, for a list."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"
