"""R17: asking for a one-on-one, the answer, and the one reminder; each invitation can be read again and corrected."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.rules.addresses import own_path
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import on_day
from meetings.models import Invitation, Meeting
from meetings.reads.invitations import asking_in, first_silence, last_invitation
from meetings.rules.asking import FIRST_SILENCE, Answer
from meetings.rules.opened import WrittenIn
from pages.meetings.forms.inviting import AnswerForm, InvitationEditForm, InviteForm, ReminderForm
from pages.meetings.forms.purpose import CHANGE, COMPOSE, RECOMPOSE, changed
from pages.meetings.forms.questions import Question
from pages.parts.moved_back import moving_back
from relationships.reads.history import next_steps
from relationships.reads.relationship import Relationship, relationship_with
from relationships.rules.history import Moment
from relationships.writes import inviting
from relationships.writes.undo import state_before_answer


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts.select_related("company", "introduced_by__company"), pk=pk)
    relationship = relationship_with(contact)
    change = request.POST.get(CHANGE, "")
    mine = own_words(request.POST)
    if change == RECOMPOSE and mine:
        return HttpResponse(status=204)
    posted = changed(request.POST) if change else drafts.typed(request)
    form = InviteForm(posted, relationship=relationship, today=request.today)
    if request.method != "POST":
        return page(request, relationship, form)
    if change in {COMPOSE, RECOMPOSE}:
        return page(request, relationship, form, kept=mine)
    if contact.left_for_now(request.today) or Invitation.objects.waiting().filter(contact=contact).exists():
        return redirect("invite", pk)  # the page says why
    if change or not form.is_valid():
        return page(request, relationship, form, status=422)
    if question := form.question(relationship):
        return page(request, relationship, form, question=question, status=422)

    def create() -> str:
        inviting.invite(contact, today=request.today, **form.values())
        return contact.get_absolute_url()

    try:
        result = drafts.once(request, create)
    except IntegrityError:  # sent in another tab, this very moment
        return redirect("invite", pk)
    messages.success(request, f"Noted. If {contact.short_name} is silent, you are offered one reminder.")
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
    status: int = 200,
) -> HttpResponse:
    contact = relationship.contact
    last = last_invitation(contact)
    waits = last is not None and last.answer == Answer.WAITING
    to_remind = last if waits and last and not last.reminded_on else None
    context: dict[str, Any] = {
        "contact": contact,
        "form": form,
        "purposes": form.purposes(relationship.earlier),
        "question": question,
        "written": None if waits else form.written(relationship.record),
        "written_in": WrittenIn.INVITE,
        "kept": kept,
        "answer": AnswerForm(campaign=request.campaign, today=request.today),
        "invitation": last,
        "reminder": ReminderForm.of(to_remind, relationship.record, request.today) if to_remind else None,
        "step": next_steps(request.campaign, [contact.pk], Moment(today=request.today, now=timezone.now()))[contact.pk],
        "is_away": contact.left_for_now(request.today),
        "asking": asking_in(request.campaign),
        "relationship": relationship,
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


@require_POST
def invitation_answer(request: CampaignRequest, pk: int) -> HttpResponse:
    invitation = asked(request, pk)
    contact = invitation.contact
    form = AnswerForm(request.POST, campaign=request.campaign, today=request.today)
    if not form.is_valid():
        if request.htmx:
            return HttpResponseClientRedirect(reverse("invitation_edit", args=[pk]))
        unchanged = InvitationEditForm(invitation=invitation, today=request.today)
        return edit_page(request, invitation, unchanged, answer=form, status=422)
    said = form.said()
    later_on = form.cleaned_data.get("later_on")
    back_to = state_before_answer(invitation, said, later_on)
    is_first = said is Answer.NO_ANSWER and first_silence(request.campaign)
    try:
        with moving_back([contact.pk]) as moved:
            inviting.answer(invitation, said, today=request.today, later_on=later_on)
    except IntegrityError:
        messages.error(request, f"Another invitation of {contact.short_name}’s waits for an answer already.")
        return led(request, reverse("invite", args=[contact.pk]))
    to_plan = said is Answer.YES and not Meeting.objects.planned().filter(contact=contact).exists()
    words = moved.after(noted(invitation, request, is_first=is_first, to_plan=to_plan))
    messages.success(request, words, extra_tags=back_to)
    if to_plan:
        return led(request, f"{reverse('meeting_plan')}?{urlencode({'contact': contact.pk})}")
    if said is Answer.NO_ANSWER and not request.htmx:
        return led(request, reverse("invite", args=[contact.pk]))
    return done(request, invitation)


@require_POST
def invitation_remind(request: CampaignRequest, pk: int) -> HttpResponse:
    """The reminder was sent; there is one (R17), whatever is pressed."""
    invitation = asked(request, pk)
    form = ReminderForm(request.POST)
    if inviting.remind(invitation, request.today, form.cleaned_data["text"] if form.is_valid() else ""):
        messages.success(request, "Reminder noted. There is no second one.")
    return done(request, invitation)


def asked(request: CampaignRequest, pk: int) -> Invitation:
    invitations = Invitation.objects.filter(campaign=request.campaign).select_related("contact__company")
    return get_object_or_404(invitations, pk=pk)


def noted(invitation: Invitation, request: CampaignRequest, *, is_first: bool, to_plan: bool) -> str:
    """What is said after an answer was noted."""
    name = invitation.contact.short_name
    if invitation.answer == Answer.YES:
        return f"{name} said yes. When do you meet?" if to_plan else f"{name} said yes."
    if invitation.later_on:
        return f"Noted. You will be told to ask {name} again {on_day(invitation.later_on, request.today)}."
    return FIRST_SILENCE if is_first else "Noted."


def led(request: CampaignRequest, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else HttpResponseRedirect(address)


def done(request: CampaignRequest, invitation: Invitation) -> HttpResponse:
    """The row as done, where it stands in a list; else back to that list, or to the contact."""
    if request.htmx:
        return TemplateResponse(request, "meetings/_invitation_done.html", {"invitation": invitation, "oob": True})
    return redirect(own_path(request.POST.get("next", ""), invitation.contact.get_absolute_url()))
