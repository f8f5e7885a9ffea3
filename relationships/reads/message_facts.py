"""R18: what stands about one person that a message to them may say, and where it can be opened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from campaigns.rules.languages import CalledBy
from contacts.models import Contact
from contacts.reads.ways import shown_ways, ways_of
from contacts.rules.knowing import KnownAs
from contacts.rules.places import own_places, place_of
from meetings.models import Meeting
from meetings.rules.asking import Answer
from meetings.rules.events import EncounterAnswer, spoken_event
from meetings.rules.purpose import PurposeKind
from outcomes.models import ObtainedItem
from outcomes.rules.items import ReferralState, UsedAs, became_words
from pitch.models import Skill
from relationships.reads.message_templates import in_its_words, own_templates
from relationships.reads.record import Record
from relationships.rules.messages.days_to_offer import TIMES, two_days
from relationships.rules.messages.facts import Given, MessageFacts, MessageKind, Named
from relationships.rules.messages.message import Message, composed, key_of
from relationships.rules.messages.ways import Way, ways

LED = (ReferralState.OFFERED, ReferralState.INTRODUCED, ReferralState.CONTACTED, ReferralState.MET)
"""Whose name a message may say: neither who has only promised nor who would rather not."""


@dataclass(frozen=True, kw_only=True)
class WrittenFor:
    """A message for one person, with the ways in which it can be opened."""

    message: Message
    ways: list[Way]
    occasion: str
    """Under which name its template is kept."""


def message_to(
    record: Record,
    kind: MessageKind,
    today: date,
    *,
    purpose: PurposeKind | None = None,
    ask: str = "",
    item: ObtainedItem | None = None,
) -> WrittenFor:
    """Composed anew from what stands about somebody; `item` is what the news are about."""
    contact = record.contact
    facts = facts_of(record, today, purpose=purpose, ask=ask, item=item)
    message = composed(kind, facts, own_templates(contact.campaign, contact.language))
    reached = shown_ways(contact, ways_of(contact))
    return WrittenFor(
        message=message,
        occasion=key_of(kind, facts.tie),
        ways=ways(
            message,
            emails=[address for _, address in reached["emails"]],
            phones=[number for _, number, _ in reached["phones"]],
            links=[url for url, _ in reached["links"]],
            rings_first=record.history.is_known and not contact.campaign.rather_write,
        ),
    )


def facts_of(
    record: Record,
    today: date,
    *,
    purpose: PurposeKind | None = None,
    ask: str = "",
    item: ObtainedItem | None = None,
) -> MessageFacts:
    contact, campaign, history = record.contact, record.contact.campaign, record.history
    worked, studied = own_places(campaign.worked_at), own_places(campaign.studied_at)
    firm = contact.company.folded if contact.company else ""
    giver, lent = _giver(record)
    about = item or next(reversed(record.given), None)
    at_work = place_of(giver.company.folded, worked) if giver and giver.company else None
    planned = Meeting.objects.planned().filter(campaign=campaign, day__gte=today).values_list("day", flat=True)
    refused = [one.answered_on for one in record.invitations if one.answer == Answer.NO and one.answered_on]
    facts = MessageFacts(
        them=Named(
            first=contact.given_name,
            full=contact.name,
            formal=f"{contact.prefix} {contact.family_name}" if contact.prefix and contact.family_name else "",
            by_first=contact.called_by == CalledBy.FIRST if contact.called_by else None,
        ),
        me=campaign.owner.name,
        today=today,
        situation=campaign.how_i_say_it,
        position=campaign.position,
        skills=tuple(Skill.objects.filter(campaign=campaign).values_list("text", flat=True)),
        company=contact.company.name if contact.company else "",
        giver=giver.name if giver else "",
        lent=lent,
        giver_at=at_work.name if at_work else "",
        is_known=history.is_known,
        long_ago=history.known_as is KnownAs.LONG_AGO,
        worked_at=place_of(firm, worked),
        studied_at=place_of(firm, studied),
        shares=record.found[0].text if record.found else "",
        **_met_at(record),
        last_met=max((meeting.day for meeting in history.held), default=None),
        said_no_on=max(refused, default=None),
        given=_given(about) if about else None,
        purpose=purpose,
        ask=ask,
        days=two_days(today, history.days_off, list(planned)),
        times=TIMES,
    )
    return in_its_words(facts, contact.language)


def _met_at(record: Record) -> dict[str, Any]:
    """The last event at which they were met; who was not interested there is not reminded of it."""
    met = [one for one in record.encounters if one.answer != EncounterAnswer.NOT_INTERESTED]
    if not met:
        return {}
    last = met[-1]
    agreed = last.answer == EncounterAnswer.AGREED
    return {"event": spoken_event(last.event.name), "event_on": last.event.day, "agreed": agreed}


def _giver(record: Record) -> tuple[Contact | None, bool]:
    """Who introduced them, and else who said that their name may be used: then the second is true."""
    led = [item for item in record.named_by if item.referral_state in LED]
    made = [item.contact for item in led if item.has_introduced]
    if made:
        return made[-1], False
    lent = [item.contact for item in led]
    if lent:
        return lent[-1], True
    return (None if record.named_by else record.contact.introduced_by), False


def _given(item: ObtainedItem) -> Given:
    person = item.referred.name if item.referred else ""
    used_as = UsedAs(item.used_as) if item.used_as else None
    became = f"I have met {person}." if person and item.referral_state == ReferralState.MET else ""
    return Given(text=item.text, day=item.day, person=person, became=became or became_words(used_as, item.used_words))
