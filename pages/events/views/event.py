"""One event: what it is for; afterwards everybody met there in one grid, and what came of it."""

from typing import Final

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.rules.words import capitalised, counted
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from meetings.models import Encounter, Event
from meetings.rules.events import EncounterAnswer, EventKind
from pages.events.forms.grid import Grid, initial_line
from pages.events.forms.met import MOST, SPARE, MetLines
from pages.events.views.events import event_of
from pages.parts.fields import begin_at
from pages.parts.moved_back import moving_back
from pitch.models import PitchVersion
from pitch.reads.versions import current_versions
from pitch.rules.versions import Spoken
from relationships.reads import events as reads
from relationships.writes.events import met_at, write_met
from trash.writes.deleting import throw_away

MORE: Final = "more_lines"
A_PAGE: Final = 50
PREFIX: Final = "met"
TOTAL: Final = f"{PREFIX}-TOTAL_FORMS"


@require_http_methods(["GET", "HEAD", "POST"])
def event(request: CampaignRequest, pk: int) -> HttpResponse:
    found = event_of(request, pk)
    if found.day > request.today:
        return page(request, found, status=422 if request.method == "POST" else 200)
    rows = Paginator(met_at(found), A_PAGE).get_page(request.GET.get("page"))
    grid, shown = grid_of(found), list(rows.object_list)
    lines = lines_of(drafts.typed(request), grid, shown)
    if request.method != "POST" or MORE in request.POST:
        return page(request, found, lines=lines, rows=rows, grid=grid)
    if not lines.is_valid():
        return page(request, found, lines=lines, rows=rows, grid=grid, status=422)

    def create() -> str:
        concerned = [row.contact_id for row in grid.saved.values()]
        with moving_back(concerned) as moved:
            removed = [
                throw_away(request.campaign, row, removed_words(request, row), request.today) for row in lines.removed()
            ]
            written = write_met(found, lines.met(), request.today)
        said = f"Saved. {said_of(written)} {gone_words(len(removed))}".strip()
        undo = reverse("deletion_restore", args=[removed[0].pk]) if len(removed) == 1 else ""
        messages.success(request, moved.after(said), extra_tags=undo)
        return request.get_full_path()

    return redirect(drafts.once(request, create))


def grid_of(found: Event) -> Grid:
    """Of all who were met, whichever page of them is shown: a line that is posted may have moved to another one."""
    saved = {row.pk: row for row in met_at(found)}
    asks_heard = found.kind == EventKind.TRANSITION and card_of(found) is not None
    return Grid(event=found, saved=saved, heard=reads.heard_at(list(saved.values())), asks_heard=asks_heard)


def lines_of(typed: QueryDict | None, grid: Grid, shown: list[Encounter]) -> MetLines:
    if typed is not None and TOTAL not in typed:  # sent without a line
        typed = typed.copy()
        typed[TOTAL] = typed[f"{PREFIX}-INITIAL_FORMS"] = "0"
    if typed is not None and MORE in typed:
        typed = typed.copy()
        total = typed.get(TOTAL, "")
        typed[TOTAL] = str(min(int(total) if total.isdecimal() and len(total) < 4 else 0, MOST) + SPARE)
    initial = [initial_line(row, grid.heard) for row in shown]
    lines = MetLines(typed, prefix=PREFIX, initial=initial, form_kwargs={"about": grid})
    if not grid.saved and lines.forms:
        begin_at(lines.forms[0], "name")
    return lines


def page(
    request: CampaignRequest,
    found: Event,
    *,
    lines: MetLines | None = None,
    rows: "Page[Encounter] | None" = None,
    grid: Grid | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "event": found,
        "card": card_of(found),
        "is_transition": found.kind == EventKind.TRANSITION,
        "lines": lines,
        "grid": grid,
        "more_lines": MORE,
        "page": rows,
        "came_of_it": reads.came_of(found, list(rows.object_list)) if rows else [],
        "sums": reads.sums_of(found),
        "is_open": bool(lines is not None and (lines.is_bound or not grid or not grid.saved)),
    }
    return TemplateResponse(request, "events/event.html", context, status=status)


def card_of(found: Event) -> PitchVersion | None:
    """What was said there, or would be said now; none at an event that is not about finding work."""
    if found.kind != EventKind.TRANSITION:
        return None
    return found.card or current_versions(found.campaign).get(Spoken.CARD)


def said_of(written: list[Encounter]) -> str:
    """`Two agreed and are in your network, each with a day to ask them. Three stand in your address book.`"""
    agreed = sum(row.answer == EncounterAnswer.AGREED for row in written)
    others = sum(row.answer != EncounterAnswer.AGREED and not row.contact.in_network for row in written)
    said = []
    if agreed:
        one = "agreed to meet again: in your network, to be asked within two working days."
        said.append(f"{capitalised(counted(agreed, 'person', 'people'))} {one}")
    if others:
        said.append(f"{capitalised(counted(others, 'person stands', 'people stand'))} in your address book.")
    return " ".join(said)


def gone_words(number: int) -> str:
    if not number:
        return ""
    return f"{capitalised(counted(number, 'person waits', 'people wait'))} in the trash for 30 days."


def removed_words(request: CampaignRequest, row: Encounter) -> str:
    return f"{row.contact} at {row.event}, {full_day(row.event.day, request.today)}"
