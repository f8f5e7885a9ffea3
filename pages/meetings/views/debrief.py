"""R6: how did it go? The debrief of a planned meeting, one from scratch, and the correction of either."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.rules.phases import Phase
from meetings.models import Meeting
from outcomes.models import ObtainedItem
from pages.meetings.forms.debrief import MORE, DebriefForm
from pages.meetings.forms.debrief_meeting import MeetingDebriefForm
from pages.meetings.forms.debrief_new import LOOK, NewDebriefForm, asked_for
from pages.meetings.views.debrief_page import meeting_of, meeting_page, page
from pages.meetings.views.logged import called, same_coffee
from pages.parts.moved_back import moving_back
from relationships.reads import debrief as reads
from relationships.rules.debrief import Debrief
from relationships.writes.debrief import ChangedMeanwhile, log_new, log_planned, log_short_talk
from trash.writes.deleting import throw_away

SAME_COFFEE = "same_coffee"


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_log(request: CampaignRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(request, pk)
    typed = drafts.typed(request, version=meeting.version)
    form = MeetingDebriefForm(typed, meeting=meeting, logged=reads.logged(meeting), today=request.today)
    if request.method != "POST":
        return meeting_page(request, form)
    if MORE in request.POST:
        return meeting_page(request, form, only_looks=True)
    if form.is_stale():
        return meeting_page(request, form, status=409)
    if not form.is_valid():
        return meeting_page(request, form, status=422)
    try:
        return answer(request, meeting.contact, form, lambda debrief: log(meeting, debrief, request))
    except ChangedMeanwhile:
        fresh = meeting_of(request, pk)
        again = MeetingDebriefForm(request.POST, meeting=fresh, logged=reads.logged(fresh), today=request.today)
        return meeting_page(request, again, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_log_new(request: CampaignRequest) -> HttpResponse:
    contact = contact_asked_for(request)
    form = NewDebriefForm(
        drafts.typed(request),
        campaign=request.campaign,
        contact=contact,
        today=request.today,
        initial=asked_for(request.GET, request.today),
    )
    if request.method != "POST":
        plans = Meeting.objects.planned().filter(contact=contact) if contact else ()
        plan = next((plan for plan in plans if plan.local_day <= request.today), None)
        return page(request, "meetings/log_new.html", form, plan=plan, plan_day=plan.local_day if plan else None)
    is_valid, only_looks = form.is_valid(), MORE in request.POST or LOOK in request.POST
    if not is_valid or only_looks:  # valid or not, who was typed is known
        status = 200 if only_looks else 422
        return page(request, "meetings/log_new.html", form, status=status, only_looks=only_looks)

    def write(debrief: Debrief) -> Meeting:
        if plan := form.plan():
            return log(plan, debrief, request)
        return log_new(form.chosen().taken(request.campaign, request.today), debrief, today=request.today)

    if form.is_touch():
        return short_talk(request, form)
    try:
        return answer(request, form.giver, form, write)
    except ChangedMeanwhile:
        return page(request, "meetings/log_new.html", form, status=409)


def log(meeting: Meeting, debrief: Debrief, request: CampaignRequest) -> Meeting:
    """As written; a line that is removed waits in the trash (R16)."""
    removed = [line.item_id for line in debrief.given if line.removed and line.item_id]
    for item in ObtainedItem.objects.filter(meeting=meeting, pk__in=removed) if removed else ():
        throw_away(request.campaign, item, f"{item.get_kind_display()} by {meeting.contact}: {item}", request.today)
    return log_planned(meeting, debrief, today=request.today)


def answer(
    request: CampaignRequest, contact: Contact | None, form: DebriefForm, write: Callable[[Debrief], Meeting]
) -> HttpResponse:
    """Written once, then led on: to what came of it, or to the next person of the same coffee."""
    debrief = form.debrief()

    def create() -> str:
        phase_before = contact.phase if contact else ""
        with moving_back([contact.pk] if contact else []) as moved:
            meeting = write(debrief)
        for line in form.lines.forms:
            if (referred := line.referred()) and line.cleaned_data.get("DELETE"):
                messages.info(request, f"The line is gone; {referred.name} stays in your network.")
        if SAME_COFFEE in request.POST:
            messages.success(request, f"Saved. {called(meeting)}.")
            return same_coffee(meeting)
        if form.logged.is_held:
            messages.success(request, moved.after("Saved."))
            return meeting.get_absolute_url()
        return after_log(meeting, phase_before)

    return redirect(drafts.once(request, create))


def after_log(meeting: Meeting, phase_before: str) -> str:
    """The page that shows the cup; what moved is seen against the phase before."""
    before = {"before": phase_before or Phase.INITIATE.value}
    return f"{reverse('meeting_logged', args=[meeting.pk])}?{urlencode(before)}"


def short_talk(request: CampaignRequest, form: NewDebriefForm) -> HttpResponse:
    """R5: under a quarter of an hour, and not planned: a touch, and no cup."""

    def create() -> str:
        person = form.chosen().taken(request.campaign, request.today)
        log_short_talk(person, form.debrief(), today=request.today)
        messages.success(request, f"Noted as a short talk with {person.short_name}.")
        return person.get_absolute_url()

    return redirect(drafts.once(request, create))


def contact_asked_for(request: CampaignRequest) -> Contact | None:
    pk = request.GET.get("contact", "")
    known = request.campaign.contacts.select_related("company")
    return known.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 19 else None
