"""Today: the shelf, the daily review, whom to ask next, where you stand (R5, R10, R11, R12, R19).

*Not now* takes somebody out of the proposals for four weeks; after an absence one click keeps the promises for today
and spreads the rest. Both can be undone.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.rules.greeting import day_sentence, greeting
from accounts.rules.words import counted
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day, on_day
from campaigns.rules.progress import Pause, week_of, week_start
from meetings.rules.cups import CUP_RULE, more_words, next_milestone
from outcomes.rules.due import SNOOZES, snooze_days
from pages.today.forms import FirstPersonForm
from pitch.reads.readiness import readiness_of
from relationships.writes.people import add_person
from today.reads.agreed import Agreed, agreed
from today.reads.asked import Asked, asked
from today.reads.done import done_words
from today.reads.extras import row_to_add_to
from today.reads.next_people import likely_people
from today.reads.review import Review, review
from today.reads.shelf import Standing, shelf_of, standing
from today.rules import next_people
from today.rules.review import DAYS_AWAY, welcome_back
from today.writes.not_now import not_now, propose_again
from today.writes.opening import open_the_day, spread_late


@require_http_methods(["GET", "HEAD", "POST"])
def today(request: CampaignRequest) -> HttpResponse:
    if request.method == "POST":
        return first_person(request)
    open_the_day(request.campaign, request.today)
    stand = standing(request.campaign, request.today)
    return review_page(request, stand) if stand.people else first_page(request, FirstPersonForm(drafts.typed(request)))


def first_person(request: CampaignRequest) -> HttpResponse:
    form = FirstPersonForm(request.POST)
    if not form.is_valid():
        return first_page(request, form, status=422)
    name: str = form.cleaned_data["name"]

    def create() -> str:
        return add_person(request.campaign, name, today=request.today).get_absolute_url()

    return redirect(drafts.once(request, create))


def first_page(request: CampaignRequest, form: FirstPersonForm, status: int = 200) -> HttpResponse:
    """Nobody is in the network yet: one act, not a tour."""
    stand = standing(request.campaign, request.today)
    invited = asked(request.campaign, request.today)
    context = {
        "form": form,
        "name": request.user.get_short_name(),
        "day": full_day(request.today, request.today),
        "checks": readiness_of(request.campaign),
        **shelf_context(request, stand, agreed(request.campaign, request.today, timezone.now()), invited),
    }
    return TemplateResponse(request, "today/today_first.html", context, status=status)


def review_page(request: CampaignRequest, stand: Standing) -> HttpResponse:
    campaign, day, now = request.campaign, request.today, timezone.now()
    plans, invited = agreed(campaign, day, now), asked(campaign, day)
    likely = likely_people(campaign, day)
    new = next_people.new_people(likely.candidates, day, cups=stand.cups)
    again = next_people.again(likely.candidates, day, cups=stand.cups)
    more = row_to_add_to(campaign, day)
    found = review(
        campaign,
        day,
        invited=invited,
        proposals=[*new, *again],
        phases=likely.phases,
        meetings=plans.rows + (more is not None),
        booked_next_7_days=plans.next_7_days,
    )
    on_the_list = found.asked_contact
    local = timezone.localtime(now)
    context = {
        "greeting": greeting(local.hour, request.user.get_short_name()),
        "lead": lead(request, plans, found),
        "back": welcome_back(campaign.away_since, found.late, day),
        "late": found.late,
        "plans": plans,
        "extra": more,
        "review": found,
        "badge": found.badge,
        "ask": next((one for one in (*new, *again) if on_the_list in (None, one.contact_id)), None),
        "new": [(one, likely.phases[one.contact_id]) for one in new if one.contact_id != on_the_list],
        "again": [(one, likely.phases[one.contact_id]) for one in again if one.contact_id != on_the_list],
        "done": done_words(campaign, day, invited.today),
        "done_when": "this morning" if local.hour < 12 else "today",
        "snoozes": snoozes(request),
        "checks": [check for check in readiness_of(campaign) if not check.ok],
        **shelf_context(request, stand, plans, invited),
    }
    return TemplateResponse(request, "today/today.html", context)


def lead(request: CampaignRequest, plans: Agreed, found: Review) -> str:
    """The day, and what it holds; after an absence, when you were last here."""
    day, away = request.today, request.campaign.away_since
    if away and (day - away).days > DAYS_AWAY:
        return f"{full_day(day, day)}. You were last here {on_day(away, day)}."
    holds = day_sentence(
        coffees=len(plans.today), to_note=len(plans.to_log), to_do=0 if found.only_asks else found.rows
    )
    return f"{full_day(day, day)}. {holds}".strip()


def snoozes(request: CampaignRequest) -> list[tuple[int, str]]:
    """What putting off offers: business days, and the day that they lead to."""
    return [
        (number, full_day(day, request.today)) for number, day in zip(SNOOZES, snooze_days(request.today), strict=True)
    ]


def shelf_context(request: CampaignRequest, stand: Standing, plans: Agreed, invited: Asked) -> dict[str, Any]:
    campaign, day = request.campaign, request.today
    pauses = [Pause(start=one.from_day, end=one.to_day) for one in campaign.pauses.of_figures()]
    return {
        "stand": stand,
        "shelf": shelf_of(campaign, plans.cups, stand.cups, day),
        "goal": campaign.goal,
        "rule": CUP_RULE,
        "week": week_of(
            day,
            invited=invited.this_week,
            held=[week_start(day)] * stand.cups_this_week,
            invitations_wanted=campaign.weekly_invitations,
            conversations_wanted=campaign.weekly_cups,
            pauses=pauses,
        ),
        "booked_this_week": plans.cups_this_week,
        "booked": len(plans.cups),
        "invited": invited.waiting,
        "milestone": next_milestone(stand.cups, campaign.goal),
        "more": more_words(stand.cups, campaign.goal),
    }


@require_POST
def person_not_now(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    until = not_now(contact, request.today)
    said = f"{contact.name} is not proposed before {full_day(until, request.today)}."
    messages.success(request, said, extra_tags=reverse("person_propose_again", args=[pk]))
    if request.htmx:
        return TemplateResponse(request, "today/_not_now.html", {"oob": True})
    return redirect("today")


@require_POST
def person_propose_again(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    propose_again(contact)
    messages.success(request, f"{contact.name} may be proposed again.")
    return redirect("today")


@require_POST
def welcomed_back(request: CampaignRequest) -> HttpResponse:
    promises, others, state = spread_late(request.campaign, request.today)
    if promises or others:
        spread = f"Spread {counted(others, 'follow-up', 'follow-ups')} over five days"
        kept = f", kept {counted(promises, 'promise', 'promises')} for today" if promises else ""
        messages.success(request, f"{spread}{kept}.", extra_tags=state)
    else:
        messages.info(request, "Nothing is late.")
    return redirect("today")
