"""Inviting, meeting, writing, and which story was told to whom."""

from meetings.models.invitation import Invitation, InvitationQuerySet
from meetings.models.meeting import Meeting, MeetingQuerySet
from meetings.models.opened_message import OpenedMessage
from meetings.models.telling import Telling
from meetings.models.touch import Touch, TouchQuerySet

__all__ = [
    "Invitation",
    "InvitationQuerySet",
    "Meeting",
    "MeetingQuerySet",
    "OpenedMessage",
    "Telling",
    "Touch",
    "TouchQuerySet",
]
