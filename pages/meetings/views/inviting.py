"""R17: asking for a one-on-one; each invitation can be read again and corrected."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.writes.campaign import set_rather_write
from meetings.models import Invitation
from meetings.reads.invitations import asking_in, last_invitation
from meetings.rules.asking import Answer, noted_words
from meetings.rules.opened import WrittenIn
from pages.meetings.forms.inviting import AnswerForm, InvitationEditForm, InviteForm, ReminderForm
from pages.meetings.forms.purpose import CHANGE, COMPOSE, RATHER_WRITE, RECOMPOSE, changed
from pages.meetings.forms.questions import Question
from pages.meetings.forms.touch import look_again
from relationships.reads.history import next_steps
from relationships.reads.relationship import Relationship, relationship_with
from relationships.rules.history import Moment
from relationships.writes import asking, inviting
from today.reads.next_people import reasons_for


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(
        request.campaign.contacts.select_related("company", "introduced_by__company", "opened_message"), pk=pk
    )
    relationship = relationship_with(contact)
    change = request.POST.get(CHANGE, "")
    mine = own_words(request.POST)
    if change == RECOMPOSE and mine:
        return HttpResponse(status=204)
    begun = look_again(request, contact, WrittenIn.INVITE) or drafts.typed(request)
    posted = changed(request.POST) if change else begun
    form = InviteForm(posted, relationship=relationship, today=request.today, asked=request.GET)
    if request.method != "POST":
        return page(request, relationship, form, refused=look_again(request, contact, WrittenIn.REMIND))
    if change == RATHER_WRITE:
        set_rather_write(request.campaign)
        return page(request, relationship_with(contact), form)
    if change in {COMPOSE, RECOMPOSE}:
        asked = form.question(relationship) if not request.htmx and form.is_valid() else None  # htmx asks by itself
        return page(request, relationship, form, kept=mine, question=asked)
    if contact.left_for_now(request.today) or Invitation.objects.waiting().filter(contact=contact).exists():
        return redirect("invite", pk)  # the page says why
    if change or not form.is_valid():
        return page(request, relationship, form, status=422)
    if question := form.question(relationship):
        return page(request, relationship, form, question=question, status=422)

    def create() -> str:
        asking.invite(contact, today=request.today, **form.values())
        return contact.get_absolute_url()

    try:
        result = drafts.once(request, create)
    except IntegrityError:  # sent in another tab, this very moment
        return redirect("invite", pk)
    messages.success(request, noted_words(contact.short_name))
    return redirect(result)


def own_words(posted: QueryDict) -> str:
    """What was written instead of the message that was composed: it is shown beside the new one, and not lost."""
    typed, composed = (" ".join(posted.get(name, "").split()) for name in ("message", "composed"))
    return posted.get("message", "") if typed != composed else ""


def page(
    request: CampaignRequest,
    relationship: Relationship,
    form: InviteForm,
    *,
    question: Question | None = None,
    kept: str = "",
    refused: QueryDict | None = None,
    status: int = 200,
) -> HttpResponse:
    contact = relationship.contact
    last = last_invitation(contact)
    waits = last is not None and last.answer == Answer.WAITING
    to_remind = last if waits and last and not last.reminded_on else None
    step = next_steps(request.campaign, [contact.pk], Moment(today=request.today, now=timezone.now()))[contact.pk]
    why = reasons_for(request.campaign, [contact.pk], request.today) if step.kind.is_asking else {}
    context: dict[str, Any] = {
        "contact": contact,
        "why_now": why.get(contact.pk, ()),
        "form": form,
        "purposes": form.purposes(relationship.earlier),
        "question": question,
        "written": None if waits else form.written(relationship.record),
        "written_in": WrittenIn.INVITE,
        "kept": kept,
        "answer": AnswerForm(campaign=request.campaign, today=request.today),
        "invitation": last,
        "reminder": ReminderForm.of(to_remind, relationship.record, request.today, refused) if to_remind else None,
        "step": step,
        "is_away": contact.left_for_now(request.today),
        "asking": asking_in(request.campaign),
        "relationship": relationship,
        "campaign": request.campaign,
    }
    return TemplateResponse(request, "meetings/invite.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def invitation_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    """What was sent, read again and corrected; the guard asks nothing here: it stands before the sending."""
    invitation = asked(request, pk)
    form = InvitationEditForm(request.POST or None, invitation=invitation, today=request.today)
    if request.method == "POST" and form.is_valid():
        inviting.correct(invitation, **form.values())
        messages.success(request, "Saved.")
        return redirect("invitation_edit", pk)
    return edit_page(request, invitation, form, status=422 if request.method == "POST" else 200)


def edit_page(
    request: CampaignRequest,
    invitation: Invitation,
    form: InvitationEditForm,
    *,
    answer: AnswerForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "contact": invitation.contact,
        "invitation": invitation,
        "form": form,
        "purposes": form.purposes(),
        "answer": answer or AnswerForm(campaign=request.campaign, today=request.today),
    }
    return TemplateResponse(request, "meetings/invitation_edit.html", context, status=status)


def asked(request: CampaignRequest, pk: int) -> Invitation:
    invitations = Invitation.objects.filter(campaign=request.campaign).select_related("contact__company")
    return get_object_or_404(invitations, pk=pk)
