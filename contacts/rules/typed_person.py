"""R6: one field takes a name, or a name and a company after a comma: `Corwin Stroud, Fenwick Freight`.

Source: docs/method.md (a typed new name that is close to somebody known asks which).
"""

from dataclasses import dataclass

from contacts.rules.names import split_name
from contacts.rules.same_person import fold


@dataclass(frozen=True, kw_only=True)
class TypedPerson:
    """Who was typed; the company is empty where none was."""

    name: str
    company: str = ""


def read_person(typed: str) -> TypedPerson:
    """What stands after the last comma is the company, unless it is letters after the name: `Wren Hale, PhD`."""
    text = " ".join(typed.split()).strip(" ,")
    name, comma, company = text.rpartition(",")
    name, company = name.strip(), company.strip()
    if not comma or not name or not company or split_name(f"{name.partition(',')[0]}, {company}").suffix:
        return TypedPerson(name=text)
    return TypedPerson(name=name, company=company)


def shown_person(name: str, company: str) -> str:
    """As the field shows somebody known; `read_person` reads it back."""
    return f"{name}, {company}" if company else name


def tells_them(typed_company: str, company: str) -> bool:
    """Whether the company that was typed beside a known name says that this person of the name is meant.

    A name alone does not: people of one name are not one person.
    """
    return bool(fold(typed_company)) and fold(typed_company) == fold(company)
