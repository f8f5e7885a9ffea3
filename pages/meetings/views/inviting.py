"""R17: asking for a one-on-one, the answer, and the one reminder."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import on_day
from contacts.models import Contact
from meetings.models import Invitation
from meetings.reads.invitations import asking_in, first_silence, last_invitation
from meetings.rules.asking import FIRST_SILENCE, Answer
from pages.meetings.forms.inviting import AnswerForm, InviteForm
from pages.meetings.forms.questions import CHANGE, Question, changed
from relationships.reads.relationship import relationship_with
from relationships.writes import inviting


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts.select_related("company"), pk=pk)
    posted = changed(request.POST) if CHANGE in request.POST else drafts.typed(request)
    form = InviteForm(posted, contact=contact, today=request.today)
    if request.method != "POST":
        return page(request, contact, form)
    if contact.left_for_now(request.today) or Invitation.objects.waiting().filter(contact=contact).exists():
        return redirect("invite", pk)  # the page says why
    if CHANGE in request.POST or not form.is_valid():
        return page(request, contact, form, status=422)
    if question := form.question(relationship_with(contact)):
        return page(request, contact, form, question=question, status=422)

    def create() -> str:
        inviting.invite(contact, today=request.today, **form.values())
        return contact.get_absolute_url()

    try:
        result = drafts.once(request, create)
    except IntegrityError:  # sent in another tab, this very moment
        return redirect("invite", pk)
    messages.success(request, f"Noted. If {contact.short_name} is silent, you are offered one reminder.")
    return redirect(result)


def page(
    request: CampaignRequest,
    contact: Contact,
    form: InviteForm,
    *,
    question: Question | None = None,
    answer: AnswerForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "contact": contact,
        "form": form,
        "question": question,
        "answer": answer or AnswerForm(today=request.today),
        "last": last_invitation(contact, request.today),
        "is_away": contact.left_for_now(request.today),
        "asking": asking_in(request.campaign),
        "relationship": relationship_with(contact),
    }
    return TemplateResponse(request, "meetings/invite.html", context, status=status)


@require_POST
def invitation_answer(request: CampaignRequest, pk: int) -> HttpResponse:
    invitation = asked(request, pk)
    contact = invitation.contact
    form = AnswerForm(request.POST, today=request.today)
    if not form.is_valid():
        if request.htmx:
            return HttpResponseClientRedirect(reverse("invite", args=[contact.pk]))
        empty = InviteForm(contact=contact, today=request.today)
        return page(request, contact, empty, answer=form, status=422)
    said = form.said()
    is_first = said is Answer.NO_ANSWER and first_silence(request.campaign)
    try:
        inviting.answer(invitation, said, today=request.today, later_on=form.cleaned_data.get("later_on"))
    except IntegrityError:
        messages.error(request, f"Another invitation of {contact.short_name}’s waits for an answer already.")
        return led(request, reverse("invite", args=[contact.pk]))
    messages.success(request, noted(invitation, request, is_first=is_first))
    if said is Answer.YES:
        return led(request, f"{reverse('meeting_plan')}?{urlencode({'contact': contact.pk})}")
    if said is Answer.NO_ANSWER and not request.htmx:
        return led(request, reverse("invite", args=[contact.pk]))
    return done(request, invitation)


@require_POST
def invitation_remind(request: CampaignRequest, pk: int) -> HttpResponse:
    """The reminder was sent; there is one (R17), whatever is pressed."""
    invitation = asked(request, pk)
    if invitation.answer == Answer.WAITING:
        inviting.remind(invitation, request.today)
        messages.success(request, "Reminder noted. There is no second one.")
    return done(request, invitation)


def asked(request: CampaignRequest, pk: int) -> Invitation:
    invitations = Invitation.objects.filter(campaign=request.campaign).select_related("contact__company")
    return get_object_or_404(invitations, pk=pk)


def noted(invitation: Invitation, request: CampaignRequest, *, is_first: bool) -> str:
    """What is said after an answer was noted."""
    name = invitation.contact.short_name
    if invitation.answer == Answer.YES:
        return f"{name} said yes. When do you meet?"
    if invitation.later_on:
        return f"Noted. You will be told to ask {name} again {on_day(invitation.later_on, request.today)}."
    return FIRST_SILENCE if is_first else "Noted."


def led(request: CampaignRequest, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else HttpResponseRedirect(address)


def done(request: CampaignRequest, invitation: Invitation) -> HttpResponse:
    """The row as done, where it stands in a list; else back to that list, or to the contact."""
    if request.htmx:
        return TemplateResponse(request, "meetings/_invitation_done.html", {"invitation": invitation, "oob": True})
    return HttpResponseRedirect(back_to(request, invitation.contact.get_absolute_url()))


def back_to(request: CampaignRequest, default: str) -> str:
    """`next` where it is a path of this site, else the default."""
    path = request.POST.get("next", "")
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if ours else default
