"""What the parts of a person's page say."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.part_days import birthday_words, since_words
from contacts.rules.phases import Phase
from contacts.rules.same_person import linkedin_key
from contacts.rules.ways import mail_address, phone_address
from meetings.rules.cups import cups_and_refills
from outcomes.models import ObtainedItem
from outcomes.rules.items import ReferralState
from pages.people.views.next_action import supplies
from relationships.reads.card import Card, Given
from relationships.rules.history import History
from relationships.rules.iou import IouStep, iou
from relationships.rules.phase import evidence_of


@dataclass(frozen=True, kw_only=True)
class PhaseStep:
    """A phase, and for each piece of evidence where it is supplied; empty where it is there."""

    step: IouStep
    checks: list[tuple[Any, str]]


def phases(person: Contact, history: History, card: Card, today: date) -> list[PhaseStep]:
    """The three phases; none for somebody of the address book."""
    if person.joined_on is None:
        return []
    steps = iou(
        evidence_of(history),
        joined_on=person.joined_on,
        joined_because=JoinedBecause(person.joined_because),
        shared=len(card.found),
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


def details(person: Contact, card: Card) -> dict[str, Any]:
    """Ways to reach them and the rest; only addresses of mail, telephone and web are links."""
    links = [(line.text, line.text.partition("://")[2].rstrip("/")) for line in card.links]
    if person.linkedin_key and person.linkedin_key not in [linkedin_key(url) for url, _ in links]:
        links.insert(0, (f"https://www.linkedin.com{person.linkedin_key}", f"linkedin.com{person.linkedin_key}"))
    return {
        "emails": [(mail_address(line.text), line.text) for line in card.emails],
        "phones": [(phone_address(line.text), line.text, line.beside) for line in card.phones],
        "links": links,
        "birthday": birthday_words(person.birth_day, person.birth_month, person.birth_year),
        "cups": cups_and_refills(1, person.held_count - 1) if person.held_count else "",
        "known_since": since_words(person.known_from_before) if person.known_from_before else "",
        "imported": [(str(label), as_text(value)) for label, value in person.imported_details.items()],
    }


def as_text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@dataclass(frozen=True, kw_only=True)
class Introduced:
    """Somebody whom this person named or introduced; `promised` is the referral that waits for the introduction."""

    pk: int
    name: str
    phase: str
    promised: ObtainedItem | None


def introductions(person: Contact, card: Card, given: Given) -> dict[str, Any]:
    """Whom they introduced, and who introduced them."""
    promised = {item.referred_id: item for item in given.named if item.referral_state == ReferralState.PROMISED}
    people = {line.pk: (line.text, line.beside) for line in card.introduced}
    people |= {item.referred.pk: (item.referred.name, item.referred.phase) for item in given.named if item.referred}
    introduced = [
        Introduced(pk=pk, name=name, phase=phase if phase in set(Phase) else "", promised=promised.get(pk))
        for pk, (name, phase) in people.items()
    ]
    named_by = [item for item in given.named_by if item.contact_id != person.introduced_by_id]
    awaited = [item for item in given.named_by if item.referral_state == ReferralState.PROMISED]
    return {"introduced": introduced, "named_by": named_by, "awaited": awaited}
