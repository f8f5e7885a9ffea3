"""Meetings as files for a calendar: the app sends nothing, and no web calendar can reach a laptop."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from meetings.models import Meeting
from transfer.reads.calendar_entries import for_me, for_them, organizer_of, reminders
from transfer.rules.calendar_file import CalendarEntry, meeting_in_a_file, reminders_in_a_file


@require_safe
def meeting_file(request: CampaignRequest, pk: int) -> HttpResponse:
    """For one's own calendar, with what the meeting is for."""
    return one(request, for_me(meeting_of(request, pk), request.build_absolute_uri), "my-meeting.ics")


@require_safe
def meeting_file_for_them(request: CampaignRequest, pk: int) -> HttpResponse:
    """To send along."""
    return one(request, for_them(meeting_of(request, pk)), "meeting-to-send.ics")


@require_safe
def reminders_file(request: CampaignRequest) -> HttpResponse:
    now = timezone.now()
    entries = reminders(request.campaign, request.today, now, request.build_absolute_uri)
    return file_of(reminders_in_a_file(entries, now), "fifty-cups.ics")


def meeting_of(request: CampaignRequest, pk: int) -> Meeting:
    return get_object_or_404(request.campaign.meetings.select_related("contact", "campaign__owner"), pk=pk)


def one(request: CampaignRequest, entry: CalendarEntry, name: str) -> HttpResponse:
    return file_of(meeting_in_a_file(entry, organizer_of(request.campaign), timezone.now()), name)


def file_of(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
