"""The one next step with a company: with somebody there, or else through somebody who could introduce."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from campaigns.middleware import CampaignRequest
from contacts.models import Company
from contacts.reads.finding import FoundPerson
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.rules.steps import NextStep, Timing
from today.reads.introducers import AtCompany
from today.reads.next_people import book_to_ask
from today.rules.introducers import whose_view


@dataclass(frozen=True, kw_only=True)
class NextThere:
    """What to do, why, and where it is done."""

    words: str
    why: str
    button: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """Somebody of the network with their next step (R21)."""

    person: FoundPerson
    step: NextStep


@dataclass(frozen=True, kw_only=True)
class IntroducerLine(Line):
    """Somebody who could introduce, and why."""

    ties: list[str] = field(default_factory=list)


def steps_of(request: CampaignRequest, found: AtCompany) -> dict[int, NextStep]:
    contacts = [person.pk for person in (*found.known, *(one.person for one in found.introducers))]
    now = Moment(today=request.today, now=timezone.now())
    return next_steps(request.campaign, contacts, now) if contacts else {}


def next_there(
    request: CampaignRequest, company: Company, found: AtCompany, steps: Mapping[int, NextStep]
) -> NextThere:
    """Somebody there before anybody between; of these with whom there is something to do, then who may be asked."""
    known = sorted(found.known, key=lambda person: list(Timing).index(steps[person.pk].timing))
    if known:
        person = known[0]
        step = steps[person.pk]
        return NextThere(
            words=step.words,
            why=f"{person.name} works there.",
            button=f"Go to {person.short_name}",
            url=_page(person),
        )
    may_be_asked = set(
        book_to_ask(request.campaign, request.today)
        .filter(pk__in=[one.pk for one in found.book])
        .values_list("pk", flat=True)
    )
    book = [person for person in found.book if person.pk in may_be_asked]
    if book:
        person = book[0]
        return NextThere(
            words=f"Ask {person.short_name} for 20 minutes",
            why=f"{person.name} works there, and stands in your address book.",
            button="Invite",
            url=reverse("invite", args=[person.pk]),
        )
    if found.introducers:
        one = min(found.introducers, key=lambda one: not steps[one.person.pk].kind.is_asking)
        is_asking = steps[one.person.pk].kind.is_asking
        return NextThere(
            words=f"Ask {one.person.short_name}: {whose_view(company.name)}",
            why=f"{one.person.name}: {one.ties[0].said}."
            + ("" if is_asking else f" First: {steps[one.person.pk].words}."),
            button="Invite" if is_asking else f"Go to {one.person.short_name}",
            url=reverse("invite", args=[one.person.pk]) if is_asking else _page(one.person),
        )
    return NextThere(
        words=f"Ask whom you meet next: {whose_view(company.name)}",
        why="Nothing that is noted tells who could introduce you.",
        button="Choose whom to ask",
        url=reverse("people_choose"),
    )


def _page(person: FoundPerson) -> str:
    return reverse("contact", args=[person.pk])


def add_address(company: Company) -> str:
    """The form for a person there."""
    return f"{reverse('contact_new')}?{urlencode({'company': company.name})}"
