"""Inviting, meeting, writing, events, and which story was told to whom."""

from meetings.models.event import Encounter, EncounterQuerySet, Event
from meetings.models.invitation import Invitation, InvitationQuerySet
from meetings.models.meeting import Meeting, MeetingQuerySet
from meetings.models.opened_message import OpenedMessage
from meetings.models.question import MayKnow, MeetingQuestion
from meetings.models.telling import Telling
from meetings.models.touch import Touch, TouchQuerySet

__all__ = [
    "Encounter",
    "EncounterQuerySet",
    "Event",
    "Invitation",
    "InvitationQuerySet",
    "MayKnow",
    "Meeting",
    "MeetingQuerySet",
    "MeetingQuestion",
    "OpenedMessage",
    "Telling",
    "Touch",
    "TouchQuerySet",
]
