"""The questions of a campaign as the research shows them: what was found, how many were heard, and whom to ask next."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import MayKnow, MeetingQuestion
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from research.models import Question
from research.rules.coverage import Coverage, Source, coverage

SHOWN: Final = 4
"""Findings of a question in the list; its own page has them all."""

MOST_CHIPS: Final = 6
MOST_OFFERED: Final = 8


@dataclass(kw_only=True)
class QuestionRow:
    """A question of the list."""

    question: Question
    coverage: Coverage
    findings: list[ObtainedItem]
    """The latest ones."""

    number: int
    """How many there are in all."""

    planned: list[MeetingQuestion] = field(default_factory=list)
    """The meetings at which it is to be asked, the next first."""

    may_know: list[Contact] = field(default_factory=list)
    """Who was ticked, and was not heard yet."""

    above: int = 0
    below: int = 0
    """Its neighbours in the user's order."""

    @property
    def more(self) -> int:
        return self.number - len(self.findings)


def introducers(campaign: Campaign | int) -> dict[int, int]:
    """Who introduced whom, of the whole campaign: a chain may lead through people who said nothing."""
    rows = Contact.objects.filter(campaign=campaign, introduced_by__isnull=False).order_by()
    return {one: giver for one, giver in rows.values_list("pk", "introduced_by") if giver}


def heard_of(questions: Iterable[Question]) -> dict[int, list[tuple[int, Source]]]:
    """By question the items that are filed under it, each with who gave it, the latest first; in one statement."""
    found: dict[int, list[tuple[int, Source]]] = defaultdict(list)
    rows = ObtainedItem.objects.filter(question__in=[one.pk for one in questions]).order_by("-day", "-pk")
    for question, item, person, company in rows.values_list("question", "pk", "contact", "contact__company__folded"):
        if question:
            found[question].append((item, Source(person=person, company=company or "")))
    return found


def findings(keys: Iterable[int]) -> "QuerySet[ObtainedItem]":
    """These with what a row says of them."""
    rows = ObtainedItem.objects.filter(pk__in=list(keys)).select_related("contact__company", "referred")
    return rows.order_by("-day", "-pk")


def rows_of(campaign: Campaign, questions: Sequence[Question], today: date) -> list[QuestionRow]:
    """These questions as rows; the statements are the same however many there are."""
    heard = heard_of(questions)
    first = [item for one in questions for item, _ in heard[one.pk][:SHOWN]]
    by_question = _by(findings(first), "question_id")
    chain = introducers(campaign)
    still_open = [one.pk for one in questions if one.answered_on is None]
    planned = _by(_planned(still_open, today), "question_id")
    ticked = _by(_ticked(still_open, today), "question_id")
    return [
        QuestionRow(
            question=one,
            coverage=covered(one, (source for _, source in heard[one.pk]), chain),
            findings=by_question[one.pk],
            number=len(heard[one.pk]),
            planned=planned[one.pk],
            may_know=_not_heard(ticked[one.pk], heard[one.pk])[:MOST_CHIPS],
        )
        for one in questions
    ]


def covered(question: Question, heard: Iterable[Source], chain: dict[int, int]) -> Coverage:
    answered = question.answered_on is not None
    return coverage(heard, introduced_by=chain, wanted=question.people_wanted, is_answered=answered)


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A question that may be asked at a meeting."""

    key: int
    text: str
    is_ticked: bool
    """The user ticked that this person could know."""

    is_planned: bool
    """It is to be asked at this meeting."""


def offered_for(campaign: Campaign | int, contact: int | None = None, meeting: int | None = None) -> list[Offered]:
    """Open questions for a meeting: those planned for it, those for which they were ticked, then the user's own order.

    Nobody compares the words of what they know about: the questions are shown beside it (R4).
    """
    ticked = MayKnow.objects.filter(question=OuterRef("pk"), contact=contact)
    planned = MeetingQuestion.objects.filter(question=OuterRef("pk"), meeting=meeting)
    rows = Question.objects.filter(campaign=campaign).annotate(ticked=Exists(ticked), planned=Exists(planned))
    wanted = rows.filter(Q(answered_on=None) | Q(planned=True)).order_by("-planned", "-ticked", "place", "pk")
    found = [
        Offered(key=pk, text=text, is_ticked=ticked, is_planned=planned)
        for pk, text, ticked, planned in wanted.values_list("pk", "text", "ticked", "planned")
    ]
    for_them = sum(one.is_ticked or one.is_planned for one in found)
    return found[: max(MOST_OFFERED, for_them)]


def asked_in_words(campaign: Campaign, ask: str) -> list[str]:
    """The keys of the open questions that the ask of an invitation or a plan says word for word."""
    still_open = Question.objects.open().filter(campaign=campaign, text=ask)
    return [str(pk) for pk in still_open.values_list("pk", flat=True)] if ask else []


def _planned(questions: list[int], today: date) -> "QuerySet[MeetingQuestion]":
    rows = MeetingQuestion.objects.filter(question__in=questions, result="", meeting__status=Status.PLANNED)
    rows = rows.filter(meeting__day__gte=today).select_related("meeting__contact")
    return rows.order_by("meeting__day", "meeting__starts_at", "pk")


def _ticked(questions: list[int], today: date) -> "QuerySet[MayKnow]":
    here = Contact.objects.here(today)
    return MayKnow.objects.filter(question__in=questions, contact__in=here).select_related("contact").order_by("pk")


def _not_heard(ticked: list[MayKnow], heard: list[tuple[int, Source]]) -> list[Contact]:
    given = {source.person for _, source in heard}
    return [one.contact for one in ticked if one.contact_id not in given]


def _by(rows: Iterable[Any], name: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found
