"""Ninety days of four users: each morning is little, speaks of a thing once, and can be finished (R19, R10)."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from campaigns.models import Campaign, Pause
from campaigns.rules.business_days import is_business_day
from campaigns.rules.progress import PauseKind
from meetings.models import Meeting
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.reads.follow_ups import FollowUpRow
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.rules.steps import Group, NextStep, StepKind
from relationships.writes import follow_ups
from tests import factories
from tests.today.people_of_a_campaign import OFF, Living, morning
from today.reads.afterwards import nobody_left
from today.reads.day import Day, day_of
from today.reads.next_people import weighed
from today.reads.open_rows import ids_to_do, owed_follow_ups
from today.reads.planned import above, booked_next_days, planned_by, talks
from today.rules.next_people import proposals
from today.writes.choosing import choose_rows
from today.writes.opening import open_the_day

BEGAN = date(2026, 10, 19)  # a Monday; the clocks of Europe change a week later, Christmas is off
DAYS = 90
ASK = NextStep(kind=StepKind.ASK, words="")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How somebody works: how many people they know, how many rows a day, on which days, what they want of a week."""

    people: int
    rows: int
    works: Callable[[int], bool]
    wanted: int
    events: tuple[int, ...] = ()
    more_asks: int = 0
    """So many a day of those whom the page proposes beside the list."""


KINDS = {
    "diligent": Kind(people=60, rows=99, works=lambda _: True, wanted=5),
    "slow": Kind(people=40, rows=2, works=lambda day: day % 2 == 0, wanted=2),
    "absent": Kind(people=50, rows=99, works=lambda day: not 20 <= day < 55, wanted=4),
    "very busy": Kind(people=120, rows=99, works=lambda _: True, wanted=10, events=(8, 29, 50), more_asks=2),
}
TABLE = {
    # days worked and finished, most rows, cups, people asked, tells, promises, rows to use, rows of who went quiet
    "diligent": (58, 58, 8, 28, 59, 20, 11, 39, 2),
    "slow": (29, 7, 7, 12, 26, 2, 6, 10, 0),
    "absent": (33, 33, 7, 15, 31, 12, 3, 21, 2),
    "very busy": (58, 58, 10, 47, 96, 25, 17, 41, 0),
}


@pytest.fixture
def campaign(alice: User) -> Campaign:
    made = factories.make_campaign(owner=alice, started_on=BEGAN)
    for first, last in OFF.stretches:
        Pause.objects.create(campaign=made, kind=PauseKind.OFF, from_day=first, to_day=last)
    return made


def look(campaign: Campaign, moment: Moment) -> Day:
    """The first look of a day, or a later one: the middleware and the page."""
    open_the_day(campaign, moment.today)
    choose_rows(campaign, moment)
    found = talks(campaign, moment)
    people = weighed(campaign, moment.today, ids_to_do(campaign, moment.today))
    return day_of(campaign, moment, above(found, moment.today), people.listed)


def people_on(day: Day) -> Iterator[int]:
    for meetings in (day.today, day.to_log, day.tomorrow):
        yield from (one.row.talk.contact_id for one in meetings)
    yield from (row.contact_id for _, rows in day.groups for row in rows)


def matters_on(day: Day) -> Iterator[tuple[str, object]]:
    for meetings in (day.today, day.to_log, day.tomorrow):
        for one in meetings:
            yield "meeting", one.row.talk.pk
            yield from (("follow-up", line.pk) for line in one.owed)
    for _, rows in day.groups:
        for row in rows:
            if isinstance(row, FollowUpRow):
                yield "follow-up", row.pk
            else:
                yield row.kind, row.step.about or row.contact_id


def check(campaign: Campaign, day: Day, moment: Moment) -> Counter[str]:
    """What holds on every morning; answers what was counted."""
    today = moment.today
    assert max(Counter(people_on(day)).values(), default=0) <= 1, "a person twice"
    assert max(Counter(matters_on(day)).values(), default=0) <= 1, "a matter twice"
    rows = [group for group, found in day.groups for _ in found]
    assert sum(not group.always_shown for group in rows) <= 5
    owed = set(owed_follow_ups(campaign, today).values_list("pk", flat=True))
    counted = [one for one in day.tomorrow if owed.intersection(line.pk for line in one.owed)]
    assert day.number == len(rows) + len(day.today) + len(day.to_log) + len(counted)
    shown = {pk for kind, pk in matters_on(day) if kind == "follow-up"}
    promised = FollowUp.objects.due(today).filter(campaign=campaign, kind=FollowUpKind.PROMISE, contact__left_on=None)
    hidden = {one.pk for one in promised if one.pk not in shown}
    for one in promised.filter(pk__in=hidden):  # another promise to the same person stands there first
        assert one.contact_id in set(people_on(day)), one
    if is_business_day(today) and today not in OFF and not booked_next_days(talks(campaign, moment), today):
        assert day.to_ask or not beside(campaign, day, today), "somebody could be asked, and nobody is"
        assert day.to_ask or nobody_left(campaign, today).words, "neither somebody to ask nor what to do instead"
    return Counter(group.value for group in rows)


def work(living: Living, kind: Kind, day: Day, moment: Moment) -> None:
    """The user does the rows of the day, as many as they do in a day; and in the evening notes the coffees."""
    campaign, today, left = living.campaign, moment.today, kind.rows
    owed = [line.pk for one in day.tomorrow for line in one.owed]
    while left > 0 and (rows := [row.contact_id for _, found in day.groups for row in found]):
        for contact_id in rows[:left]:
            living.act(contact_id, next_steps(campaign, [contact_id], moment)[contact_id], today)
        left -= len(rows)
        if ids_to_do(campaign, today) <= {one.row.talk.contact_id for one in (*day.today, *day.to_log, *day.tomorrow)}:
            break
        day = look(campaign, moment)
    for contact_id in beside(campaign, day, today)[: kind.more_asks] if kind.more_asks else ():
        living.act(contact_id, ASK, today)
    for meeting in Meeting.objects.filter(pk__in=planned_by(campaign, today).values("pk")).select_related("contact"):
        living.debrief(meeting, today)
    follow_ups.done(FollowUp.objects.filter(pk__in=owed), today)


def beside(campaign: Campaign, day: Day, today: date) -> list[int]:
    """Who else may be asked, beside the list."""
    people = weighed(campaign, today, ids_to_do(campaign, today))
    new, again = proposals((one for one in people.others if one.contact_id not in day.people), today, cups=0)
    return [one.contact_id for one in [*new, *again]]


@pytest.mark.of_the_pages
@pytest.mark.parametrize("name", KINDS)
def test_each_of_ninety_days_is_little_and_can_be_finished(campaign: Campaign, name: str) -> None:
    kind, living = KINDS[name], Living(campaign=campaign, chance=Random(name))
    campaign.weekly_invitations = kind.wanted
    campaign.save()
    for number in range(kind.people):
        living.somebody(known=number % 2 == 0)
    seen: Counter[str] = Counter()
    most = finished = worked = 0
    with timezone.override("UTC"):
        for number in range(DAYS):
            moment = morning(BEGAN + timedelta(days=number))
            with time_machine.travel(moment.now, tick=False):
                living.night(moment.today)
                if number in kind.events:
                    living.event(moment.today, 12)
                if not (is_business_day(moment.today) and kind.works(number)) or moment.today in OFF:
                    continue
                day = look(campaign, moment)
                seen += check(campaign, day, moment)
                worked, most = worked + 1, max(most, day.number)
                work(living, kind, day, moment)
                left = ids_to_do(campaign, moment.today)
                finished += not left
                assert not left or kind.rows < 99, "the day cannot be finished"
    assert not FollowUp.objects.filter(pk__in=living.promised, status=FollowUpStatus.DROPPED, dropped_by_leaving=False)
    assert living.promised == set(FollowUp.objects.filter(pk__in=living.promised).values_list("pk", flat=True))
    tells = Counter(FollowUp.objects.filter(campaign=campaign, kind=FollowUpKind.TELL).values_list("item", flat=True))
    assert max(tells.values()) == 1, "no tell twice"
    cups, asked = campaign.contacts.cups().count(), campaign.invitations.count()
    rows = (seen[Group.TO_USE.value], seen[Group.QUIET.value])
    assert (worked, finished, most, cups, asked, len(tells), len(living.promised), *rows) == TABLE[name]
