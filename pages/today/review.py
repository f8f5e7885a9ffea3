"""The page of a day: what is to be done, or that it is enough; whom to ask, and where things stand."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from accounts.rules.greeting import day_sentence, greeting
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day, on_day
from campaigns.rules.progress import week_start
from meetings.rules.asking import FIRST_SILENCE
from pages.parts.follow_up_rows import once_a_page
from pages.today.first import page_of_nobody
from pages.today.shelf import shelf_context
from pages.today.week_forms import LineForm, line_forms
from pitch.reads.readiness import readiness_of
from relationships.reads.days_off import days_off_in
from relationships.rules.history import Moment
from today.reads.afterwards import first_tomorrow, late, nobody_left
from today.reads.day import Day, day_of
from today.reads.done import asked, done_today
from today.reads.next_people import weighed
from today.reads.open_rows import ids_to_do
from today.reads.planned import above, talks
from today.reads.shelf import standing
from today.reads.smaller_figures import figures_offered
from today.reads.week_ahead import lines_planned, who_it_could_be
from today.rules.day_rows import enough_asked
from today.rules.done import done_sentence
from today.rules.next_people import SECOND_TALKS_FROM, Proposal, best, proposals, why_ask
from today.rules.week_ahead import asks_ahead, days_to_plan
from today.rules.welcome_back import question, was_away

PEOPLE_WHO_KNOW_YOU = 50
"""Cups at which the shelf asks who gave most (R11)."""


def review_page(request: CampaignRequest) -> HttpResponse:
    campaign, today, now = request.campaign, request.today, timezone.now()
    moment = Moment(today=today, now=now)
    found, invited = talks(campaign, moment), asked(campaign, today)
    people = weighed(campaign, today, ids_to_do(campaign, today))
    day = day_of(campaign, moment, above(found, today), people.listed)
    stand = standing(campaign, today, shown=day.people)
    if not stand.people:
        return page_of_nobody(request)
    off = days_off_in(campaign.pk) if day.days_off is None else day.days_off
    is_off = today in off  # R17: nobody is asked, neither on the list nor beside it
    beside = (one for one in people.others if one.contact_id not in day.people and not is_off)
    new, again = proposals(beside, today, cups=stand.cups)
    done = done_today(campaign, today, found, invited)
    local = timezone.localtime(now)
    context = {
        "greeting": greeting(local.hour, request.user.get_short_name()),
        "date": full_day(today, today),
        "for_today": day_sentence(day.number, coffees=len(day.today), to_note=len(day.to_log), to_ask=len(day.to_ask)),
        "last_here": last_here(campaign.away_since, today),
        "day": day,
        "badge": day.number,
        "why": {one.contact_id: why[0] for one in people.listed if (why := why_ask(one, today, stand.cups))},
        "first_silence": None if invited.was_silent else day.first_silence,
        "comfort": FIRST_SILENCE,
        **once_a_page(request, reverse("today")),
        "new": new,
        "again": again,
        "second_talks_first": stand.cups >= SECOND_TALKS_FROM,
        "who_gave_most": stand.cups >= PEOPLE_WHO_KNOW_YOU,
        "nobody_left": None if new or again or day.to_ask or is_off else nobody_left(campaign, today),
        "done": done,
        "done_words": (words := done_sentence(done)),
        "done_so_far": words[:1].lower() + words[1:],  # inside a sentence
        "enough_asked": enough_asked(invited.sent_since(week_start(today)), campaign.weekly_invitations, today),
        **afterwards(request, day, best(new, again, cups=stand.cups), done=bool(done)),
        **shelf_context(request, stand, found, invited, off=off),
    }
    return TemplateResponse(request, "today/today.html", context)


def lines_ahead(request: CampaignRequest) -> list[LineForm]:
    """On Thursday to Monday the week ahead is asked for, once the day is finished (R22)."""
    campaign, today = request.campaign, request.today
    planned = lines_planned(campaign, today)
    days = days_to_plan(today, days_off_in(campaign.pk))
    besides = {one.contact_id for one in planned}
    return line_forms(None, campaign, days, planned, who_it_could_be(campaign, today, besides)) if days else []


def last_here(away_since: date | None, today: date) -> str:
    """After an absence, when that was."""
    return on_day(away_since, today) if away_since and was_away(away_since, today) else ""


def afterwards(request: CampaignRequest, day: Day, ask: Proposal | None, *, done: bool) -> dict[str, Any]:
    """What is said once nothing is left to do, after an absence, and otherwise of the pitch."""
    campaign, today = request.campaign, request.today
    context: dict[str, Any] = {}
    if not day.number:
        context["tomorrow"] = None if day.tomorrow else first_tomorrow(campaign, today)
        context["ask"] = ask
        context["is_finished"] = done or campaign.chosen_rows.filter(day=today).exists()
        context["lines"] = lines_ahead(request) if asks_ahead(today) else []
        context["smaller"] = figures_offered(campaign, today) if context["is_finished"] and asks_ahead(today) else None
    if was_away(campaign.away_since, today):
        found = late(campaign, today)
        return context | {"late": found, "back": question(found)}  # enough for a day: the pitch is not spoken of
    return context | {"checks": [check for check in readiness_of(campaign) if not check.ok]}
