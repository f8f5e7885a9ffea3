"""Who stands in the tests of safety: a campaign with its rows, and by which words its people are known."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db.models import Model

from campaigns.models import Campaign
from contacts.rules.same_person import linkedin_key
from tests.factories import DAY

PHONE = "+44 20 7946 0018"
"""Of somebody in every crowd."""

NOW = datetime(DAY.year, DAY.month, DAY.day, 10, tzinfo=UTC)


def name_of(word: str) -> str:
    """The name of a person, of their company and of their tag: one word for whatever is looked up by its name."""
    return f"{word} Quill"


def like_another(word: str) -> str:
    """A slip in the name of somebody else of the same crowd: it has to be asked who is meant."""
    return f"{word} Quiett"


def email_of(word: str) -> str:
    return f"{word}@quill.example".lower()


def profile_of(word: str) -> str:
    return f"https://www.linkedin.com/in/{word}-quill".lower()


def profile_key_of(word: str) -> str:
    key = linkedin_key(profile_of(word))
    assert key
    return key


@dataclass(frozen=True, kw_only=True)
class Crowd:
    campaign: Campaign
    rows: dict[str, list[Model]] = field(default_factory=dict)
    """By the word that the pages about such rows begin their names with."""

    def keep(self, word: str, *rows: Model) -> None:
        self.rows.setdefault(word, []).extend(rows)
