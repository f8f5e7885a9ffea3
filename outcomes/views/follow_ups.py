"""All follow-ups: open by day, waiting for others, closed, people without a next step; many at once."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.rules.addresses import own_path
from accounts.rules.words import capitalised, counted
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from contacts.rules.joining import BULK_LIMIT
from outcomes.forms.follow_up import PutOffForm
from outcomes.models import FollowUp
from outcomes.reads import follow_ups as reads
from outcomes.rules.due import SNOOZES, snooze_days
from outcomes.rules.spreading import spread_over
from outcomes.writes import follow_ups as writes
from outcomes.writes.undo import state_before

PER_PAGE = 50
FEW = 5
LEADS = {
    "open": "What you promised, and what you wanted to do next.",
    "waiting": "It is their turn. Nothing here is ever late.",
    "closed": "What you did, and what you let go.",
    "unplanned": "People of your network with whom nothing is open.",
}


@require_safe
def follow_ups(request: CampaignRequest) -> HttpResponse:
    show = request.GET.get("show", "open")
    if show not in LEADS:
        return redirect("follow_ups")
    context = {
        "show": show,
        "lead": LEADS[show],
        "tabs": reads.tabs(request.campaign),
        "snoozes": snoozes(request),
        **SHOWN[show](request),
    }
    return TemplateResponse(request, "outcomes/follow_ups.html", context)


def snoozes(request: CampaignRequest) -> list[tuple[int, str]]:
    """What putting off offers: business days, and the day that they lead to."""
    return [
        (number, full_day(day, request.today)) for number, day in zip(SNOOZES, snooze_days(request.today), strict=True)
    ]


def _open(request: CampaignRequest) -> dict[str, Any]:
    page = _page(request, request.campaign.follow_ups.mine().select_related("contact").order_by("due_on", "pk"))
    unplanned = reads.without_next_step(request.campaign, request.today)
    return {
        "page": page,
        "days": reads.by_day(page.object_list, request.today),
        "said_yes": reads.said_yes(request.campaign, request.today)[:PER_PAGE],
        "unplanned": unplanned[:FEW],
        "unplanned_count": unplanned.count(),
    }


def _waiting(request: CampaignRequest) -> dict[str, Any]:
    said = request.campaign.follow_ups.waiting().select_related("contact").order_by("due_on", "pk")
    page = _page(request, reads.waiting_invitations(request.campaign))
    return {
        "said": [reads.waiting_row(one, request.today) for one in said[:PER_PAGE]],
        "page": page,
        "rate": reads.rate_words(request.campaign),
    }


def _closed(request: CampaignRequest) -> dict[str, Any]:
    page = _page(request, request.campaign.follow_ups.closed().select_related("contact"))
    return {"page": page, "closed": [reads.closed_row(one, request.today) for one in page.object_list]}


def _unplanned(request: CampaignRequest) -> dict[str, Any]:
    page = _page(request, reads.without_next_step(request.campaign, request.today))
    return {"page": page, "unplanned": page.object_list, "unplanned_count": page.paginator.count}


SHOWN = {"open": _open, "waiting": _waiting, "closed": _closed, "unplanned": _unplanned}


def _page(request: CampaignRequest, rows: QuerySet[Any]) -> Page[Any]:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


@require_POST
def follow_ups_bulk(request: CampaignRequest) -> HttpResponse:
    """The ticked ones: done, put off, spread over five days or dropped; a foreign id is as none."""
    back = redirect(own_path(request.POST.get("next", ""), reverse("follow_ups")))
    ticked = [
        int(text) for text in request.POST.getlist("pk") if text.isascii() and text.isdecimal() and len(text) < 19
    ]
    rows = list(request.campaign.follow_ups.open().filter(pk__in=ticked[:BULK_LIMIT]).order_by("due_on", "pk"))
    if not rows:
        messages.info(request, "Nothing is ticked." if not ticked else "That was done already.")
        return back
    before = state_before(rows)
    said = _done_with(request, rows)
    if said:
        messages.success(request, said, extra_tags=before)
    return back


def _done_with(request: CampaignRequest, rows: list[FollowUp]) -> str:
    """Do what the pressed button says; answers what was done, in words."""
    number = capitalised(counted(len(rows), "follow-up", "follow-ups"))
    match request.POST.get("act"):
        case "done":
            writes.done(rows, request.today)
            return f"{number} done."
        case "drop":
            writes.drop(rows, request.today)
            return f"{number} dropped."
        case "spread":
            spread = writes.set_days(spread_over(rows, request.today))
            return f"{number} spread over the next five business days." if spread else _done_already(request)
    form = PutOffForm(request.POST, today=request.today)
    if not form.is_valid():
        messages.error(request, "Choose what to do with them.")
        return ""
    put_off = writes.put_off(rows, form.cleaned_data["day"])
    return (
        f"{number} put off to {full_day(form.cleaned_data['day'], request.today)}."
        if put_off
        else _done_already(request)
    )


def _done_already(request: CampaignRequest) -> str:
    """Pressed twice: the undo of the first press stays the one that is offered."""
    messages.info(request, "That was done already.")
    return ""
