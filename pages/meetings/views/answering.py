"""R17: what they answered to an invitation, and the one reminder."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.rules.addresses import own_path
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import on_day
from meetings.models import Invitation, Meeting
from meetings.reads.invitations import first_silence
from meetings.rules.asking import FIRST_SILENCE, Answer
from pages.meetings.forms.inviting import AnswerForm, InvitationEditForm, InviteForm, ReminderForm
from pages.meetings.views.inviting import asked, edit_page, page
from pages.parts.moved_back import moving_back
from relationships.reads.relationship import relationship_with
from relationships.writes import inviting
from relationships.writes.undo import state_before_answer


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
    if not form.is_valid():
        them = relationship_with(invitation.contact)
        return page(request, them, InviteForm(relationship=them, today=request.today), refused=request.POST, status=422)
    if inviting.remind(invitation, request.today, form.cleaned_data["text"]):
        messages.success(request, "Reminder noted. There is no second one.")
    return done(request, invitation)


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
