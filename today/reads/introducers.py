"""Who works at a company, who worked there before, and who could introduce the user: from what is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from django.db.models import Q

from campaigns.models import Campaign
from contacts.models import Company, Contact
from contacts.reads.companies import spelled_otherwise
from contacts.reads.finding import FoundPerson, as_found
from contacts.rules.places import employer, speaks_of, which_employer, without_years
from outcomes.models import ObtainedItem
from outcomes.rules.items import LED_ON, ReferralState, has_introduced
from today.reads.found_texts import OF_KIND, containing, texts_with
from today.reads.next_people import book_to_ask
from today.rules.introducers import Tie, TieKind, by_person

MOST_THERE: Final = 500
MOST_SHOWN: Final = 20
MOST_AROUND: Final = 10
"""Of those who do not work there."""

MOST_TEXTS: Final = 60
TOLD: Final = (
    replace(OF_KIND["meeting"], fields=("remember",)),
    *(OF_KIND[kind] for kind in ("note", "touch", "item", "ground")),
)
"""What was heard from people, or is noted of them; what the user asked for tells nothing of them."""

TELLING: Final = ("position", "knows_about", "how_we_met", "ask_next_time")
"""What stands about somebody; where they worked is a reason of its own."""


@dataclass(frozen=True, kw_only=True)
class Introducer:
    """Somebody of the network who could introduce, with the reasons."""

    person: FoundPerson
    ties: list[Tie]


@dataclass(frozen=True, kw_only=True)
class AtCompany:
    """Whom the user knows at a company, and through whom they could know somebody."""

    known: list[FoundPerson]
    book: list[FoundPerson]
    before: list[FoundPerson]
    """Who worked there before; `found_in` says under which name, and until when."""

    introducers: list[Introducer]
    may_be_asked: set[int] = field(default_factory=set)
    """Of the address book."""

    is_cut: bool = False
    """More work there than are shown."""

    more_introducers: int = 0
    more_before: int = 0


def at_company(campaign: Campaign, company: Company, today: date) -> AtCompany:
    """In as many statements however many there are."""
    name = employer(company.name)
    there = _there(campaign, name)
    pks = {person.pk for person in there}
    former = list(_former(campaign))
    ties = [*_worked(former, name), *_colleagues(former, there), *(_introductions(campaign, there) if there else ())]
    ties += [*_known_of_them(campaign, name), *_noted(campaign, name)]
    reasons = by_person(ties, pks)
    people = {one.pk: one for one in as_found(Contact.objects.filter(pk__in=reasons).order_by("sort_name", "id"))}
    lines = {pk: line for pk, line in former if which_employer(line, [name])}
    before = [replace(person, found_in=lines[pk]) for pk, person in people.items() if pk in lines]
    found = [
        Introducer(person=people[pk], ties=ties)
        for pk, ties in reasons.items()
        if pk in people and people[pk].phase is not None
    ]
    book = [person for person in there if not person.phase][:MOST_SHOWN]
    return AtCompany(
        known=[person for person in there if person.phase][:MOST_SHOWN],
        book=book,
        may_be_asked=_may_be_asked(campaign, book, today) if book else set(),
        before=before[:MOST_AROUND],
        introducers=found[:MOST_AROUND],
        is_cut=len(there) > MOST_SHOWN,
        more_introducers=len(found[MOST_AROUND:]),
        more_before=len(before[MOST_AROUND:]),
    )


def _there(campaign: Campaign, name: str) -> list[FoundPerson]:
    """Who works there, under any of its names: `Norda GmbH` is `Norda`."""
    people = campaign.contacts.filter(company__in=spelled_otherwise(campaign, [name])).order_by("sort_name", "id")
    return as_found(people[:MOST_THERE])


def _may_be_asked(campaign: Campaign, book: Iterable[FoundPerson], today: date) -> set[int]:
    """Of these of the address book (R10)."""
    asked = book_to_ask(campaign, today).filter(pk__in=[person.pk for person in book])
    return set(asked.values_list("pk", flat=True))


def _former(campaign: Campaign) -> Iterator[tuple[int, str]]:
    """Of each person the companies at which they worked before, a line each."""
    noted = campaign.contacts.exclude(worked_before="").order_by()
    for pk, lines in noted.values_list("pk", "worked_before"):
        yield from ((pk, line) for line in lines.splitlines())


def _worked(former: Iterable[tuple[int, str]], name: str) -> Iterator[Tie]:
    for pk, line in former:
        if which_employer(line, [name]):
            yield Tie(contact=pk, kind=TieKind.WORKED_THERE, words=f": {line}")


def _colleagues(former: Iterable[tuple[int, str]], there: Iterable[FoundPerson]) -> Iterator[Tie]:
    """Who was at the same company before as somebody who is there now."""
    names = {person.pk: person.name for person in there}
    were_at = {employer(without_years(line)): names[pk] for pk, line in former if pk in names}
    for pk, line in former if were_at else ():
        company = without_years(line)
        if pk not in names and (colleague := were_at.get(employer(company))):
            yield Tie(contact=pk, kind=TieKind.COLLEAGUE, words=f" {colleague}: {company}")


def _introductions(campaign: Campaign, there: Iterable[FoundPerson]) -> Iterator[Tie]:
    """Who introduced the user to somebody there, or was named by them."""
    names = {person.pk: person.name for person in there}
    people = campaign.contacts.filter(introduced_by__isnull=False).filter(Q(pk__in=names) | Q(introduced_by__in=names))
    for pk, by in people.order_by("pk").values_list("pk", "introduced_by"):
        if pk in names:
            yield Tie(contact=by or 0, kind=TieKind.INTRODUCED, words=f" {names[pk]}")
        elif by in names:
            yield Tie(contact=pk, kind=TieKind.NAMED_BY, words=f" {names[by]}")
    items = ObtainedItem.objects.filter(campaign=campaign, referred__isnull=False).order_by("pk")
    concerned = items.filter(Q(referred__in=names) | Q(contact__in=names))
    for giver, referred, state, day in concerned.values_list("contact", "referred", "referral_state", "introduced_on"):
        if referred not in names:
            yield Tie(contact=referred, kind=TieKind.NAMED_BY, words=f" {names[giver]}")
        elif state in LED_ON and has_introduced(ReferralState(state), day):
            yield Tie(contact=giver, kind=TieKind.INTRODUCED, words=f" {names[referred]}")
        else:
            yield Tie(contact=giver, kind=TieKind.NAMED, words=f" {names[referred]} to you")


def _known_of_them(campaign: Campaign, name: str) -> Iterator[Tie]:
    """What stands about somebody of the network: what they know about, how you met …"""
    found = campaign.contacts.in_network().filter(containing(TELLING, [name])).order_by("pk")
    for pk, *texts in found.values_list("pk", *TELLING):
        for known, text in zip(TELLING, texts, strict=True):
            if speaks_of(text, name):
                kind = TieKind.KNOWS_ABOUT if known == "knows_about" else TieKind.NOTED
                yield Tie(contact=pk, kind=kind, words=f": {text}")


def _noted(campaign: Campaign, name: str) -> Iterator[Tie]:
    """What was written names the company: where somebody worked, whom they know, what they said of it."""
    for text in texts_with(campaign, [name], MOST_TEXTS, TOLD):
        if text.contact and speaks_of(str(text.said), name):
            yield Tie(contact=text.contact, kind=TieKind.NOTED, words=f": {text.said}")
