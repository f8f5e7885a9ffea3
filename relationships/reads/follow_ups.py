"""Follow-ups as the lists show them: open by day, waiting for others, closed; each with what comes first."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final

from campaigns.rules.days import day_in_sentence, full_day, on_day, written_day
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind, is_message, is_red, overdue_words
from outcomes.rules.items import SAID_INSTEAD
from relationships.rules.steps import OF_FOLLOW_UPS, Group, NextStep, StepKind

BEFORE: Final = "Before today"
INSTEAD: Final = tuple((state.value, words) for state, words in SAID_INSTEAD.items())
NO_STEP: Final = frozenset({StepKind.REST, StepKind.BACK})


@dataclass(frozen=True, kw_only=True)
class FollowUpRow:
    """One follow-up as a row: whom it is for, its words, and what can be done with it."""

    pk: int
    contact_id: int
    name: str
    phase: str
    text: str
    sub: str
    is_red: bool = False
    is_message: bool = False
    is_waiting: bool = False
    instead: tuple[tuple[str, str], ...] = ()
    """What who promised to introduce somebody may say instead: the state of the referral, and its words."""

    first: str = ""
    """The next step with this person, where it is another."""

    template: ClassVar[str] = "follow_ups/_follow_up_row.html"

    @property
    def dom_id(self) -> str:
        return f"follow-up-{self.pk}"

    @property
    def key(self) -> str:
        """As it is written into the page: a number would be localised wherever it stands."""
        return str(self.pk)

    @property
    def person(self) -> str:
        return str(self.contact_id)

    @property
    def to_write(self) -> str:
        """What the link to a message about it says; empty where it asks for none."""
        return "Remind" if self.is_waiting else "Write" if self.is_message else ""

    @property
    def when_done(self) -> str:
        """What the button says that closes it."""
        return "They did" if self.is_waiting else "Sent" if self.is_message else "Done"


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """Somebody who said yes and has no day yet."""

    contact_id: int
    name: str
    phase: str
    words: str
    sub: str
    template: ClassVar[str] = "follow_ups/_follow_ups_plan_row.html"

    @property
    def person(self) -> str:
        return str(self.contact_id)


@dataclass(frozen=True, kw_only=True)
class MorePlans:
    """So many others said yes and have no day yet: they are shown when they are asked for."""

    number: int
    template: ClassVar[str] = "follow_ups/_follow_ups_more_plans.html"


OpenRow = FollowUpRow | PlanRow | MorePlans
Steps = Mapping[int, NextStep]


def row_of(follow_up: FollowUp, today: date, sub: str = "", steps: Steps | None = None) -> FollowUpRow:
    """The row; without `sub` it says for when it is. `steps`: the next steps of the people concerned."""
    contact = follow_up.contact
    row = row_from(
        pk=follow_up.pk,
        contact_id=follow_up.contact_id,
        name=contact.name,
        phase=contact.phase,
        text=follow_up.text,
        kind=FollowUpKind(follow_up.kind),
        due_on=follow_up.due_on,
        to_ask=follow_up.is_to_ask,
        today=today,
        sub=sub,
    )
    return replace(
        row,
        instead=INSTEAD if row.is_waiting and follow_up.item_id else (),
        first=first_words((steps or {}).get(follow_up.contact_id), follow_up.pk, OF_FOLLOW_UPS),
    )


def first_words(step: NextStep | None, about: int, kinds: Set[StepKind]) -> str:
    """`First: How did it go on Friday?` where the next step with somebody is another than this row's."""
    if step is None or step.kind in NO_STEP or (step.kind in kinds and step.about == about):
        return ""
    return f"First: {step.words}"


def row_from(
    *,
    pk: int,
    contact_id: int,
    name: str,
    phase: str,
    text: str,
    kind: FollowUpKind,
    due_on: date,
    to_ask: bool,
    today: date,
    sub: str = "",
) -> FollowUpRow:
    """The same from the columns alone."""
    return FollowUpRow(
        pk=pk,
        contact_id=contact_id,
        name=name,
        phase=phase,
        text=text,
        sub=sub or overdue_words(kind, due_on, today),
        is_red=is_red(kind, due_on, today),
        is_message=is_message(kind, to_ask=to_ask),
        is_waiting=kind is FollowUpKind.WAITING,
    )


def by_day(
    follow_ups: Iterable[FollowUp], today: date, steps: Steps, plans: Iterable[PlanRow | MorePlans] = ()
) -> list[tuple[str, list[OpenRow]]]:
    """Under the heading of their day; what is late stands together, and says since when. Plans are for today."""
    days: dict[str, list[OpenRow]] = {BEFORE: [], _heading(today, today): list(plans)}
    for one in follow_ups:
        row = row_of(one, today, _under_its_day(one, today), steps)
        days.setdefault(_heading(one.due_on, today), []).append(row)
    return [(heading, rows) for heading, rows in days.items() if rows]


def _heading(day: date, today: date) -> str:
    if day < today:
        return BEFORE
    return written_day(day, today) if (day - today).days <= 1 else full_day(day, today)


def _under_its_day(follow_up: FollowUp, today: date) -> str:
    if follow_up.due_on < today:
        return ""
    return Group.INTRODUCED.label if follow_up.introduction else FollowUpKind(follow_up.kind).label


def waiting_row(follow_up: FollowUp, today: date, steps: Steps) -> FollowUpRow:
    """`Said on 4 November. Ask since Friday`: when they said it, and from when on to ask."""
    said = f"Said {on_day(follow_up.created_on, today)}"
    if follow_up.due_on < today:
        return row_of(follow_up, today, f"{said}. Ask since {day_in_sentence(follow_up.due_on, today)}", steps)
    return row_of(follow_up, today, f"{said}. Ask {_later(follow_up.due_on, today)}", steps)


def _later(day: date, today: date) -> str:
    """Beside a day of the week before it must not be mistaken."""
    return on_day(day, today) if (day - today).days <= 1 else f"on {full_day(day, today)}"


def closed_row(follow_up: FollowUp, today: date) -> FollowUpRow:
    word = "Done" if follow_up.status == FollowUpStatus.DONE else "Dropped"
    return row_of(follow_up, today, f"{word} {on_day(follow_up.closed_on or today, today)}")
