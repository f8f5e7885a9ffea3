"""The invitations that wait or went out this week: what asks for a reminder, and the week's figures (R11, R17)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, NamedTuple

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, Q, QuerySet, Window

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from campaigns.rules.days import day_in_sentence, on_day
from campaigns.rules.progress import week_start
from contacts.rules.leaving import is_away
from meetings.models import Invitation, no_day_yet
from meetings.rules.asking import FIRST_SILENCE, Answer, Step, invitation_step, is_first_silence

MOST: Final = 300


@dataclass(frozen=True, kw_only=True)
class SilentRow:
    """An invitation without an answer, and what the user can do: one reminder, or leave them for now."""

    pk: int
    contact_id: int
    name: str
    called: str
    phase: str
    line: str
    sub: str
    since: date
    is_leaving: bool
    template: ClassVar[str] = "today/_row_silent.html"

    @property
    def dom_id(self) -> str:
        return f"invitation-{self.pk}"


@dataclass(frozen=True, kw_only=True)
class YesRow:
    """Somebody who said yes, and with whom no day was agreed yet."""

    pk: int
    contact_id: int
    name: str
    phase: str
    line: str
    sub: str
    since: date
    template: ClassVar[str] = "today/_row_yes.html"

    @property
    def dom_id(self) -> str:
        return f"invitation-{self.pk}"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What Today says of invitations."""

    silent: list[SilentRow]
    said_yes: list[YesRow]
    waiting: int
    this_week: list[date]
    today: list[str]
    """The names of those invited today."""


class _Row(NamedTuple):
    """One invitation, with whom it is for, how many wait in all, and whether somebody was ever silent before."""

    pk: int
    contact_id: int
    contact__name: str
    contact__given_name: str
    contact__phase: str
    sent_on: date
    reminded_on: date | None
    answer: str
    answered_on: date | None
    contact__left_on: date | None
    contact__left_until: date | None
    all_waiting: int
    was_silent: bool
    no_day: bool

    @property
    def called(self) -> str:
        return self.contact__given_name or self.contact__name

    def is_away(self, today: date) -> bool:
        return is_away(self.contact__left_on, self.contact__left_until, today)


def asked(campaign: Campaign, today: date) -> Asked:
    monday = week_start(today)
    rows = [_Row(*values) for values in _PREPARED.rows(campaign.pk, monday, today)]
    waiting = [row for row in rows if row.answer == Answer.WAITING]
    before = sum(row.reminded_on is not None for row in waiting) + any(row.was_silent for row in rows)
    steps = [(row, invitation_step(row.sent_on, row.reminded_on, Answer(row.answer), today)) for row in waiting]
    asking = [(row, step) for row, step in steps if step is not Step.NOTHING]
    return Asked(
        silent=[_silent(row, step, before + place, today) for place, (row, step) in enumerate(asking)],
        said_yes=[_yes(row, today) for row in rows if row.no_day and not row.is_away(today)],
        waiting=rows[0].all_waiting if rows else 0,
        this_week=[row.sent_on for row in rows if row.sent_on >= monday],
        today=[row.contact__name for row in rows if row.sent_on == today],
    )


def _waiting_or_since(campaign_id: int, monday: date, today: date) -> QuerySet[Any, tuple[Any, ...]]:
    waits = Q(answer=Answer.WAITING)
    gave_up = Invitation.objects.filter(campaign=campaign_id, answer=Answer.NO_ANSWER)
    mine = Invitation.objects.filter(campaign=campaign_id).order_by()
    kinds = (mine.filter(sent_on__gte=monday), mine.without_a_day(today))
    wanted = mine.waiting().values("pk").union(*(kind.values("pk") for kind in kinds))  # an index for each
    found = Invitation.objects.filter(pk__in=wanted).annotate(
        all_waiting=Window(Count("pk", filter=waits)),
        was_silent=Exists(gave_up),
        no_day=ExpressionWrapper(no_day_yet(today), BooleanField()),
    )
    return found.order_by("sent_on", "pk").values_list(*_Row._fields)[:MOST]


_PREPARED: Final = Prepared(_waiting_or_since)


def _silent(row: _Row, step: Step, silences: int, today: date) -> SilentRow:
    leaving = step is Step.LEAVE
    asked_on = f"You asked {on_day(row.sent_on, today)}"
    if leaving:
        sub = f"{asked_on}, and reminded {row.called} {on_day(row.reminded_on or row.sent_on, today)}"
    else:
        sub = f"{asked_on}. {FIRST_SILENCE}" if is_first_silence(silences) else asked_on
    return SilentRow(
        pk=row.pk,
        contact_id=row.contact_id,
        name=row.contact__name,
        called=row.called,
        phase=row.contact__phase,
        line=f"Leave {row.called} for now?" if leaving else f"One short reminder to {row.called}",
        sub=sub,
        since=row.reminded_on or row.sent_on,
        is_leaving=leaving,
    )


def _yes(row: _Row, today: date) -> YesRow:
    since = row.answered_on or row.sent_on
    return YesRow(
        pk=row.pk,
        contact_id=row.contact_id,
        name=row.contact__name,
        phase=row.contact__phase,
        line=f"{row.called} said yes. Agree on a day",
        sub="Today" if since == today else f"Since {day_in_sentence(since, today)}",
        since=since,
    )
