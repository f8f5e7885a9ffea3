"""A contact with every field of the model filled, whatever fields there are: one added tomorrow is filled tomorrow."""

from datetime import UTC, date, datetime
from typing import Any, Final

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.field_kinds import Merged
from contacts.rules.fields import FIELDS
from contacts.writes.people import index_contacts
from relationships.writes.standing import COPIES
from tests import factories

PLAIN: Final = {
    "name": "Graham Estevane",
    "given_name": "Graham",
    "family_name": "Estevane",
    "folded": "graham estevane",
    "sort_name": "estevane graham",
    "linkedin_key": "/in/graham",
    "birth_day": 29,
    "birth_month": 2,
    "birth_year": 1960,
    "joined_on": date(2026, 9, 22),
    "left_until": date(2027, 1, 11),
    "worked_before": "Harrow & Vane, until 2019",
    "imported_details": {"Skype": "graham.e"},
    "created_at": datetime(2026, 9, 21, 8, 30, 15, 123456, tzinfo=UTC),
    "version": 4,
}
TYPED: Final = {"id", "campaign", "company", "introduced_by", *COPIES}
MOVED: Final = {field.name for field in FIELDS if field.merged not in {Merged.NEVER, Merged.JOINING}}


def value_of(column: "models.Field[Any, Any]") -> object:
    """Something that is not empty; text says which field it stands in."""
    if column.name in PLAIN:
        return PLAIN[column.name]
    if column.choices:
        return [value for value, _ in column.choices][-1]
    match column:
        case models.BooleanField():
            return True
        case models.DateField():
            return date(2019, 5, 4)
        case models.CharField():
            return f"Some {column.name}"[: column.max_length]
    raise AssertionError(f"What would stand in {column.name}?")


def known_in_full(campaign: Campaign, **fields: Any) -> Contact:
    """Somebody of whom everything is known; what follows from evidence follows from none."""
    values: dict[str, Any] = {
        column.name: value_of(column) for column in Contact._meta.concrete_fields if column.name not in TYPED
    }
    introducer = factories.make_contact(campaign, "Sofia Marchetti")
    values |= {"company": "Tillerman Group", "introduced_by": introducer, **fields}
    contact = factories.make_contact(campaign, **values)
    index_contacts([contact])
    return contact
