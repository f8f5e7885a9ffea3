"""Rows for tests of events and of research, by hand."""

from typing import Any

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Encounter, Event
from meetings.rules.events import EncounterAnswer
from research.models import Question
from tests.factories import DAY, refreshed


def make_event(campaign: Campaign, name: str = "Trade fair", **fields: Any) -> Event:
    return Event.objects.create(campaign=campaign, name=name, **{"day": DAY, **fields})


def make_encounter(contact: Contact, event: Event | None = None, **fields: Any) -> Encounter:
    """They agreed to meet again, where nothing else is said; `day` makes an event of that day."""
    event = event or make_event(contact.campaign, day=fields.pop("day", DAY))
    kept = {"answer": EncounterAnswer.AGREED, **fields}
    row = Encounter.objects.create(campaign=contact.campaign, event=event, contact=contact, **kept)
    refreshed(contact)
    return row


def make_question(campaign: Campaign, text: str = "Who decides about plants?", **fields: Any) -> Question:
    return Question.objects.create(campaign=campaign, text=text, **{"asked_on": DAY, **fields})
