"""Quick search of people beyond their names: by how they are reached, what they do, and what is known of them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.models.reach import ContactEmail, ContactPhone
from contacts.models.search_word import beginning
from contacts.reads.finding import FoundPerson, as_found
from contacts.rules.fields import called
from contacts.rules.words import fold
from today.reads.found_texts import containing, shown_in
from today.rules.found_words import number_pattern, words_for_texts

MOST_READ: Final = 60
KNOWN: Final = (
    "position",
    "worked_before",
    "knows_about",
    "ask_next_time",
    "could_help_them",
    "how_we_met",
    "location",
)
"""What stands about somebody of the network; of the address book the position alone, which files bring."""


def people_otherwise(campaign: Campaign, typed: str, *, in_book: bool = True) -> list[FoundPerson]:
    """Each once, with the words in which they were found: ways to reach them first, then what is known of them.

    `in_book`: the positions of the whole address book are looked through too.
    """
    words = words_for_texts(typed)
    if not words:
        return []
    found: dict[int, str] = {}
    in_the_book = _in_the_book(campaign, words) if in_book else ()
    for pk, said in chain(_reached(campaign, typed), _known(campaign, words), in_the_book):
        found.setdefault(pk, said)
    if not found:
        return []
    people = as_found(Contact.objects.filter(pk__in=found).order_by("sort_name", "id"))
    place = {pk: number for number, pk in enumerate(found)}
    people.sort(key=lambda person: (person.phase is None, place[person.pk]))
    return [replace(person, found_in=found[person.pk]) for person in people]


def _reached(campaign: Campaign, typed: str) -> Iterator[tuple[int, str]]:
    emails = ContactEmail.objects.filter(beginning("key", fold(typed)), campaign=campaign).order_by()
    for pk, address in emails.values_list("contact", "address")[:MOST_READ]:
        yield pk, f"E-mail: {address}"
    if number := number_pattern(typed):
        phones = ContactPhone.objects.filter(campaign=campaign, number__regex=number).order_by()
        for pk, said in phones.values_list("contact", "number")[:MOST_READ]:
            yield pk, f"Phone: {said}"


def _known(campaign: Campaign, words: list[str]) -> Iterator[tuple[int, str]]:
    found = campaign.contacts.in_network().filter(containing(KNOWN, words)).order_by()
    for pk, *texts in found.values_list("pk", *KNOWN)[:MOST_READ]:
        of_each = {name: shown_in([said], words) for name, said in zip(KNOWN, texts, strict=True) if said}
        name = next((name for name, said in of_each.items() if said.word), next(iter(of_each)))
        yield pk, "" if name == "position" else f"{called(name)}: {of_each[name]}"


def _in_the_book(campaign: Campaign, words: list[str]) -> Iterator[tuple[int, str]]:
    """By position, which stands in their line."""
    found = campaign.contacts.filter(containing(["position"], words)).order_by()
    return ((pk, "") for pk in found.values_list("pk", flat=True)[:MOST_READ])
