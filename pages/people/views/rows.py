"""The lines of the list of people, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.urls import reverse

from campaigns.rules.days import WITHIN, short_day, weekday
from contacts.models import Contact
from relationships.reads.history import next_steps_of
from relationships.rules.history import Moment
from relationships.rules.steps import NextStep, StepKind

A_DAY: Final = timedelta(days=1)
OF_A_MEETING: Final = {StepKind.LOG, StepKind.PREPARE}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table; its words are put together here, since fifty rows of template logic cost more."""

    contact: Contact
    key: str
    url: str
    about: str
    cups: str
    step: NextStep
    day: date | None
    """From when on there is something to do; for a meeting its own day."""

    when: str
    is_red: bool


def rows_of(contacts: list[Contact], moment: Moment) -> list[Row]:
    return rows_by_steps(contacts, next_steps_of(contacts, moment), moment.today)


def rows_by_steps(contacts: list[Contact], steps: Mapping[int, NextStep], today: date) -> list[Row]:
    """The same where the steps are known already."""
    address = reverse("contact", args=[0])  # once: a reverse for each row costs more than the query
    rows = []
    for contact in contacts:
        step = steps[contact.pk]
        day = day_of(step, contact.acts_on)
        is_red = step.is_red and step.due == day
        key = str(contact.pk)
        firm = contact.company.name if contact.company else ""
        rows.append(
            Row(
                contact=contact,
                key=key,
                url=address.replace("0", key),
                about=", ".join(part for part in (contact.position, firm) if part),
                cups=cup_words(contact.held_count),
                step=step,
                day=day,
                when=when_words(day, today, is_red=is_red) if day else "",
                is_red=is_red,
            )
        )
    return rows


def day_of(step: NextStep, acts_on: date | None) -> date | None:
    """A meeting is to be prepared from the day before on: its own day is the one that says something."""
    prepared_since = step.due - A_DAY if step.due and step.kind in OF_A_MEETING else None
    return step.due if prepared_since == acts_on else acts_on


def by_day(rows: list[Row], *, falls: bool) -> list[Row]:
    """Sorted by the days that are shown, as the page was by the days on which there is something to do."""
    dated = sorted((row for row in rows if row.day), key=lambda row: row.day or date.max, reverse=falls)
    return [*dated, *(row for row in rows if row.day is None)]


def cup_words(held: int) -> str:
    """`1 cup, 2 refills`; empty where there is none yet."""
    refills = f", {held - 1} refill{'' if held == 2 else 's'}" if held > 1 else ""
    return f"1 cup{refills}" if held else ""


def when_words(due: date, today: date, *, is_red: bool) -> str:
    """`Today`, `27 Nov`; once it is past `Since Fri`, and for a promise its day: `Fri 20 Nov`."""
    if due == today:
        return "Today"
    if due > today:
        return short_day(due, today)
    name = weekday(due)[:3]
    if is_red:
        return f"{name} {short_day(due, today)}"
    return f"Since {name if (today - due).days <= WITHIN else short_day(due, today)}"
