"""A message or short call, noted in one line, and corrected."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import on_day
from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import noted_words
from meetings.rules.opened import WrittenIn
from meetings.rules.touch import Direction, Matter
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from pages.meetings.forms.touch import (
    LOOK_AGAIN,
    CorrectTouchForm,
    TouchForm,
    asked_for,
    look_again,
    open_follow_up,
    to_be_written,
)
from pages.parts.moved_back import moving_back
from relationships.reads.asking_for_a_talk import asks
from relationships.reads.message_facts import message_to
from relationships.reads.record import record_of
from relationships.rules.debrief import Promise
from relationships.writes.touching import answered, ask_again_on, correct, note_touch, settled_by
from relationships.writes.undo import state_before


@require_http_methods(["GET", "HEAD", "POST"])
def touch_new(request: CampaignRequest) -> HttpResponse:
    return noted(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_touch(request: CampaignRequest, pk: int) -> HttpResponse:
    return noted(
        request,
        get_object_or_404(
            request.campaign.contacts.select_related("company", "introduced_by__company", "opened_message"), pk=pk
        ),
    )


def noted(request: CampaignRequest, contact: Contact | None) -> HttpResponse:
    about = open_follow_up(contact, request.GET.get("follow_up", "")) if contact else None
    if contact and about and request.method != "POST" and asks(about):
        return redirect("invite", contact.pk)  # what waits for an answer is an invitation (R17)
    kind = to_be_written(about, request.GET)
    item = about.item if about else None
    written = message_to(record_of(contact), kind, request.today, item=item) if contact and kind else None
    form = TouchForm(
        look_again(request, contact, WrittenIn.TOUCH) or drafts.typed(request),
        campaign=request.campaign,
        today=request.today,
        contact=contact,
        initial=asked_for(request.GET, contact),
        written=written,
        in_full=LOOK_AGAIN in request.GET,
    )
    if request.method != "POST" or not form.is_valid():
        context = {
            "form": form,
            "contact": contact,
            "settles": form.settles(),
            "again_on": ask_again_on(request.campaign.pk, request.today),
            "written": written,
            "written_in": WrittenIn.TOUCH,
        }
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "meetings/touch.html", context, status=status)
    return redirect(drafts.once(request, lambda: save(request, form).get_absolute_url()))


def save(request: CampaignRequest, form: TouchForm) -> Contact:
    """Note what the form, which is valid, says; answers with whom it was."""
    person = form.chosen().taken(request.campaign, request.today)
    text, due = form.cleaned_data["following"], form.cleaned_data["following_by"]
    following = Promise(text=text, due=due) if text else None
    settles = form.settles() or settled_by(person, Matter(form.cleaned_data["matter"]))
    before = state_before([settles]) if settles and not following else ""
    noted = note_touch(person, following, today=request.today, settles=settles, **form.touch_fields())
    if isinstance(noted, Invitation):
        messages.success(request, noted_words(person.short_name), extra_tags=before)
    else:
        say(request, person, settles if noted.direction == Direction.SENT else None, before)
    return person


@require_http_methods(["GET", "HEAD", "POST"])
def touch_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    touch = get_object_or_404(request.campaign.touches.select_related("contact"), pk=pk)
    form = CorrectTouchForm(request.POST or None, touch=touch, today=request.today)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "meetings/touch_edit.html", {"form": form, "touch": touch}, status=status)
    with moving_back([touch.contact_id]) as moved:
        correct(touch, **form.touch_fields())
    messages.success(request, moved.after("Saved."))
    return redirect(touch.contact)


@require_POST
def touch_answered(request: CampaignRequest, pk: int) -> HttpResponse:
    """They answered this message: one tap (R18); said twice it is said once."""
    sent = get_object_or_404(request.campaign.touches.select_related("contact"), pk=pk)
    if answered(sent, request.today):
        messages.success(request, f"Noted: {sent.contact.short_name} answered today. Add below what they said.")
    return redirect(sent.contact)


def say(request: CampaignRequest, person: Contact, settled: FollowUp | None, before: str) -> None:
    """Where something was done by it, Undo takes back both."""
    if settled is None:
        messages.success(request, f"Saved. You find it on {person.short_name}’s page.")
    elif settled.kind == FollowUpKind.WAITING:
        again = on_day(ask_again_on(request.campaign.pk, request.today), request.today)
        messages.success(request, f"Saved. You are told to ask {person.short_name} again {again}.")
    else:
        messages.success(request, f"Saved. Done with it: {settled.text}", extra_tags=before)
