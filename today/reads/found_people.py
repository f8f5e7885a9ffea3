"""Quick search of people beyond their names: by how they are reached, what they do, and what is known of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from django.db.models import CharField, QuerySet, Value

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.models.reach import ContactEmail, ContactPhone
from contacts.models.search_word import beginning
from contacts.reads.finding import FoundPerson, as_found
from contacts.rules.fields import called
from contacts.rules.words import fold
from today.reads.found_texts import BETWEEN_FIELDS, containing, joined, shown_in
from today.rules.found_words import number_pattern, words_for_texts

Rows = QuerySet[Any, tuple[int, str, str]]

MOST_READ: Final = 60
KNOWN: Final = ("position", "knows_about", "ask_next_time", "could_help_them", "how_we_met", "location")
"""What stands about somebody of the network; of the address book the position alone, which files bring."""

OTHERWISE: Final = "known"
LABELS: Final = {"email": "E-mail", "phone": "Phone", "position": called("position")}
IN_ORDER: Final = ("email", "phone", OTHERWISE, "position")


def people_otherwise(campaign: Campaign, typed: str) -> list[FoundPerson]:
    """Each once, with the words in which they were found: ways to reach them first, then what they do."""
    words = words_for_texts(typed)
    if not words:
        return []
    first, *others = _parts(campaign, typed, words)
    rows = list(first.union(*others, all=True)[:MOST_READ])
    found: dict[int, str] = {}
    for pk, label, text in sorted(rows, key=lambda row: IN_ORDER.index(row[1])):
        found.setdefault(pk, _said(label, text, words))
    if not found:
        return []
    people = as_found(Contact.objects.filter(pk__in=found).order_by("sort_name", "id"))
    place = {pk: number for number, pk in enumerate(found)}
    people.sort(key=lambda person: (person.phase is None, place[person.pk]))
    return [replace(person, found_in=found[person.pk]) for person in people]


def _said(label: str, text: str, words: list[str]) -> str:
    if label != OTHERWISE:
        return f"{LABELS[label]}: {text}"
    known = dict(zip(KNOWN, text.split(BETWEEN_FIELDS), strict=False))
    of_each = {name: shown_in([said], words) for name, said in known.items() if said}
    name = next((name for name, said in of_each.items() if said.word), next(iter(of_each)))
    return f"{called(name)}: {of_each[name]}"


def _parts(campaign: Campaign, typed: str, words: list[str]) -> Iterator[Rows]:
    """In the order in which a database reads them, so that of very many the network is met first."""
    people = Contact.objects.filter(campaign=campaign)
    emails = ContactEmail.objects.filter(beginning("key", fold(typed)), campaign=campaign)
    yield _rows(emails, "contact", "email", "address")
    if number := number_pattern(typed):
        phones = ContactPhone.objects.filter(campaign=campaign, number__regex=number)
        yield _rows(phones, "contact", "phone", "number")
    yield _rows(people.in_network().filter(containing(KNOWN, words)), "pk", OTHERWISE, *KNOWN)
    yield _rows(people.filter(containing(["position"], words)), "pk", "position", "position")


def _rows(found: QuerySet[Any], contact: str, label: str, *fields: str) -> Rows:
    rows: Rows = found.order_by().values_list(contact, Value(label, output_field=CharField()), joined(fields))
    return rows
