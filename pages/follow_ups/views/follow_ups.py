"""All follow-ups: open by day, waiting for others, closed; many at once."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.rules.addresses import own_path
from accounts.rules.words import capitalised, counted
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from contacts.rules.joining import BULK_LIMIT
from outcomes.models import FollowUp, FollowUpStatus
from pages.parts.days import PutOffForm
from pages.parts.follow_up_rows import once_a_page
from relationships.reads import follow_up_lists as lists
from relationships.reads import follow_ups as reads
from relationships.reads.days_off import days_off_in
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.rules.spreading import may_be_spread, spread_over
from relationships.writes import follow_ups as writes
from relationships.writes.undo import state_before

PER_PAGE = 25
PLANS_AT_FIRST = 10
SHOWN = (
    "campaign", "kind", "text", "due_on", "introduction", "item", "encounter", "invitation", "status", "closed_on",
    "created_on", "contact__name", "contact__phase",
)  # fmt: skip
"""What a row shows; a contact has three times as many columns as all of this."""
LEADS = {
    "open": "What you promised, and what you wanted to do next.",
    "waiting": "It is their turn. Nothing here is ever late.",
    "closed": "What you did, and what you let go.",
}


@require_safe
def follow_ups(request: CampaignRequest) -> HttpResponse:
    show = request.GET.get("show", "open")
    if show not in LEADS:
        return redirect("follow_ups")
    today, agreed = request.today, lists.who_said_yes(request.campaign, request.today)
    pages = PAGES[show](request)
    concerned = [row.contact_id for page in pages.values() for row in page] if show != "closed" else []
    moment = Moment(today=today, now=timezone.now())
    steps = next_steps(request.campaign, {*concerned, *(contact.pk for contact in agreed)}, moment)
    plans = lists.plan_rows(agreed, steps, today)
    context = {
        "show": show,
        "lead": LEADS[show],
        "tabs": lists.tabs(request.campaign, len(plans), {show: sum(page.paginator.count for page in pages.values())}),
        **once_a_page(request, request.get_full_path()),
        **pages,
        **_rows(request, show, pages, steps, plans),
    }
    return TemplateResponse(request, "follow_ups/follow_ups.html", context)


def _open(request: CampaignRequest) -> dict[str, Page[Any]]:
    mine = request.campaign.follow_ups.mine().select_related("contact").only(*SHOWN)
    return {"page": _page(request, mine.order_by("due_on", "pk"))}


def _waiting(request: CampaignRequest) -> dict[str, Page[Any]]:
    said = request.campaign.follow_ups.waiting().select_related("contact").only(*SHOWN).order_by("due_on", "pk")
    invited = lists.waiting_invitations(request.campaign)
    return {"page": _page(request, said), "invited": _page(request, invited, "asked")}


def _closed(request: CampaignRequest) -> dict[str, Page[Any]]:
    closed = request.campaign.follow_ups.closed().select_related("contact").only(*SHOWN)
    return {"page": _page(request, closed)}


PAGES = {"open": _open, "waiting": _waiting, "closed": _closed}


def _rows(
    request: CampaignRequest, show: str, pages: dict[str, Page[Any]], steps: reads.Steps, plans: list[reads.PlanRow]
) -> dict[str, Any]:
    """What is read of the follow-ups and invitations of these pages, each with the next step of its person."""
    today, page = request.today, pages["page"]
    if show == "open":
        first = _at_first(plans, everybody=request.GET.get("yes") == "all") if page.number == 1 else []
        return {"days": reads.by_day(page, today, steps, first)}
    if show == "closed":
        return {"closed": [reads.closed_row(one, today) for one in page]}
    return {
        "said": [reads.waiting_row(one, today, steps) for one in page],
        "asked": [lists.awaited_answer(one, steps) for one in pages["invited"]],
        "rate": lists.rate_words(request.campaign),
    }


def _at_first(plans: list[reads.PlanRow], *, everybody: bool) -> list[reads.PlanRow | reads.MorePlans]:
    """Above the first page: those who wait longest; who has many would else look for the follow-ups below them."""
    if everybody or len(plans) <= PLANS_AT_FIRST:
        return [*plans]
    return [*plans[:PLANS_AT_FIRST], reads.MorePlans(number=len(plans) - PLANS_AT_FIRST)]


def _page(request: CampaignRequest, rows: QuerySet[Any], name: str = "page") -> Page[Any]:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get(name))


MADE = {"done": FollowUpStatus.DONE, "drop": FollowUpStatus.DROPPED}
"""What an act makes of follow-ups; putting off and spreading leave them open."""


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
    before = state_before(rows, to=MADE.get(request.POST.get("act", ""), FollowUpStatus.OPEN))
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
            return _spread(request, rows)
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


def _spread(request: CampaignRequest, rows: list[FollowUp]) -> str:
    """What was promised for a day stays on it, though it was ticked."""
    campaign = request.campaign
    moving = [row for row in rows if may_be_spread(row.kind, introduction=row.introduction)]
    kept = len(rows) - len(moving)
    if not moving:
        messages.info(request, "Promises and introductions stay on their day. Nothing was spread.")
        return ""
    if not writes.set_days(spread_over(moving, request.today, days_off_in(campaign.pk))):
        return _done_already(request)
    number = capitalised(counted(len(moving), "follow-up", "follow-ups"))
    stays = f" {capitalised(counted(kept, 'stays', 'stay'))} on the promised day." if kept else ""
    return f"{number} spread over the next five business days.{stays}"


def _done_already(request: CampaignRequest) -> str:
    """Pressed twice: the undo of the first press stays the one that is offered."""
    messages.info(request, "That was done already.")
    return ""
