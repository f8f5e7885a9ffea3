"""What stands of a meeting's debrief: for the form that corrects it, and for the words about what saving changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from contacts.models import Contact
from meetings.models import Meeting, MeetingQuestion, Telling
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from pitch.rules.versions import Spoken
from relationships.reads.history import history_of
from relationships.rules.phase import evidence_of
from relationships.rules.saving import Standing


@dataclass(frozen=True, kw_only=True)
class PlannedQuestion:
    """A question that was to be asked at the meeting, and the line that answered it there."""

    key: int
    text: str
    result: str
    answer: ObtainedItem | None = None


@dataclass(frozen=True, kw_only=True)
class Logged:
    """What was saved with a meeting; all empty before it is logged."""

    is_held: bool = False
    items: list[ObtainedItem] = field(default_factory=list)
    stories: list[int] = field(default_factory=list)
    recalled: list[int] = field(default_factory=list)
    pitches: list[Spoken] = field(default_factory=list)
    thanks: FollowUp | None = None
    promised: FollowUp | None = None
    waiting: FollowUp | None = None
    again: FollowUp | None = None
    closed: list[FollowUp] = field(default_factory=list)
    shares_something: bool = False
    questions: list[PlannedQuestion] = field(default_factory=list)

    @property
    def lines(self) -> list[ObtainedItem]:
        """What they gave besides the answers to what was planned."""
        answers = [one.answer.pk for one in self.questions if one.answer]
        return [item for item in self.items if item.pk not in answers]

    @property
    def still_open(self) -> list[FollowUp]:
        return [row for row in (self.promised, self.waiting, self.again) if row]


def logged(meeting: Meeting) -> Logged:
    """Read with four queries, whatever was saved; before it is logged, with two."""
    shares = meeting.contact.common_ground.found().exists()
    if meeting.status != Status.HELD:
        return Logged(shares_something=shares, questions=planned_questions(meeting, []))
    rows = list(FollowUp.objects.filter(meeting=meeting, item=None).order_by("id"))
    told = list(_told(meeting))
    still_open = [row for row in rows if row.status == FollowUpStatus.OPEN]
    items = list(ObtainedItem.objects.filter(meeting=meeting).select_related("referred").order_by("id"))
    return Logged(
        is_held=True,
        items=items,
        questions=planned_questions(meeting, items),
        stories=[row.story for row in told if row.story and row.meeting == meeting.pk],
        recalled=[row.story for row in told if row.story and row.recalled_on == meeting.day],
        pitches=[Spoken(row.version__kind) for row in told if row.version__kind],
        thanks=_first(rows, FollowUpKind.THANK_YOU),
        promised=_first(still_open, FollowUpKind.PROMISE),
        waiting=_first(still_open, FollowUpKind.WAITING),
        again=next((row for row in still_open if row.meets_again), None),
        closed=[row for row in rows if row not in still_open and row.kind != FollowUpKind.THANK_YOU],
        shares_something=shares,
    )


def planned_questions(meeting: Meeting, items: Iterable[ObtainedItem]) -> list[PlannedQuestion]:
    """In their order; `items` are those of the meeting, of which the first that is filed there is the answer."""
    answers: dict[int, ObtainedItem] = {}
    for item in items:
        if item.question_id and item.kind != ItemKind.REFERRAL:
            answers.setdefault(item.question_id, item)
    rows = MeetingQuestion.objects.filter(meeting=meeting).order_by("question__place", "question")
    return [
        PlannedQuestion(key=key, text=text, result=result, answer=answers.get(key))
        for key, text, result in rows.values_list("question", "question__text", "result")
    ]


def open_beside(contact: Contact, meeting: Meeting | None = None) -> list[FollowUp]:
    """What is open with them from before: for the debrief of this meeting to tick off."""
    rows = FollowUp.objects.open().filter(contact=contact).order_by("due_on", "pk")
    here = meeting.pk if meeting else None
    return [row for row in rows if row.meeting_id is None or row.meeting_id != here]


def standing(contact: Contact, meeting: Meeting | None = None) -> Standing:
    """What stands about the contact, for the words beside the form. A correction does not count its own cup twice."""
    held = Meeting.objects.held().filter(contact=contact, day__gte=contact.campaign.started_on)
    others = held.exclude(pk=meeting.pk).count() if meeting else contact.held_count
    is_held = meeting is not None and meeting.status == Status.HELD
    cups = contact.campaign.contacts.cups().count()
    beside = open_beside(contact, meeting)
    return Standing(
        name=contact.short_name,
        evidence=evidence_of(history_of(contact)),
        cups=cups - 1 if is_held and not others else cups,
        goal=contact.campaign.goal,
        has_cup=others > 0,
        refills=max(others - 1, 0),
        thanked=is_held and FollowUp.objects.filter(meeting=meeting, kind=FollowUpKind.THANK_YOU).exists(),
        thanks_wait=frozenset(row.pk for row in beside if row.kind == FollowUpKind.THANK_YOU),
        started_on=contact.campaign.started_on,
    )


def _told(meeting: Meeting) -> Iterable[Any]:
    """What was told at this meeting, and the stories that came back to them on its day."""
    wanted = Q(meeting=meeting) | Q(contact=meeting.contact_id, recalled_on=meeting.day)
    rows = Telling.objects.filter(wanted).order_by()
    return rows.values_list("story", "version__kind", "meeting", "recalled_on", named=True)


def _first(rows: list[FollowUp], kind: FollowUpKind) -> FollowUp | None:
    return next((row for row in rows if row.kind == kind), None)
