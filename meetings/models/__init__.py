"""Inviting, meeting, writing, and which story was told to whom."""

from meetings.models.invitation import Invitation, InvitationQuerySet, no_day_yet
from meetings.models.meeting import Meeting, MeetingQuerySet
from meetings.models.telling import Telling
from meetings.models.touch import Touch, TouchQuerySet

__all__ = [
    "Invitation",
    "InvitationQuerySet",
    "Meeting",
    "MeetingQuerySet",
    "Telling",
    "Touch",
    "TouchQuerySet",
    "no_day_yet",
]
