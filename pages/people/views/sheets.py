"""The contact sheet, for print: a line each for the list as it is filtered, one person, and a blank one.

Source: docs/method.md: who you talked to, what about, and when to follow up.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.reads.paging import first_of
from contacts.reads.ways import WaysOf, shown_ways, ways_of, ways_of_each
from meetings.reads.meeting_list import cup_number
from outcomes.rules.due import is_red
from outcomes.rules.items import has_introduced
from pages.people.filters import PeopleFilter
from pages.people.views.contact import people_of
from pages.people.views.people import SHOWN, cleaned, counted, is_filtered, order_of, without
from pages.people.views.person_parts import introductions, known_words, way_of
from pages.people.views.rows import Row, by_day, day_of, rows_by_steps, when_words
from relationships.reads.history import histories_of_people
from relationships.reads.last_time import last_time_on, last_times
from relationships.reads.record import Record, record_of
from relationships.reads.timeline import NOTHING, UnderMeeting, timeline, under_meetings
from relationships.rules.came_of_it import came_by
from relationships.rules.history import History, Moment
from relationships.rules.next_step import next_step
from relationships.rules.steps import OF_FOLLOW_UPS
from relationships.rules.timeline_words import Entry, title

MOST_LINES: Final = 500
BLANK_LINES: Final = range(14)
"""They fill a page of A4 and of Letter."""

MOST_TALKS, MOST_FOLLOW_UPS = 6, 6
TALKS: Final = {"meeting", "touch", "note", "item"}
PRINTED: Final = (*SHOWN, "how_we_met", "linkedin_key", "introduced_by__name")
"""What a line reads of each beside what the list reads."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One person, in the order of the columns; `row` is their row of the list."""

    row: Row
    ways: list[str]
    met: list[str]
    last_on: date | None
    talked: str


@require_safe
def people_sheet(request: CampaignRequest) -> HttpResponse:
    """The list of the same address; `talked` in it adds what was talked about the last time."""
    found = PeopleFilter(request.GET, request=request)
    address = without(cleaned(request.GET, found), "after", "before")
    asked = address.copy()
    if talked := bool(request.GET.get("talked")):
        asked["talked"] = "yes"
    if dict(asked.lists()) != dict(request.GET.lists()):
        return redirect(f"{reverse('people_sheet')}?{asked.urlencode()}" if asked else reverse("people_sheet"))
    order = order_of(address)
    people = found.shown.select_related("company", "introduced_by").only(*PRINTED)
    listed = first_of(people, order, MOST_LINES + 1)
    lines = lines_of(listed[:MOST_LINES], request, talked=talked)
    if order.column == "due":
        place = {row.key: number for number, row in enumerate(by_day([line.row for line in lines], falls=order.falls))}
        lines.sort(key=lambda line: place[line.row.key])
    context = {
        "filter": found,
        "lines": lines,
        "counts": counted(found, address),
        "is_filtered": is_filtered(address),
        "most": MOST_LINES if len(listed) > MOST_LINES else 0,
        "talked": talked,
        "asked": list(address.items()),
        "address": address.urlencode(),
    }
    return TemplateResponse(request, "people/sheet.html", context)


def lines_of(people: list[Contact], request: CampaignRequest, *, talked: bool) -> list[Line]:
    """As many queries for five hundred people as for five."""
    moment = Moment(today=request.today, now=timezone.now())
    histories = histories_of_people(people)
    steps = {pk: next_step(history, moment) for pk, history in histories.items()}
    ways, said = ways_of_each(list(histories)), last_times(histories) if talked else {}
    return [
        Line(
            row=row,
            ways=ways_in_short(row.contact, ways[row.contact.pk]),
            met=met_through(row.contact, histories[row.contact.pk]),
            last_on=last_time_on(histories[row.contact.pk]),
            talked=(last.words or way_of(last, row.contact)) if (last := said.get(row.contact.pk)) else "",
        )
        for row in rows_by_steps(people, steps, moment.today)
    ]


def ways_in_short(person: Contact, ways: WaysOf) -> list[str]:
    """A number and an address to write to; a profile where there is neither."""
    shown = shown_ways(person, ways)
    phones = [number for _, number, _ in shown["phones"][:1]]
    found = phones + [address for _, address in shown["emails"][:1]]
    return found or [words for _, words in shown["links"][:1]]


def met_through(person: Contact, history: History) -> list[str]:
    """Who introduced or named them, how you met, and since when you know them."""
    led = sorted(history.named_by, key=lambda one: not has_introduced(one.state, one.introduced_on))
    pk, giver = (led[0].giver_id, led[0].giver) if led else (0, "")
    if person.introduced_by:
        pk, giver = person.introduced_by.pk, person.introduced_by.name
    found = [f"{came_by(history, pk)} {giver}" if giver else "", person.how_we_met, known_words(person)]
    return [words for words in found if words]


@require_safe
def people_sheet_blank(request: CampaignRequest) -> HttpResponse:
    return TemplateResponse(request, "people/sheet_blank.html", {"lines": BLANK_LINES})


@dataclass(frozen=True, kw_only=True)
class Talk:
    """Something of their timeline with what was given at it."""

    entry: Entry
    title: str
    under: UnderMeeting


@require_safe
def contact_sheet(request: CampaignRequest, pk: int) -> HttpResponse:
    """One person on one page: what is longer is cut, and says how much there is."""
    person = get_object_or_404(people_of(request), pk=pk)
    record = record_of(person)
    context = {
        "contact": person,
        "ways": shown_ways(person, ways_of(person)),
        "met": met_through(person, record.history),
        "record": record,
        "introduced": introductions(record)["introduced"],
        **talks_of(record),
        "follow_ups": follow_ups_of(record, Moment(today=request.today, now=timezone.now())),
    }
    return TemplateResponse(request, "people/contact_sheet.html", context)


def talks_of(record: Record) -> dict[str, Any]:
    """What was talked about, written and given, the latest first."""
    past = [entry for entry in timeline(record).entries if entry.kind in TALKS and not entry.is_open]
    cup, under = cup_number(record.contact), under_meetings(record)
    talks = [
        Talk(
            entry=entry,
            title=title(entry, record.contact.short_name, cup),
            under=under.get(entry.pk, NOTHING) if entry.kind == "meeting" else NOTHING,
        )
        for entry in past[:MOST_TALKS]
    ]
    return {"talks": talks, "more_talks": len(past) - len(talks)}


def follow_ups_of(record: Record, moment: Moment) -> list[tuple[str, str]]:
    """The next step, then what else is open, each with its day."""
    today, step = moment.today, next_step(record.history, moment)
    day = day_of(step, record.contact.acts_on)
    said = [(when_words(day, today, is_red=step.is_red and step.due == day) if day else "", step.words)]
    said += [
        (when_words(one.due, today, is_red=is_red(one.kind, one.due, today)), one.what)
        for one in record.history.follow_ups
        if step.kind not in OF_FOLLOW_UPS or one.follow_up_id != step.about
    ]
    return said[:MOST_FOLLOW_UPS]
