"""Who works at a company, who worked there before, and who could introduce the user: from what is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from campaigns.models import Campaign
from contacts.models import Company, Contact
from contacts.reads.companies import spelled_otherwise
from contacts.reads.finding import FoundPerson, as_found
from contacts.rules.details import BETWEEN, replaced_label
from contacts.rules.fields import called
from contacts.rules.places import employer, speaks_of, which_employer
from outcomes.models import ObtainedItem
from outcomes.rules.items import MADE
from today.reads.found_people import KNOWN
from today.reads.found_texts import FoundText, containing, texts_with
from today.rules.introducers import Tie, TieKind, by_person

MOST_THERE: Final = 500
MOST_SHOWN: Final = 20
MOST_TEXTS: Final = 60
FORMER: Final = replaced_label(called("company"), "")


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
    """Who worked there before, by what an import replaced; `found_in` says until when."""

    introducers: list[Introducer]
    is_cut: bool = False


def at_company(campaign: Campaign, company: Company) -> AtCompany:
    """In as many statements however many there are."""
    name = employer(company.name)
    there = _there(campaign, name)
    pks = {person.pk for person in there}
    former = list(_former(campaign))
    texts = [text for text in texts_with(campaign, [name], MOST_TEXTS) if speaks_of(str(text.said), name)]
    ties = [*_worked(former, name), *_colleagues(former, there), *_introductions(campaign, there)]
    ties += [*_known_of_them(campaign, name), *_noted(texts)]
    reasons = by_person(ties, pks)
    people = {one.pk: one for one in as_found(Contact.objects.filter(pk__in=reasons).order_by("sort_name", "id"))}
    before = {pk: f"Until {until}" for pk, company_name, until in former if which_employer(company_name, [name])}
    found = [
        Introducer(person=people[pk], ties=ties)
        for pk, ties in reasons.items()
        if pk in people and people[pk].phase is not None
    ]
    return AtCompany(
        known=[person for person in there if person.phase][:MOST_SHOWN],
        book=[person for person in there if not person.phase][:MOST_SHOWN],
        before=[replace(person, found_in=before[pk]) for pk, person in people.items() if pk in before][:MOST_SHOWN],
        introducers=found[:MOST_SHOWN],
        is_cut=len(there) > MOST_SHOWN,
    )


def _there(campaign: Campaign, name: str) -> list[FoundPerson]:
    """Who works there, under any of its names: `Norda GmbH` is `Norda`."""
    people = campaign.contacts.filter(company__in=spelled_otherwise(campaign, [name])).order_by("sort_name", "id")
    return as_found(people[:MOST_THERE])


def _former(campaign: Campaign) -> Iterator[tuple[int, str, str]]:
    """Of each person the companies that an import replaced, and the day on which it did."""
    noted = campaign.contacts.filter(imported_details__icontains=FORMER).order_by()
    for pk, details in noted.values_list("pk", "imported_details"):
        for label, text in details.items():
            if label.startswith(FORMER):
                yield from ((pk, company, label.removeprefix(FORMER)) for company in str(text).split(BETWEEN))


def _worked(former: Iterable[tuple[int, str, str]], name: str) -> Iterator[Tie]:
    for pk, company, until in former:
        if which_employer(company, [name]):
            yield Tie(contact=pk, kind=TieKind.WORKED_THERE, words=f" until {until}")


def _colleagues(former: Iterable[tuple[int, str, str]], there: Iterable[FoundPerson]) -> Iterator[Tie]:
    """Who was at the same company before as somebody who is there now."""
    names = {person.pk: person.name for person in there}
    were_at = {employer(company): names[pk] for pk, company, _ in former if pk in names}
    for pk, company, _ in former:
        if pk not in names and (colleague := were_at.get(employer(company))):
            yield Tie(contact=pk, kind=TieKind.COLLEAGUE, words=f" {colleague}: {company}")


def _introductions(campaign: Campaign, there: Iterable[FoundPerson]) -> Iterator[Tie]:
    """Who introduced the user to somebody there, or was named by them."""
    names = {person.pk: person.name for person in there}
    people = campaign.contacts.order_by("pk")
    for pk, whom in people.filter(introduced__in=names).values_list("pk", "introduced"):
        yield Tie(contact=pk, kind=TieKind.INTRODUCED, words=f" {names.get(whom, '')}")
    for pk, by in people.filter(introduced_by__in=names).values_list("pk", "introduced_by"):
        yield Tie(contact=pk, kind=TieKind.NAMED_BY, words=f" {names.get(by or 0, '')}")
    items = ObtainedItem.objects.filter(campaign=campaign, referred__isnull=False).order_by("pk")
    for giver, referred, state in items.filter(referred__in=names).values_list("contact", "referred", "referral_state"):
        if state in MADE:
            yield Tie(contact=giver, kind=TieKind.INTRODUCED, words=f" {names[referred]}")
        else:
            yield Tie(contact=giver, kind=TieKind.NAMED, words=f" {names[referred]} to you")
    for giver, referred in items.filter(contact__in=names).values_list("contact", "referred"):
        yield Tie(contact=referred, kind=TieKind.NAMED_BY, words=f" {names[giver]}")


def _known_of_them(campaign: Campaign, name: str) -> Iterator[Tie]:
    """What stands about somebody of the network: what they know about, how you met …"""
    found = campaign.contacts.in_network().filter(containing(KNOWN, [name])).order_by("pk")
    for pk, *texts in found.values_list("pk", *KNOWN):
        for field, text in zip(KNOWN, texts, strict=True):
            if speaks_of(text, name):
                kind = TieKind.KNOWS_ABOUT if field == "knows_about" else TieKind.NOTED
                yield Tie(contact=pk, kind=kind, words=f": {text}")


def _noted(texts: Iterable[FoundText]) -> Iterator[Tie]:
    """What was written names the company: where somebody worked, whom they know, what they said of it."""
    for text in texts:
        if text.contact:
            yield Tie(contact=text.contact, kind=TieKind.NOTED, words=f": {text.said}")
