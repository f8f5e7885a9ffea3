"""Before a meeting: the page that is looked at in front of the door, and the same as a sheet for print."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from campaigns.middleware import CampaignRequest
from contacts.reads.ways import shown_ways, ways_of
from contacts.rules.keys import is_key
from meetings.models import Meeting
from meetings.reads import meeting_list
from meetings.rules.meeting import Mode, Status, map_address
from meetings.rules.stories import ALL_HEARD
from relationships.reads.brief import Brief, brief_for
from relationships.writes.findings import plan_questions

READ_WITH = ("contact__company", "contact__introduced_by", "contact__campaign__owner")


def planned(request: CampaignRequest, meeting: Meeting) -> HttpResponse:
    """The page of a meeting that is planned."""
    return TemplateResponse(request, "meetings/meeting_planned.html", page_of(request, meeting))


@require_safe
def meeting_prepare(request: CampaignRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(request.campaign.meetings.select_related(*READ_WITH), pk=pk)
    if meeting.status != Status.PLANNED:
        return redirect(meeting)
    return TemplateResponse(request, "meetings/prepare.html", page_of(request, meeting))


@require_safe
def contact_prepare(request: CampaignRequest, pk: int) -> HttpResponse:
    """Without a date."""
    people = request.campaign.contacts.select_related("company", "introduced_by", "campaign__owner")
    return TemplateResponse(request, "meetings/prepare.html", shown(brief_for(get_object_or_404(people, pk=pk))))


@require_POST
def meeting_questions(request: CampaignRequest, pk: int) -> HttpResponse:
    """What is to be asked there; once it was held, its debrief says what became of each."""
    meeting = get_object_or_404(request.campaign.meetings, pk=pk)
    if meeting.status == Status.PLANNED:
        plan_questions(meeting, [int(key) for key in request.POST.getlist("questions") if is_key(key)])
        messages.success(request, "Saved.")
    return redirect(f"{meeting.get_absolute_url()}#questions")


def page_of(request: CampaignRequest, meeting: Meeting) -> dict[str, Any]:
    now, day = timezone.now(), meeting.local_day
    brief = brief_for(meeting.contact, meeting)
    return {
        "meeting": meeting,
        "row": meeting_list.rows([meeting], request.today)[0],
        "day": day,
        "is_today": day == request.today,
        "is_ahead": day > request.today,
        "at": meeting_list.local_time(meeting),
        "to_log": meeting.starts_at < now if meeting.starts_at else day < request.today,
        "map": map_address(Mode(meeting.mode), meeting.place),
        "planned_questions": [str(one.key) for one in brief.offered if one.is_planned],
        **shown(brief),
    }


def shown(brief: Brief) -> dict[str, Any]:
    phones = shown_ways(brief.contact, ways_of(brief.contact))["phones"]
    ring = next(((address, number) for address, number, _ in phones if address), None)
    return {"brief": brief, "contact": brief.contact, "ring": ring, "all_heard": ALL_HEARD}
