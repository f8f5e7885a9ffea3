"""The research of the sample: three questions, one answered, and one to which people say different things."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind, Stance
from relationships.writes.findings import answer, file_under, plan_questions, say_who_knows
from research.models import Question
from research.rules.questions import A_FACT, A_JUDGEMENT, PRESET, CameOfIt
from research.writes.questions import ask_question
from transfer.rules.sample_days import day_from


@dataclass(frozen=True, kw_only=True)
class Finding:
    name: str
    text: str
    stance: Stance
    is_cited: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    text: str
    day: int
    people_wanted: int
    heard: tuple[Finding, ...] = ()
    answer: str = ""
    may_know: tuple[str, ...] = ()
    planned_with: tuple[str, ...] = ()


ANSWERED: Final = -1
QUESTIONS: Final = (
    Asked(
        text="What do plants of 300 people need most from an operations lead?",
        day=-58,
        people_wanted=PRESET,
        heard=(
            Finding(
                name="Halden Brooks",
                text="A person who can sit with finance and with the fitters on the same day.",
                stance=Stance.ADDS,
            ),
            Finding(
                name="Yusra Penhale",
                text="Planning first: half the losses come from changeovers nobody planned.",
                stance=Stance.ADDS,
                is_cited=True,
            ),
            Finding(
                name="Ruben Tarnbrook",
                text="Somebody who has run nights, and is seen there.",
                stance=Stance.ADDS,
                is_cited=True,
            ),
        ),
        answer="Planning and presence on shift, in that order.",
    ),
    Asked(
        text="Is a move from packaging to food credible?",
        day=-57,
        people_wanted=A_JUDGEMENT,
        heard=(
            Finding(
                name="Lotte Brannigan",
                text="Boards ask for food first; a sponsor inside helps.",
                stance=Stance.DISAGREES,
            ),
            Finding(
                name="Odette Farnworthy",
                text="Yes, if you can talk hygiene and shelf life in the first five minutes.",
                stance=Stance.AGREES,
            ),
        ),
        planned_with=("Ilse Okonmar", "Samir Oakhurst"),
    ),
    Asked(
        text="Who hires operations directors at family-owned makers?",
        day=-12,
        people_wanted=A_FACT,
        may_know=("Thandi Wexcombe", "Tove Marrick", "Jonah Petrelund"),
    ),
)


def find_out(campaign: Campaign, today: date) -> None:
    """Each finding was heard at a coffee, from somebody who had given something before."""
    people = {contact.name: contact for contact in Contact.objects.filter(campaign=campaign)}
    for asked in QUESTIONS:
        question = ask_question(
            campaign, asked.text, today=day_from(today, asked.day), people_wanted=asked.people_wanted
        )
        cited = [_heard(question, people[one.name], one) for one in asked.heard]
        if asked.answer:
            keys = [item.pk for item, one in zip(cited, asked.heard, strict=True) if one.is_cited]
            day = day_from(today, ANSWERED)
            answer(question, asked.answer, today=day, rests_on=keys, came_of_it=CameOfIt.PITCH)
        for name in asked.may_know:
            say_who_knows(question, people[name], knows=True)
        for meeting in Meeting.objects.planned().filter(campaign=campaign, contact__name__in=asked.planned_with):
            plan_questions(meeting, [question.pk])


def _heard(question: Question, giver: Contact, finding: Finding) -> ObtainedItem:
    met = Meeting.objects.held().filter(contact=giver).earliest("day")
    item = ObtainedItem.objects.create(
        campaign=question.campaign,
        contact=giver,
        kind=ItemKind.INFORMATION.value,
        text=finding.text,
        day=met.day,
        meeting=met,
    )
    file_under(item, question, finding.stance, today=met.day)
    return item
