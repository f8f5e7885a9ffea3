"""The pages of the debrief, and the panel beside it that says what saving changes."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from campaigns.middleware import CampaignRequest
from meetings.models import Meeting
from meetings.rules.meeting import Status
from meetings.rules.purpose import PurposeKind
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from pages.meetings.forms.debrief import MORE, DebriefForm
from pages.meetings.forms.debrief_meeting import MeetingDebriefForm
from relationships.reads import debrief as reads
from relationships.reads.guesses import guesses_for
from relationships.rules.debrief import Debrief, Given, thanks
from relationships.rules.saving import Saving, saving


@transaction.non_atomic_requests
@require_POST
def meeting_log_preview(request: CampaignRequest, pk: int) -> HttpResponse:
    """What saving changes, as it stands typed; nothing is written."""
    meeting = meeting_of(request, pk)
    form = MeetingDebriefForm(request.POST, meeting=meeting, logged=reads.logged(meeting), today=request.today)
    form.is_valid()
    return TemplateResponse(request, "meetings/_log_preview.html", {"saving": preview(form, form.debrief())})


def meeting_of(request: CampaignRequest, pk: int) -> Meeting:
    return get_object_or_404(request.campaign.meetings.select_related("contact__company", "contact__campaign"), pk=pk)


def meeting_page(
    request: CampaignRequest, form: MeetingDebriefForm, *, status: int = 200, only_looks: bool = False
) -> HttpResponse:
    meeting = form.meeting
    if form.is_bound:
        form.is_valid()
        debrief = form.debrief()
    else:
        items = tuple(Given(item_id=item.pk, kind=ItemKind(item.kind), text=item.text) for item in form.logged.items)
        day = form.noted_day() or min(meeting.local_day, request.today)
        debrief = Debrief(day=day, thank=not form.logged.is_held, given=items)
    return page(
        request,
        "meetings/log.html",
        form,
        status=status,
        only_looks=only_looks,
        meeting=meeting,
        version=meeting.version if request.method == "POST" else form.data.get("version", meeting.version),
        saving=preview(form, debrief),
        conflict=status == 409,
        is_correction=meeting.status == Status.HELD,
        day=meeting.local_day,
        wanted=PurposeKind(meeting.purpose_kind).to_you if meeting.purpose_kind else "",
    )


def preview(form: MeetingDebriefForm, debrief: Debrief) -> Saving:
    return saving(reads.standing(form.meeting.contact, form.meeting), debrief, form.today)


def page(
    request: CampaignRequest, template: str, form: DebriefForm, *, status: int = 200, **more: object
) -> HttpResponse:
    name = form.giver.short_name if form.giver else "them"
    open_rows = form.beside()
    is_held = form.logged.is_held
    thank = thanks(Debrief(day=request.today, thank=True), name, request.today)
    restored = request.method != "POST" and form.is_bound
    stood = {name: form.data.get(f"{name}_was", "") for name in form.stood()} if restored else form.stood()
    context = {
        "form": form,
        "thanks": thank,
        "may_share": guesses_for(form.giver) if form.giver and not form.logged.shares_something else [],
        "more_lines": MORE,
        "stood": stood,
        "to_tick": [row for row in open_rows if is_held or not row.meets_again],
        "met_again": [row for row in open_rows if row.meets_again and not is_held],
        "thanks_wait": any(row.kind == FollowUpKind.THANK_YOU for row in open_rows),
        **more,
    }
    return TemplateResponse(request, template, context, status=status)
