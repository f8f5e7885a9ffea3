"""Who do I know? Twelve prompts with three lines each; a line is a name, and a company after a comma."""

from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from campaigns.models import Campaign
from contacts.rules.prompts import PROMPTS
from pages.parts.person_choice import ChosenPerson
from pages.parts.person_lines import LineForm

LINES: Final = 3


@dataclass(frozen=True, kw_only=True)
class Prompt:
    words: str
    lines: tuple[LineForm, ...]


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody who was written down, under which prompt."""

    person: ChosenPerson
    prompt: str


class WhoDoIKnow:
    """The twelve prompts, filled in or not."""

    def __init__(self, data: QueryDict | None, campaign: Campaign) -> None:
        self.is_bound = data is not None
        self.prompts = [
            Prompt(
                words=words,
                lines=tuple(
                    LineForm(data, prefix=f"p{place}-{line}", campaign=campaign, words=f"{words}, line {line}")
                    for line in range(1, LINES + 1)
                ),
            )
            for place, words in enumerate(PROMPTS)
        ]

    @property
    def typed(self) -> list[tuple[Prompt, LineForm]]:
        return [(prompt, line) for prompt in self.prompts for line in prompt.lines if line.is_typed]

    @property
    def questions(self) -> int:
        """How many lines leave open who is meant, or cannot be read."""
        return sum(not line.is_valid() for _, line in self.typed)

    def is_valid(self) -> bool:
        return bool(self.typed) and not self.questions

    def named(self) -> list[Named]:
        """Each person once, though they were written under two prompts."""
        found: dict[object, Named] = {}
        for prompt, line in self.typed:
            person = line.chosen()
            found.setdefault(person.key, Named(person=person, prompt=prompt.words))
        return list(found.values())
