"""What was done today: conversations, asked, reminders, answers, days agreed, thanks and the rest (R19)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, Q

from campaigns.models import Campaign
from campaigns.rules.days import day_in_sentence
from campaigns.rules.progress import week_start
from meetings.models import Invitation
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind, is_message, is_to_ask
from outcomes.rules.items import ReferralState
from today.reads.planned import Talk
from today.rules.done import Done, DoneKind

MOST: Final = 50
"""Follow-ups done in a day that are told one by one; nobody does more but by a bulk act."""

ANSWERS: Final = {Answer.YES: DoneKind.YES, Answer.NO: DoneKind.NO}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The invitations of which Today speaks: those that wait, those sent this week, those answered today."""

    rows: tuple[Any, ...]
    """Named as the columns of the invitations."""

    was_silent: bool
    """Somebody did not answer before: the first silence is over."""

    @property
    def waiting(self) -> int:
        return sum(one.answer == Answer.WAITING for one in self.rows)

    def sent_since(self, monday: date) -> list[date]:
        return [one.sent_on for one in self.rows if one.sent_on >= monday]


def asked(campaign: Campaign, today: date) -> Asked:
    """In one query, with the names of whom they were sent to."""
    mine = Invitation.objects.filter(campaign=campaign).order_by()
    wanted = Q(answer=Answer.WAITING) | Q(sent_on__gte=week_start(today)) | Q(answered_on=today)
    gave_up = mine.filter(Q(answer=Answer.NO_ANSWER) | Q(reminded_on__isnull=False))
    rows = mine.filter(wanted).annotate(was_silent=Exists(gave_up)).order_by("sent_on", "pk")
    found = tuple(rows.values_list(*COLUMNS, named=True))
    return Asked(rows=found, was_silent=any(one.was_silent for one in found))


COLUMNS: Final = ("contact_id", "sent_on", "answer", "answered_on", "reminded_on", "contact__name", "was_silent")


def done_today(campaign: Campaign, today: date, found: Iterable[Talk], invited: Asked) -> list[Done]:
    """In the order in which the sentence says it."""
    asked_today = {one.contact_id for one in invited.rows if one.sent_on == today}
    done = [*_talks(found, today), *_invitations(invited, today), *_closed(campaign, today, asked_today)]
    return sorted(done, key=lambda one: list(DoneKind).index(one.kind))


def _talks(found: Iterable[Talk], today: date) -> Iterator[Done]:
    for talk in found:
        if talk.logged_on == today:
            which = "first talk" if talk.day == talk.first_held_on else "another talk"
            yield Done(kind=DoneKind.TALK, line=f"{talk.name}: {which}", contact_id=talk.contact_id)
        elif talk.is_planned and talk.planned_on == today:
            line = f"A day with {talk.called}: {day_in_sentence(talk.day, today)}"
            yield Done(kind=DoneKind.PLANNED, line=line, contact_id=talk.contact_id)


def _invitations(invited: Asked, today: date) -> Iterator[Done]:
    for one in invited.rows:
        name, pk = one.contact__name, one.contact_id
        if one.sent_on == today:
            yield Done(kind=DoneKind.ASKED, line=f"Asked {name}", contact_id=pk)
        if one.reminded_on == today:
            yield Done(kind=DoneKind.REMINDED, line=f"Reminded {name}", contact_id=pk)
        if one.answered_on == today and one.answer in ANSWERS:
            said = "yes" if one.answer == Answer.YES else "no. A no is seldom about you"
            yield Done(kind=ANSWERS[Answer(one.answer)], line=f"{name} said {said}", contact_id=pk)


def _closed(campaign: Campaign, today: date, asked_today: set[int]) -> Iterator[Done]:
    """Each in a line; what was closed only because of something that is told already is not told again."""
    closed = FollowUp.objects.filter(campaign=campaign, closed_on=today, status=FollowUpStatus.DONE)
    for one in closed.order_by("-pk").values_list(*OF_CLOSED, named=True)[:MOST]:
        called = one.contact__given_name or one.contact__name
        to_ask = is_to_ask(introduction=one.introduction, encounter=one.encounter_id, invitation=one.invitation_id)
        if to_ask and one.contact_id in asked_today:
            continue
        if one.kind == FollowUpKind.THANK_YOU:
            kind, line = DoneKind.THANKED, f"{called} is thanked"
        elif is_message(FollowUpKind(one.kind), to_ask=to_ask):
            kind, line = DoneKind.WRITTEN, f"{called} is written to"
        elif one.kind == FollowUpKind.WAITING and one.item__referral_state:
            if one.item__referral_state != ReferralState.INTRODUCED:
                continue
            referred = one.item__referred__given_name or one.item__referred__name
            kind, line = DoneKind.OTHER, f"{called} introduced you to {referred}"
        else:
            kind, line = DoneKind.OTHER, f"“{one.text}”"
        yield Done(kind=kind, line=line, contact_id=one.contact_id)


OF_CLOSED: Final = (
    "contact_id", "kind", "introduction", "encounter_id", "text", "contact__name", "contact__given_name",
    "invitation_id", "item__referral_state", "item__referred__name", "item__referred__given_name",
)  # fmt: skip
