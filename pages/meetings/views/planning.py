"""R4: a meeting is planned with a purpose, and changed while it is planned."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from meetings.models import Meeting, MeetingQuestion
from meetings.rules.meeting import Status
from pages.meetings.forms.planning import MeetingEditForm, MeetingForm, PlanForm, as_typed
from pages.meetings.forms.purpose import CHANGE, carried_along, changed
from pages.meetings.forms.questions import Question
from pages.parts.fields import begin_at
from relationships.reads.questions import asked_in_words, offered_for
from relationships.reads.relationship import Relationship, relationship_with
from relationships.writes import planning

CONTACT = "contact"


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_plan(request: CampaignRequest) -> HttpResponse:
    contact = contact_asked_for(request) if request.method != "POST" else None
    relationship = relationship_with(contact) if contact else None
    invitation = relationship.asked if relationship else None
    form = PlanForm(
        typed(request),
        campaign=request.campaign,
        contact=contact,
        today=request.today,
        zone=request.user.zone(),
        initial=carried_along(invitation) if invitation else {},
    )
    if relationship is None and (known := form.known()):
        relationship = relationship_with(known)
    if request.method != "POST":
        begin_at(form, "day" if relationship else "person")
        form.initial["questions"] = asked_in_words(request.campaign, form.initial.get("ask") or "")
        return page(request, form, relationship)
    if CHANGE in request.POST or not form.is_valid():
        return page(request, form, relationship, status=422)
    if question := form.question(relationship):
        return page(request, form, relationship, question=question, status=422)
    person = form.chosen()

    def create() -> str:
        taken = person.taken(request.campaign, request.today)
        return planning.plan(taken, today=request.today, questions=form.to_ask(), **form.values()).get_absolute_url()

    result = drafts.once(request, create)
    new = f"{person.name} is new in your network." if person.is_new else ""
    messages.success(request, " ".join(part for part in ("Planned.", new, form.taken_instead) if part))
    return redirect(result)


def contact_asked_for(request: CampaignRequest) -> Contact | None:
    """The contact that the address names; a stranger's is not found."""
    pk = request.GET.get(CONTACT, "")
    if not pk:
        return None
    number = int(pk) if pk.isascii() and pk.isdigit() and len(pk) <= 18 else 0
    return get_object_or_404(request.campaign.contacts.select_related("company"), pk=number)


def typed(request: CampaignRequest, version: int | None = None) -> QueryDict | None:
    """What the form is filled with; the answer "something else" to a question changes one choice of it."""
    return changed(request.POST) if CHANGE in request.POST else drafts.typed(request, version=version)


def page(
    request: CampaignRequest,
    form: MeetingForm,
    relationship: Relationship | None,
    *,
    status: int = 200,
    template: str = "meetings/plan.html",
    **context: Any,
) -> HttpResponse:
    question: Question | None = context.pop("question", None)
    if relationship:
        form.show_what_they_know(relationship.contact)
    meeting: Meeting | None = context.get("meeting")
    contact = relationship.contact.pk if relationship else None
    form.offered = offered_for(request.campaign, contact, meeting.pk if meeting else None)
    shown = {
        "form": form,
        "relationship": relationship,
        "purposes": form.purposes(relationship.earlier if relationship else ()),
        "question": question,
        **context,
    }
    return TemplateResponse(request, template, shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    meetings = Meeting.objects.filter(campaign=request.campaign).select_related("contact__company")
    meeting = get_object_or_404(meetings, pk=pk)
    if request.method != "POST" and meeting.status != Status.PLANNED:
        return redirect(meeting)
    form = edit_form(request, meeting, typed(request, meeting.version))
    relationship = relationship_with(meeting.contact)
    context: dict[str, Any] = {"template": "meetings/plan_edit.html", "meeting": meeting, "day": meeting.local_day}
    if request.method != "POST":
        return page(request, form, relationship, **context)
    if CHANGE in request.POST or not form.is_valid():
        return page(request, form, relationship, status=422, **context)
    if meeting.version != form.cleaned_data["version"]:
        return conflict(request, meeting, form, relationship)
    if question := form.question(relationship):
        return page(request, form, relationship, question=question, status=422, **context)
    try:
        result = drafts.once(request, lambda: save(meeting, form))
    except SavedSince:  # this very moment
        meeting.refresh_from_db()
        return conflict(request, meeting, form, relationship)
    messages.success(request, f"Saved. {form.taken_instead}".strip())
    return redirect(result)


class SavedSince(Exception):
    """The meeting was saved in another tab since this page was opened."""


def save(meeting: Meeting, form: MeetingEditForm) -> str:
    if not planning.change(meeting, form.cleaned_data["version"], form.values(), form.to_ask()):
        raise SavedSince
    return meeting.get_absolute_url()


def conflict(
    request: CampaignRequest, meeting: Meeting, form: MeetingEditForm, relationship: Relationship
) -> HttpResponse:
    """Both texts; the next save knows of the other one."""
    posted = request.POST.copy()
    posted["version"] = str(meeting.version)
    differing = form.differing(meeting)
    context: dict[str, Any] = {"meeting": meeting, "day": meeting.local_day, "conflict": True, "differing": differing}
    again = edit_form(request, meeting, posted)
    return page(request, again, relationship, template="meetings/plan_edit.html", status=409, **context)


def edit_form(request: CampaignRequest, meeting: Meeting, data: QueryDict | None) -> MeetingEditForm:
    zone = request.user.zone()
    planned = MeetingQuestion.objects.filter(meeting=meeting).values_list("question", flat=True)
    first = {**as_typed(meeting, zone), "questions": list(map(str, planned)) if data is None else []}
    return MeetingEditForm(data, initial=first, today=request.today, zone=zone)
