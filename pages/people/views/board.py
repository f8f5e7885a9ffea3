"""The board: three columns by phase, each with its task. Nobody is dragged; people move by what is noted."""

from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.reads.paging import Order, page_of
from contacts.rules.phases import Missing, Phase, missing
from relationships.reads.history import OF_A_PERSON, histories_of_people
from relationships.rules.history import History, Moment
from relationships.rules.next_step import next_step
from relationships.rules.phase import evidence_of
from relationships.rules.steps import StepKind

CARDS = 20
"""Of a lane; whoever comes after them is told by their number, and stands in the list."""

DRAWN = (*OF_A_PERSON, "sort_name", "position", "company__name", "phase", "held_count", "acts_on")
TASKS = {
    Phase.INITIATE: "Getting to know. Find what you share, and ask for a one-on-one.",
    Phase.OBTAIN: "Asking advice. A view, a suggestion or a referral.",
    Phase.USE: "Put it to use, then tell them what came of it.",
}
LACKS = {
    Missing.SHARED: "what you share",
    Missing.ONE_ON_ONE: "a one-on-one",
    Missing.OBTAINED: "something they gave you",
}
SAID_BY_THE_STEP = {
    Missing.ONE_ON_ONE: StepKind.ASK,
    Missing.OBTAINED: StepKind.AGAIN,
}


@dataclass(frozen=True, kw_only=True)
class Card:
    contact: Contact
    words: str
    missing: str


@dataclass(frozen=True, kw_only=True)
class Lane:
    phase: Phase
    task: str
    number: int
    cards: list[Card]

    @property
    def more(self) -> int:
        return self.number - len(self.cards)


@require_safe
def people_board(request: CampaignRequest) -> HttpResponse:
    here = request.campaign.contacts.in_network().here(request.today)
    numbers = dict(here.order_by().values_list("phase").annotate(Count("pk")))
    drawn = here.select_related("company").only(*DRAWN)
    people = {phase: page_of(drawn.in_phase(phase), Order(column="due")).rows[:CARDS] for phase in Phase}
    histories = histories_of_people(person for rows in people.values() for person in rows)
    moment = Moment(today=request.today, now=timezone.now())
    lanes = [
        Lane(
            phase=phase,
            task=TASKS[phase],
            number=numbers.get(phase.value, 0),
            cards=[card(person, histories[person.pk], moment) for person in people[phase]],
        )
        for phase in Phase
    ]
    return TemplateResponse(request, "people/people_board.html", {"lanes": lanes})


def card(contact: Contact, history: History, moment: Moment) -> Card:
    """The next step, and the first thing that the next phase still needs, unless the step says the same."""
    step = next_step(history, moment)
    lacking = next(iter(missing(evidence_of(history))), None)
    says_it = lacking is not None and SAID_BY_THE_STEP.get(lacking) is step.kind
    return Card(contact=contact, words=step.words, missing=LACKS[lacking] if lacking and not says_it else "")
