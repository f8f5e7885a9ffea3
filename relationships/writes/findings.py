"""R14: what people gave is filed under a question, the answer cites it, and people are ticked who could know."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from contacts.models import Contact
from meetings.models import MayKnow, Meeting, MeetingQuestion
from meetings.rules.events import QuestionResult
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind, Stance, UsedAs
from relationships.rules.debrief import Asked
from relationships.writes.standing import refresh
from relationships.writes.using import put_to_use, take_back
from research.models import Question
from research.rules.questions import CameOfIt

FILED = ("question", "stance")


@transaction.atomic
def file_under(item: ObtainedItem, question: Question, stance: Stance, *, today: date, is_cited: bool = False) -> None:
    """It is a finding of this question, and of no other; the answer to another does not rest on it any more.

    Where the question was planned for the meeting at which it was given, it was answered there by it.
    """
    cited_no_more(ObtainedItem.objects.filter(pk=item.pk).exclude(question=question))
    stored = ObtainedItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    stored.question, stored.stance = question, stance.value
    stored.save(update_fields=FILED)
    if is_cited:
        cite(ObtainedItem.objects.filter(pk=item.pk), today)
    if stored.meeting_id:
        planned = MeetingQuestion.objects.filter(meeting=stored.meeting_id, question=question)
        planned.update(result=QuestionResult.ANSWERED.value)
    refresh([stored.contact_id])


@transaction.atomic
def take_out(item: ObtainedItem, question: Question) -> bool:
    """It says nothing to this question after all; False where it is not filed there any more.

    Where it was the answer of a meeting, the question is not answered there by it.
    """
    cited_no_more(ObtainedItem.objects.filter(pk=item.pk, question=question))
    stored = ObtainedItem.objects.select_for_update(of=("self",)).filter(pk=item.pk, question=question).first()
    if stored is None:
        return False
    stored.question, stored.stance = None, ""
    stored.save(update_fields=FILED)
    if stored.meeting_id and not ObtainedItem.objects.filter(meeting=stored.meeting_id, question=question).exists():
        answered = MeetingQuestion.objects.filter(meeting=stored.meeting_id, question=question)
        answered.filter(result=QuestionResult.ANSWERED).update(result="")
    refresh([stored.contact_id])
    return True


@transaction.atomic
def answer(
    question: Question,
    text: str,
    *,
    today: date,
    rests_on: Collection[int] = (),
    came_of_it: CameOfIt | None = None,
    came_of_it_words: str = "",
) -> None:
    """The user's own answer, and which of the findings it rests on; without words the question is open again.

    A finding is put to use by being cited: who gave it hears so (R8). Cited no more, it is to use again.
    """
    stored = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    stored.answer, stored.answered_on = text, (stored.answered_on or today) if text else None
    stored.came_of_it = came_of_it.value if came_of_it and text else ""
    stored.came_of_it_words = came_of_it_words if text else ""
    stored.save(update_fields=["answer", "answered_on", "came_of_it", "came_of_it_words"])
    findings = ObtainedItem.objects.filter(question=stored)
    cited = list(rests_on) if text else []
    cited_no_more(findings.exclude(pk__in=cited))
    cite(findings.filter(pk__in=cited), today)


def cite(items: QuerySet[ObtainedItem], today: date) -> None:
    """The answer to their question rests on them: they are put to use by it, unless they were used before."""
    newly = list(items.filter(is_cited=False))
    for item in newly:
        if item.kind != ItemKind.REFERRAL:
            put_to_use(item, UsedAs.ANSWER, today=today)
    ObtainedItem.objects.filter(pk__in=[item.pk for item in newly]).update(is_cited=True)


def cited_no_more(items: QuerySet[ObtainedItem]) -> None:
    """No answer rests on them; what was used by that alone is to use again."""
    cited = list(items.filter(is_cited=True))
    for item in cited:
        if item.used_as == UsedAs.ANSWER:
            take_back(item)
    ObtainedItem.objects.filter(pk__in=[item.pk for item in cited]).update(is_cited=False)


def say_who_knows(question: Question, contact: Contact, *, knows: bool) -> None:
    """The user thinks that they could answer it, or does not think so any more. Said twice it is the same."""
    if knows:
        row = MayKnow(campaign_id=question.campaign_id, contact=contact, question=question)
        MayKnow.objects.bulk_create([row], ignore_conflicts=True)
    else:
        MayKnow.objects.filter(question=question, contact=contact).delete()


@transaction.atomic
def plan_questions(meeting: Meeting, wanted: Collection[int]) -> None:
    """These are to be asked at this meeting, and no others; what was answered there, or not asked, stays."""
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    questions = Question.objects.filter(campaign=meeting.campaign_id, pk__in=wanted).values_list("pk", flat=True)
    standing = MeetingQuestion.objects.filter(meeting=meeting)
    standing.filter(result="").exclude(question__in=list(questions)).delete()
    there = set(standing.values_list("question", flat=True))
    MeetingQuestion.objects.bulk_create(
        MeetingQuestion(campaign_id=meeting.campaign_id, meeting=meeting, question_id=pk)
        for pk in questions
        if pk not in there
    )


def write_asked(meeting: Meeting, asked: Collection[Asked]) -> None:
    """What became of each planned question, as the debrief says it. Called inside its transaction."""
    standing = MeetingQuestion.objects.filter(meeting=meeting)
    for result in (QuestionResult.ANSWERED, QuestionResult.NOT_ASKED, None):
        questions = [one.question_id for one in asked if one.result is result]
        if questions:
            standing.filter(question__in=questions).update(result=result.value if result else "")
