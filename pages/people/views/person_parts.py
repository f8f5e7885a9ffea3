"""What the parts of a person's page say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from contacts.models import Contact
from contacts.reads.ways import WaysOf, shown_ways
from contacts.rules.joining import JoinedBecause
from contacts.rules.knowing import KnownAs
from contacts.rules.part_days import birthday_words, since_words
from contacts.rules.phases import Phase
from meetings.rules.cups import cups_and_refills
from outcomes.models import ObtainedItem
from outcomes.rules.items import ReferralState
from pages.people.views.next_action import supplies
from pitch.models import Story
from relationships.reads.last_time import LastTime
from relationships.reads.record import Record
from relationships.rules.iou import IouStep, iou
from relationships.rules.phase import evidence_of
from relationships.rules.timeline_words import touch_words


@dataclass(frozen=True, kw_only=True)
class PhaseStep:
    """A phase, and for each piece of evidence where it is supplied; empty where it is there."""

    step: IouStep
    checks: list[tuple[Any, str]]


def phases(record: Record, today: date) -> list[PhaseStep]:
    """The three phases; none for somebody of the address book."""
    person, history = record.contact, record.history
    if person.joined_on is None:
        return []
    steps = iou(
        evidence_of(history),
        joined_on=person.joined_on,
        joined_because=JoinedBecause(person.joined_because),
        shared=len(history.common_ground),
        given=len(history.given),
        today=today,
    )
    return [
        PhaseStep(
            step=step,
            checks=[
                (check, supplies(person, check.missing, history) if check.missing else "") for check in step.checks
            ],
        )
        for step in steps
    ]


def last_time(record: Record) -> dict[str, Any] | None:
    """The last conversation, or else the last message or call, with its day."""
    last = record.last_time
    return {"day": last.day, "what": way_of(last, record.contact), "words": last.words} if last else None


def way_of(last: LastTime, person: Contact) -> str:
    """`Mail from Wren`; empty where they met."""
    return touch_words(last.touch.direction, last.touch.channel, person.short_name) if last.touch else ""


def stories(record: Record, every: Iterable[Story]) -> list[tuple[str, date | None, date | None]]:
    """Every story of the campaign, those that they heard with the first day and before the others, and when it came
    back to them.
    """
    days, back = record.first_heard, record.came_back
    found = [(story.title, days.get(story.pk), back.get(story.pk)) for story in every]
    return sorted(found, key=lambda pair: (pair[1] is None, pair[1] or date.max))


def details(person: Contact, ways: WaysOf) -> dict[str, Any]:
    """Ways to reach them and the rest."""
    return {
        "ways": shown_ways(person, ways),
        "tags": ", ".join(ways.tags),
        "birthday": birthday_words(person.birth_day, person.birth_month, person.birth_year),
        "cups": cups_and_refills(1, person.held_count - 1) if person.held_count else "",
        "known_words": known_words(person),
        "imported": [(str(label), as_text(value)) for label, value in person.imported_details.items()],
    }


def known_words(person: Contact) -> str:
    """`Known from before, since 2009. We talk`; empty for somebody new."""
    if not person.is_known:
        return ""
    known = KnownAs.KNOWN.label
    since = f"{known}, since {since_words(person.known_from_before)}" if person.known_from_before else known
    how = KnownAs(person.known_as) if person.known_as else KnownAs.KNOWN
    return since if how is KnownAs.KNOWN else f"{since}. {how.label}"


def as_text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@dataclass(frozen=True, kw_only=True)
class Introduced:
    """Somebody whom this person named or introduced, with the one word for it (R8).

    `promised` is the referral that waits for the introduction.
    """

    pk: int
    name: str
    phase: str
    state: str
    promised: ObtainedItem | None


def introductions(record: Record) -> dict[str, Any]:
    """Whom they introduced, and who introduced them."""
    promised = {item.referred_id: item for item in record.referrals if item.referral_state == ReferralState.PROMISED}
    states = {item.referred_id: ReferralState(item.referral_state).label for item in record.referrals}
    people = {person.pk: person for person in Contact.objects.filter(introduced_by=record.contact)}
    people |= {item.referred.pk: item.referred for item in record.referrals if item.referred}
    introduced = [
        Introduced(
            pk=pk,
            name=person.name,
            phase=person.phase if person.phase in set(Phase) else "",
            state=states.get(pk, ""),
            promised=promised.get(pk),
        )
        for pk, person in people.items()
    ]
    named_by = [item for item in record.named_by if item.contact_id != record.contact.introduced_by_id]
    return {"introduced": introduced, "named_by": named_by}
