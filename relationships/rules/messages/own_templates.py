"""R18: the templates are the user's to edit: what there is one for, and what each may take from the store."""

import re
from collections.abc import Mapping
from typing import Final

from relationships.rules.messages.composing import Template, slots_in
from relationships.rules.messages.facts import MessageKind, Tie
from relationships.rules.messages.message import key_of, template_of

INVITATIONS: Final = {key_of(MessageKind.INVITE, tie): tie for tie in Tie}
OTHERS: Final = {str(kind.value): kind for kind in MessageKind if kind is not MessageKind.INVITE}
OCCASIONS: Final[Mapping[str, str]] = {
    **{key: f"An invitation: {tie.label[:1].lower()}{tie.label[1:]}" for key, tie in INVITATIONS.items()},
    **{key: kind.label for key, kind in OTHERS.items()},
}
"""Every occasion with its name, as it is kept."""

SLOTS: Final = {
    "name": "what you call them",
    "short_name": "the same; empty where it is too long for a short message",
    "me": "your name",
    "company": "their company",
    "place": "the employer that you share",
    "school": "the school that you share",
    "shares": "what else you have in common",
    "giver": "who introduced you",
    "position": "the position that you look for",
    "question": "what you ask",
    "days": "two days to meet",
    "times": "two days with an hour",
    "meeting_place": "where you meet",
    "event": "where you met among others",
    "event_on": "when that was",
    "last_met": "when you last met",
    "given": "what they gave you",
    "given_on": "when they gave it",
    "given_person": "whose name they gave you",
    "said_no_on": "when they said no",
    "story": "your story",
}
ENGLISH_SLOTS: Final = {
    "greeting": "“Dear Anna Lindqvist,” or “Hi Anna,”",
    "short_greeting": "the same, for a short message",
    "situation": "how you say it, within a sentence",
    "Situation": "how you say it, as a sentence of its own",
    "Looking_for": "“The position that I look for: …”",
    "i_was_there": "when you were at the employer that you share",
    "giver_and_i": "“We worked together at …”",
    "agreed": "“and you said that we can talk again”",
    "became": "what became of what they gave",
}
"""What the program has English words for: in another language there is none of it."""

_BRACES: Final = re.compile(r"[{}]")
_A_SLOT: Final = re.compile(r"\{[A-Za-z_]+\}")


def as_it_comes(occasion: str) -> Template:
    """The English one that comes along. KeyError: no such occasion."""
    if tie := INVITATIONS.get(occasion):
        return template_of(MessageKind.INVITE, tie)
    return template_of(OTHERS[occasion], Tie.NONE)


def slots_for(language: str) -> dict[str, str]:
    """What a template in this language may take, each with what it says."""
    return SLOTS if language else {**SLOTS, **ENGLISH_SLOTS}


def what_is_wrong(text: str, language: str) -> str:
    """Why it cannot be filled, in a sentence; empty where it can."""
    unknown = sorted(slots_in(text) - slots_for(language).keys())
    if unknown:
        named = ", ".join(f"{{{name}}}" for name in unknown)
        return f"There is nothing that is called {named}. The names that can be used stand below."
    if _BRACES.search(_A_SLOT.sub("", text)):
        return "A brace stands alone. Write a name between two of them: {name}."
    return ""
