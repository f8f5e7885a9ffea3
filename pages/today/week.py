"""The week ahead (R22): three lines to ask by, and one question back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.rules.addresses import own_path
from accounts.rules.words import counted
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.progress import A_WEEK
from pages.today.week_forms import LearnedForm, LineForm, line_forms
from relationships.reads.days_off import days_off_in
from relationships.writes.campaign_days import change_campaign
from today.reads.smaller_figures import figures_offered
from today.reads.week_ahead import lines_planned, week_behind, who_it_could_be
from today.rules.week_ahead import How, days_to_plan, planned_week
from today.writes.week_ahead import Line, keep_learned, keep_week

FIGURES, TAKE = "figures", "take"


@require_http_methods(["GET", "HEAD", "POST"])
def week(request: CampaignRequest) -> HttpResponse:
    campaign, today = request.campaign, request.today
    if FIGURES in request.POST:
        return answer_figures(request)
    days = days_to_plan(today, days_off_in(campaign.pk))
    planned = lines_planned(campaign, today)
    proposed = who_it_could_be(campaign, today, {one.contact_id for one in planned}) if days else []
    posted = drafts.typed(request)
    lines = line_forms(posted, campaign, days, planned, proposed) if days else []
    behind = week_behind(campaign, today)
    learned = LearnedForm(posted, initial={"learned": behind.learned})
    if request.method == "POST" and all(form.is_valid() for form in [*lines, learned]) and not _twice(lines):

        def create() -> str:
            kept = [
                Line(
                    contact=form.chosen().taken(campaign, today),
                    how=How(form.cleaned_data["how"]),
                    day=form.cleaned_data["day"],
                )
                for form in _named(lines)
            ]
            if days:
                keep_week(campaign, kept, today)
            if "learned" in request.POST:  # Today asks for the lines alone
                keep_learned(campaign, learned.cleaned_data["learned"], today)
            messages.success(request, kept_words(len(kept)))
            return "/"

        return redirect(drafts.once(request, create))
    monday = planned_week(today)
    context = {
        "lines": lines,
        "learned": learned,
        "behind": behind,
        "monday": monday,
        "sunday": monday + A_WEEK - (A_WEEK / 7),
        "smaller": figures_offered(campaign, today),
        "missed": [one for one in planned if one.day < today],
    }
    return TemplateResponse(request, "today/week.html", context, status=422 if request.method == "POST" else 200)


def kept_words(number: int) -> str:
    """What is said once the week is saved, with so many lines."""
    if not number:
        return "Saved."
    stands = "It stands" if number == 1 else "Each stands"
    return f"Saved: {counted(number, 'line', 'lines')} for the week. {stands} on Today on its day."


def answer_figures(request: CampaignRequest) -> HttpResponse:
    """Smaller figures are taken, or those that stand kept: one click (R22); pressed twice it is once."""
    campaign, smaller = request.campaign, figures_offered(request.campaign, request.today)
    fields: dict[str, object] = {"figures_answered_on": request.today}
    if smaller and request.POST[FIGURES] == TAKE:
        fields |= {"weekly_invitations": smaller.invitations, "weekly_cups": smaller.conversations}
        messages.success(request, f"From now on: {smaller.words} a week.")
    elif smaller:
        messages.success(request, "Your figures stay.")
    if smaller:
        change_campaign(campaign, fields)
    return redirect(own_path(request.POST.get("next", ""), reverse("week")))


def _named(lines: list[LineForm]) -> list[LineForm]:
    return [form for form in lines if form.cleaned_data["person"]]


def _twice(lines: list[LineForm]) -> bool:
    """Somebody who is named in two lines is told in the second."""
    seen: set[object] = set()
    for form in _named(lines):
        key = form.chosen().key
        if key in seen:
            form.add_error("person", "They stand in another line already.")
            return True
        seen.add(key)
    return False
