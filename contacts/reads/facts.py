"""What is known of a person, in words: the list of details on their page, and what a note keeps of two values."""

from collections.abc import Mapping
from datetime import date, datetime

from contacts.models import Contact
from contacts.rules.field_kinds import ContactField
from contacts.rules.fields import FACTS
from contacts.rules.part_days import birthday_words, since_words


def facts_of(contact: Contact, tags: str) -> list[tuple[str, str]]:
    """Label and words of each detail that is noted, in the order of the table; the tags were read with other lines."""
    said = [(field.label, tags if field.name == "tags" else words_of_field(contact, field)) for field in FACTS]
    return [(label, words) for label, words in said if words]


def words_of_field(contact: Contact, field: ContactField) -> str:
    """What stands in a field of this contact; empty where nothing does."""
    if field.name == "birth_day":
        return birthday_words(contact.birth_day, contact.birth_month, contact.birth_year)
    if field.name == "known_from_before":
        return since_words(contact.known_from_before) if contact.known_from_before else ""
    if field.name == "tags":
        return ", ".join(tag.name for tag in contact.tags.all()) if contact.pk else ""
    value = getattr(contact, field.name)
    named = getattr(contact, f"get_{field.name}_display", None)
    return _in_words(named() if named and value else value)


def _in_words(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date) and not isinstance(value, datetime):
        return birthday_words(value.day, value.month, value.year)
    if isinstance(value, Mapping):
        return "\n".join(f"{label}: {text}" for label, text in value.items())
    return str(value)
