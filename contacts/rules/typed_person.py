"""R6: one field takes a name, or a name and a company after a comma: `Corwin Stroud, Fenwick Freight`.

What a form shows reads back as itself. Source: docs/method.md (a typed new name that is close to somebody known asks
which).
"""

import re
from dataclasses import dataclass
from typing import Final

from contacts.rules.names import is_after_a_name
from contacts.rules.words import fold, says_something

LONGEST_NAME: Final = 240
LONGEST_COMPANY: Final = 200
LONGEST_TYPED: Final = 2 * (LONGEST_NAME + LONGEST_COMPANY) + 6
"""Letters of the one field: both in quotes, where each of them is a quote."""

_IN_QUOTES: Final = re.compile(r'"((?:[^"]|"")*)"(?:, "((?:[^"]|"")*)")?')


@dataclass(frozen=True, kw_only=True)
class TypedPerson:
    """Who was typed; the company is empty where none was."""

    name: str
    company: str = ""


def read_person(typed: str) -> TypedPerson:
    """What stands after the first comma is the company, unless it is letters after the name: `Wren Hale, PhD`.

    `"Hale, Wren", "Stroud, Ltd."` says both exactly.
    """
    if exact := _IN_QUOTES.fullmatch(typed.strip()):
        name, company = (part.replace('""', '"').strip() for part in (exact[1], exact[2] or ""))
        if name:
            return TypedPerson(name=name, company=company)
    name, *rest = (part.strip() for part in " ".join(typed.split()).strip(" ,").split(","))
    while rest and is_after_a_name(rest[0]):
        name = f"{name}, {rest.pop(0)}"
    return TypedPerson(name=name, company=", ".join(part for part in rest if part))


def what_is_wrong(typed: TypedPerson) -> str:
    """Why nobody can be called so, and what to do about it; empty where it is right. The same in every form."""
    if not says_something(typed.name):
        return "Type a name, with letters: nothing of this one can be read."
    if typed.company and not says_something(typed.company):
        return "Type the company with letters, or leave it out: nothing of it can be read."
    if len(typed.name) > LONGEST_NAME:
        return f"A name has at most {LONGEST_NAME} letters. This one has {len(typed.name)}."
    if len(typed.company) > LONGEST_COMPANY:
        return f"A company has at most {LONGEST_COMPANY} letters. This one has {len(typed.company)}."
    return ""


def shown_person(name: str, company: str) -> str:
    """As the field shows somebody known; `read_person` reads it back."""
    plain = f"{name}, {company}" if company else name
    if read_person(plain) == TypedPerson(name=name, company=company):
        return plain
    quoted = [f'"{part.replace(chr(34), chr(34) * 2)}"' for part in (name, company) if part]
    return ", ".join(quoted)


def tells_them(typed_company: str, company: str) -> bool:
    """Whether the company that was typed beside a known name says that this person of the name is meant.

    A name alone does not: people of one name are not one person.
    """
    return bool(fold(typed_company)) and fold(typed_company) == fold(company)
