"""One follow-up: noted, changed, done, put off, dropped. With htmx its row is struck in place, else it leads back."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.rules.addresses import own_path
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import day_in_sentence, full_day
from meetings.rules.asking import noted_words
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import SAID_INSTEAD
from pages.follow_ups.forms import FollowUpForm
from pages.parts.days import PutOffForm
from relationships.reads.follow_ups import row_of
from relationships.writes import follow_ups as writes
from relationships.writes import introductions
from relationships.writes.undo import state_before
from today.reads.open_rows import number_of_today


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_new(request: CampaignRequest) -> HttpResponse:
    """For the contact that the address names, or the draft that it asks for."""
    typed = drafts.typed(request)
    asked = request.GET.get("contact") or (typed.get("contact") if typed else "")
    if not asked:
        messages.info(request, "Choose for whom: the follow-up is noted on their page.")
        return redirect("people")
    contact = get_object_or_404(request.campaign.contacts, pk=_number(asked))
    form = FollowUpForm(typed, today=request.today)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data

        def create() -> str:
            kind = FollowUpKind(cleaned["kind"])
            writes.add_follow_up(contact, kind, cleaned["text"], cleaned["due_on"], today=request.today)
            return contact.get_absolute_url()

        address = drafts.once(request, create)
        messages.success(request, "Noted.")
        return redirect(address)
    context = {"form": form, "contact": contact, "back": contact.get_absolute_url()}
    return TemplateResponse(request, "follow_ups/follow_up_form.html", context, status=_refused(request))


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    follow_up = get_object_or_404(request.campaign.follow_ups.select_related("contact"), pk=pk)
    asked = request.POST.get("next") or request.GET.get("next", "")
    back = own_path(asked, reverse("follow_ups"))
    form = FollowUpForm(request.POST or None, instance=follow_up, today=request.today)
    if request.method == "POST" and form.is_valid():
        writes.change(form.save(commit=False))
        messages.success(request, f"Changed. It is for {day_in_sentence(follow_up.due_on, request.today)}.")
        return redirect(back)
    context = {"form": form, "contact": follow_up.contact, "follow_up": follow_up, "back": back}
    return TemplateResponse(request, "follow_ups/follow_up_form.html", context, status=_refused(request))


@require_POST
def follow_up_done(request: CampaignRequest, pk: int) -> HttpResponse:
    follow_up = get_object_or_404(request.campaign.follow_ups.select_related("contact"), pk=pk)
    before = state_before([follow_up])
    if not writes.done([follow_up], request.today):
        return _nothing_left(request, follow_up)
    said = "Noted as sent." if follow_up.is_message else "Done."
    if follow_up.asked:
        said = noted_words(follow_up.contact.short_name)
    messages.success(request, said, extra_tags=before)
    return _answer(request, follow_up, "Done just now")


@require_POST
def follow_up_put_off(request: CampaignRequest, pk: int) -> HttpResponse:
    follow_up = get_object_or_404(request.campaign.follow_ups.select_related("contact"), pk=pk)
    form = PutOffForm(request.POST, today=request.today)
    if not form.is_valid():
        messages.error(request, "Choose today or a later day.")
        return redirect(f"{reverse('follow_up_edit', args=[pk])}?next={_back(request)}")
    day: date = form.cleaned_data["day"]
    before = state_before([follow_up], to=FollowUpStatus.OPEN)
    if not writes.put_off([follow_up], day):
        return _nothing_left(request, follow_up)
    said = f"Put off to {full_day(day, request.today)}"
    messages.success(request, f"{said}.", extra_tags=before)
    return _answer(request, follow_up, said)


@require_POST
def follow_up_drop(request: CampaignRequest, pk: int) -> HttpResponse:
    follow_up = get_object_or_404(request.campaign.follow_ups.select_related("contact"), pk=pk)
    before = state_before([follow_up], to=FollowUpStatus.DROPPED)
    if not writes.drop([follow_up], request.today):
        return _nothing_left(request, follow_up)
    messages.success(request, "Dropped.", extra_tags=before)
    return _answer(request, follow_up, "Dropped just now")


@require_POST
def follow_up_said(request: CampaignRequest, pk: int) -> HttpResponse:
    """Who promised to introduce somebody lets their name be used instead, or would rather not."""
    awaited = request.campaign.follow_ups.filter(kind=FollowUpKind.WAITING, item__referred__isnull=False)
    follow_up = get_object_or_404(awaited.select_related("contact", "item__referred"), pk=pk)
    said = next((state for state in SAID_INSTEAD if state == request.POST.get("said")), None)
    if said is None or follow_up.item is None or follow_up.item.referred is None:
        messages.error(request, "Choose what they said.")
        return redirect(_back(request))
    before = state_before([], referrals=[follow_up.item])
    if not introductions.say(follow_up.item, said, request.today):
        return _nothing_left(request, follow_up)
    messages.success(request, f"Noted. {follow_up.item.referred.short_name} is free to be asked.", extra_tags=before)
    return _answer(request, follow_up, said.label)


def _answer(request: CampaignRequest, follow_up: FollowUp, sub: str) -> HttpResponse:
    if not request.htmx:
        return redirect(_back(request))
    on_today = request.htmx.current_url_abs_path == reverse("today")
    if on_today and not number_of_today(request.campaign, request.today):
        return HttpResponse(headers={"HX-Refresh": "true"})  # that was the last row: the page says "Enough for today"
    context = {"row": row_of(follow_up, request.today), "sub": sub, "contact": follow_up.contact}
    return TemplateResponse(request, "follow_ups/_follow_up_done.html", context)


def _nothing_left(request: CampaignRequest, follow_up: FollowUp) -> HttpResponse:
    """Pressed twice, or in two tabs: harmless, and said."""
    messages.info(request, "That was done already.")
    return _answer(request, follow_up, "Done already")


def _back(request: CampaignRequest) -> str:
    return own_path(request.POST.get("next", ""), reverse("follow_ups"))


def _number(text: str) -> int:
    """A number from an address; 0, which nothing has, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else 0


def _refused(request: CampaignRequest) -> int:
    return 422 if request.method == "POST" else 200
