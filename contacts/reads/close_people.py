"""Who of a campaign may be meant by a typed name (R6), without reading the whole address book."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

from campaigns.models import Campaign
from contacts.models import Contact, SearchWord
from contacts.rules.names import compared_name
from contacts.rules.same_person import CloseName, KnownName, close_names
from contacts.rules.searching import words_to_find

BEGINNING: Final = 3
"""Letters of each word by which people are looked up: a slip further back in a word finds them all the same."""

LOOKED_AT: Final = 500


@dataclass(frozen=True, kw_only=True)
class ClosePerson:
    """Somebody who may be meant; `exact` is the same name, whatever capitals, accents and order."""

    contact: Contact
    exact: bool


def close_people(campaign: Campaign, name: str) -> list[ClosePerson]:
    """The people whose names are close to this one: the same name first, then the network, the likest first."""
    known = {contact.pk: contact for contact in _looked_up(campaign, name)}
    close = close_names(
        name,
        (
            KnownName(
                contact_id=contact.pk, name=contact.name, in_network=contact.in_network, nickname=contact.nickname
            )
            for contact in known.values()
        ),
    )
    return [_person(known[found.known.contact_id], found) for found in close]


def _person(contact: Contact, found: CloseName) -> ClosePerson:
    return ClosePerson(contact=contact, exact=found.is_exact)


def _looked_up(campaign: Campaign, name: str) -> list[Contact]:
    """Those with the very name, and those with a word that begins like one of its words."""
    words = words_to_find(name)
    beginnings = {word[:BEGINNING] for word in words if len(word) > 1} or set(words)
    people = Contact.objects.filter(campaign=campaign).select_related("company")
    found = {contact.pk: contact for contact in people.filter(folded=compared_name(name))[:LOOKED_AT]}
    if beginnings:
        here = SearchWord.objects.filter(campaign=campaign, contact__isnull=False)
        alike = reduce(or_, (here.beginning(beginning) for beginning in sorted(beginnings)))
        found |= {contact.pk: contact for contact in people.filter(pk__in=alike.values("contact"))[:LOOKED_AT]}
    return list(found.values())
