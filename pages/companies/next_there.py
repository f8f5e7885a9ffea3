"""How a company's page shows the people around it: each with their next step, and the one to turn to."""

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
from relationships.rules.steps import NextStep
from today.reads.introducers import AtCompany
from today.rules.next_at_company import NextThere, Reached, Turn, next_there


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What to do there, with the button that does it."""

    next: NextThere
    button: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """Somebody of the network with their next step (R21), and why they could introduce."""

    person: FoundPerson
    step: NextStep
    ties: list[str] = field(default_factory=list)


def lines_of(request: CampaignRequest, found: AtCompany) -> tuple[list[Line], list[Line]]:
    """Who works there, and who could introduce."""
    contacts = [person.pk for person in (*found.known, *(one.person for one in found.introducers))]
    now = Moment(today=request.today, now=timezone.now())
    steps: Mapping[int, NextStep] = next_steps(request.campaign, contacts, now) if contacts else {}
    known = [Line(person=person, step=steps[person.pk]) for person in found.known]
    introducers = [
        Line(person=one.person, step=steps[one.person.pk], ties=[tie.said for tie in one.ties])
        for one in found.introducers
    ]
    return known, introducers


def shown_next(company: Company, found: AtCompany, known: list[Line], introducers: list[Line]) -> Shown:
    following = next_there(
        company.name,
        [_reached(line.person, line.step) for line in known],
        [_reached(person) for person in found.book if person.pk in found.may_be_asked],
        [_reached(line.person, line.step, line.ties[0]) for line in introducers],
    )
    if following.whom is None:
        return Shown(next=following, button="Choose whom to ask", url=reverse("people_choose"))
    if following.turn is Turn.INVITE:
        return Shown(next=following, button="Invite", url=reverse("invite", args=[following.whom.pk]))
    url = reverse("contact", args=[following.whom.pk])
    return Shown(next=following, button=f"Go to {following.whom.short_name}", url=url)


def _reached(person: FoundPerson, step: NextStep | None = None, tie: str = "") -> Reached:
    return Reached(pk=person.pk, name=person.name, short_name=person.short_name, step=step, tie=tie)


def add_address(company: Company) -> str:
    """The form for a person there."""
    return f"{reverse('contact_new')}?{urlencode({'company': company.name})}"
