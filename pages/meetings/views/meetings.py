"""All meetings, and one of them."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from campaigns.rules.days import day_in_sentence
from meetings.models import Telling
from meetings.reads import meeting_list
from meetings.rules.asking import AskKind
from meetings.rules.meeting import Status, how_many
from outcomes.models import FollowUp, ObtainedItem
from pages.meetings.views import brief
from relationships.reads.debrief import planned_questions
from relationships.reads.given import given_at

A_PAGE = 25


@require_safe
def meetings(request: CampaignRequest) -> HttpResponse:
    campaign, today, now = request.campaign, request.today, timezone.now()
    held = Paginator(meeting_list.held(campaign), A_PAGE).get_page(request.GET.get("page"))
    shown = list(held.object_list)
    names, given = meeting_list.names_of(campaign, shown), given_at(meeting.pk for meeting in shown)
    to_log, coming = meeting_list.to_log(campaign, now, today), meeting_list.coming(campaign, now, today)
    since = day_in_sentence(campaign.started_on, today)
    context = {
        "head": how_many(held=held.paginator.count, coming=len(coming), to_log=len(to_log), since=since),
        "to_log": to_log,
        "coming": coming,
        "held": meeting_list.rows(shown, today, names=names, given=given),
        "page": held,
    }
    return TemplateResponse(request, "meetings/meetings.html", context)


@require_safe
def meeting(request: CampaignRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(request.campaign.meetings.select_related(*brief.READ_WITH), pk=pk)
    if found.status == Status.PLANNED:
        return brief.planned(request, found)
    names = meeting_list.names_of(request.campaign, [found]) if found.status == Status.HELD else {}
    here = Q(meeting=found) | Q(contact=found.contact_id, recalled_on=found.day)
    tellings = list(Telling.objects.filter(here).select_related("story", "version"))
    items = list(ObtainedItem.objects.filter(meeting=found).select_related("referred"))
    context = {
        "meeting": found,
        "row": meeting_list.rows([found], request.today, names=names)[0],
        "day": found.local_day,
        "at": meeting_list.local_time(found),
        "ask_kind": AskKind(found.ask_kind).label if found.ask_kind else "",
        "items": items,
        "questions": planned_questions(found, items),
        "follow_ups": FollowUp.objects.filter(meeting=found),
        "tellings": [row for row in tellings if row.meeting_id == pk],
        "came_back": [row for row in tellings if row.recalled_on == found.day],
    }
    return TemplateResponse(request, "meetings/meeting.html", context)
