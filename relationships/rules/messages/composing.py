"""R18: a message from a template and what is stored. A sentence that needs what is not stored is left out whole.

A template has a sentence a line and an empty line between paragraphs; ` | ` parts what may stand in a sentence's place:
the first of which everything is known is taken. In a short one a line that begins with `?` is left out where the room
does not reach, the last of them first. Source: docs/method.md.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

SHORT: Final = 300
"""Characters that a note on LinkedIn has room for."""

EITHER: Final = " | "
OPTIONAL: Final = "?"
_SLOT: Final = re.compile(r"\{([A-Za-z_]+)\}")


@dataclass(frozen=True, kw_only=True)
class Template:
    """A message in its long form, and in the short one."""

    long: str
    short: str = ""


def slots_in(template: str) -> set[str]:
    """The names of what it takes from the store."""
    return set(_SLOT.findall(template))


def filled(template: str, slots: Mapping[str, str]) -> str:
    """The long form: sentences of which everything is known, in their paragraphs."""
    paragraphs = (
        " ".join(said for line in paragraph.splitlines() if (said := _sentence(line, slots)))
        for paragraph in template.strip().split("\n\n")
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def shortened(template: str, slots: Mapping[str, str], most: int = SHORT) -> str:
    """The short form, one paragraph below the greeting: as much of it as there is room for; empty where none is."""
    lines = [(line.startswith(OPTIONAL), line.removeprefix(OPTIONAL)) for line in template.strip().splitlines()]
    said = [(is_optional, text) for is_optional, line in lines if (text := _sentence(line, slots))]
    for text in _shorter_and_shorter(said):
        if len(text) <= most:
            return text
    return ""


def _shorter_and_shorter(said: list[tuple[bool, str]]) -> Iterator[str]:
    while said:
        greeting, *rest = (text for _, text in said)
        yield f"{greeting}\n{' '.join(rest)}" if greeting.endswith(",") else " ".join((greeting, *rest))
        optional = [place for place, (is_optional, _) in enumerate(said) if is_optional]
        if not optional:
            return
        said = said[: optional[-1]] + said[optional[-1] + 1 :]


def _sentence(line: str, slots: Mapping[str, str]) -> str:
    """The first of the ways to say it of which everything is known."""
    ways = (way.strip() for way in line.split(EITHER))
    known = (way for way in ways if all(slots.get(name) for name in slots_in(way)))
    return _SLOT.sub(lambda slot: slots[slot[1]], next(known, ""))
