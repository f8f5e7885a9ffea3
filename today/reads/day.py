"""R19: what Today shows of the day: meetings with what is owed to each, the rows that are not done, and the number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from campaigns.models import Campaign
from campaigns.rules.business_days import DaysOff
from outcomes.rules.due import FollowUpKind, is_message, is_red, overdue_words
from outcomes.rules.items import has_introduced
from relationships.reads.follow_ups import FollowUpRow
from relationships.reads.history import histories_in
from relationships.rules.days import is_owed
from relationships.rules.history import History, Moment, OpenFollowUp
from relationships.rules.next_step import next_step
from relationships.rules.steps import OF_FOLLOW_UPS, Group, NextStep, StepKind
from today.reads.planned import Above, TalkRow
from today.rules.candidate import Candidate
from today.rules.day_rows import group_of_row, order


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """Somebody with whom something else than a follow-up is to be done."""

    contact_id: int
    name: str
    called: str
    phase: str
    step: NextStep
    sub: str
    template: ClassVar[str] = "today/_row_step.html"

    @property
    def kind(self) -> str:
        return self.step.kind.value

    @property
    def about(self) -> str:
        """What it is about, as its key is written into the page."""
        return str(self.step.about or "")

    @property
    def dom_id(self) -> str:
        return f"person-{self.contact_id}"


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    """A meeting above, and what is owed to that person, each with its own tick."""

    row: TalkRow
    owed: tuple[FollowUpRow, ...]


@dataclass(frozen=True, kw_only=True)
class Day:
    """What is to be done; `number` counts the rows as every page does."""

    today: list[MeetingRow]
    to_log: list[MeetingRow]
    tomorrow: list[MeetingRow]
    groups: list[tuple[Group, list[FollowUpRow | StepRow]]]
    number: int
    people: set[int]
    """Everybody who stands on the list."""

    to_ask: tuple[int, ...]
    """Whom of them to ask, by the rule of the next step."""

    days_off: DaysOff | None
    """As far as they were read along with somebody of the list."""

    @property
    def first_silence(self) -> int | None:
        """The contact of the first reminder on the list."""
        rows = (row for _, found in self.groups for row in found if isinstance(row, StepRow))
        return next((row.contact_id for row in rows if row.step.kind is StepKind.REMIND), None)

    @property
    def only_asks(self) -> bool:
        """Nothing is due: the only row is somebody to ask."""
        return not (self.today or self.to_log) and len(self.to_ask) == self.number == 1


def day_of(campaign: Campaign, moment: Moment, above: Above, to_do: Iterable[Candidate]) -> Day:
    """The day as it stands at this moment; `to_do` are those who have a row that is not done."""
    people = {one.contact_id: one for one in to_do}
    rows = [contact_id for contact_id in people if contact_id not in above.people]
    histories = histories_in(campaign, [*rows, *above.people])
    steps = {contact_id: next_step(histories[contact_id], moment) for contact_id in rows}
    in_order = sorted(rows, key=lambda contact_id: order(contact_id, steps[contact_id]))
    drawn = [
        (group, _row(people[contact_id], steps[contact_id], histories[contact_id], moment.today))
        for contact_id in in_order
        if (group := group_of_row(steps[contact_id]))
    ]
    return Day(
        today=list(_meetings(above.today, histories, moment.today)),
        to_log=list(_meetings(above.to_log, histories, moment.today)),
        tomorrow=list(_meetings(above.tomorrow, histories, moment.today)),
        groups=[(group, [row for _, row in found]) for group, found in groupby(drawn, key=lambda pair: pair[0])],
        number=len(people),
        people=above.people.union(people),
        days_off=next((history.days_off for history in histories.values()), None),
        to_ask=tuple(pk for pk in in_order if group_of_row(steps[pk]) is Group.ASK),
    )


def _row(person: Candidate, step: NextStep, history: History, today: date) -> FollowUpRow | StepRow:
    givers = [one.giver for one in history.named_by if has_introduced(one.state, one.introduced_on)]
    introduced = givers[-1] if givers else ""
    if step.kind in OF_FOLLOW_UPS and step.about is not None:
        by = f"{introduced} introduced you" if introduced and step.group is Group.INTRODUCED else ""
        return FollowUpRow(
            pk=step.about,
            contact_id=person.contact_id,
            name=person.name,
            phase=person.phase,
            text=step.words,
            sub=". ".join(words for words in (step.hint, by) if words),
            is_red=step.is_red,
            is_message=step.kind is StepKind.WRITE,
            is_waiting=step.kind is StepKind.CHASE,
        )
    return StepRow(
        contact_id=person.contact_id,
        name=person.name,
        called=person.called,
        phase=person.phase,
        step=step,
        sub=step.hint,
    )


def _meetings(rows: Iterable[TalkRow], histories: dict[int, History], today: date) -> Iterator[MeetingRow]:
    for row in rows:
        due = [one for one in histories[row.talk.contact_id].follow_ups if _is_second_line(one, today)]
        due.sort(key=lambda one: (not is_owed(one.kind, is_introduction=one.is_introduction), one.due))
        yield MeetingRow(row=row, owed=tuple(_second_line(one, row, today) for one in due))


def _is_second_line(one: OpenFollowUp, today: date) -> bool:
    return one.due <= today and one.kind is not FollowUpKind.WAITING


def _second_line(one: OpenFollowUp, row: TalkRow, today: date) -> FollowUpRow:
    return FollowUpRow(
        pk=one.follow_up_id,
        contact_id=row.talk.contact_id,
        name=row.talk.name,
        phase=row.talk.phase,
        text=one.what,
        sub=overdue_words(one.kind, one.due, today),
        is_red=is_red(one.kind, one.due, today),
        is_message=is_message(one.kind, to_ask=one.is_to_ask),
    )
