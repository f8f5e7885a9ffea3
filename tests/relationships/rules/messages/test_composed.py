"""Each message is fixed word for word; and whatever is stored, none says more than that, or is too long."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationships.rules.messages.composing import SHORT, Template, filled, shortened, slots_in
from relationships.rules.messages.english import OTHERS
from relationships.rules.messages.english_invitations import INVITE
from relationships.rules.messages.facts import MessageFacts, MessageKind, Tie
from relationships.rules.messages.message import composed, slots_of
from tests.relationships.rules.messages.cases import CASES, EVERYTHING, IN_GERMAN, NOTHING, OWN, STRANGER

TEXTS: Final = Path(__file__).with_name("texts.md").read_text(encoding="utf-8")
EVERY_TEMPLATE: Final = (*INVITE.values(), *OTHERS.values())
NEVER: Final = re.compile(
    r"in transition|\bCV\b|any openings|I was impressed|as you know|urgent|as soon as possible|unfortunately",
    re.IGNORECASE,
)
EMPTY: Final = re.compile(r"[{}]| {2}|\s[.,;:?]|[,;:]\.|“”|\bat \.|\bon ,")
OPTIONAL: Final = (
    "me", "situation", "position", "story", "skills", "company", "giver", "giver_at", "worked_at", "studied_at",
    "shares", "last_met", "given", "ask", "place",
)  # fmt: skip


def written(kind: MessageKind, facts: MessageFacts, own: dict[str, Template] | None = None) -> str:
    message = composed(kind, facts, own)
    return f"{message.long}\n\n> {message.short or 'no short one'}"


def every_text() -> str:
    """The table in words: what is agreed stands in texts.md."""
    english = [f"## {name}\n\n{written(kind, facts)}" for name, kind, facts in CASES]
    german = [f"## {name}\n\n{written(kind, facts, OWN)}" for name, kind, facts in IN_GERMAN]
    return "\n\n".join([*english, *german]) + "\n"


def test_each_message_reads_as_it_was_agreed() -> None:
    assert every_text() == TEXTS
    assert len(CASES) + len(IN_GERMAN) >= 60


@given(st.sampled_from(MessageKind), st.sets(st.sampled_from(OPTIONAL)), st.sampled_from(("Ed", "N" * 240)))
def test_what_is_not_stored_is_left_out_whole(kind: MessageKind, missing: set[str], name: str) -> None:
    nothing = {field: getattr(NOTHING, field) for field in missing}
    message = composed(kind, replace(EVERYTHING, them=replace(EVERYTHING.them, first=name), **nothing))

    for text in (message.long, message.short):
        assert not EMPTY.search(text), text
        assert not NEVER.search(text), text
        assert text.count("?") <= 2, text
    assert len(message.short) <= SHORT


def test_a_template_takes_only_what_there_is() -> None:
    known = slots_of(EVERYTHING).keys()

    for template in EVERY_TEMPLATE:
        assert slots_in(template.long) | slots_in(template.short) <= known


@pytest.mark.parametrize("tie", Tie)
def test_every_tie_has_an_invitation(tie: Tie) -> None:
    assert INVITE[tie].long
    assert INVITE[tie].short


def test_to_a_stranger_nobody_asks_for_a_talk() -> None:
    message = composed(MessageKind.INVITE, STRANGER)

    assert "minutes" not in message.long + message.short


def test_a_template_of_ones_own_comes_first() -> None:
    own = {"invite_none": Template(long="Hallo {name},\n\nich heiße {me}.")}

    assert composed(MessageKind.INVITE, STRANGER, own).long == "Hallo Anna Lindqvist,\n\nich heiße Frank Hauser."


def test_the_first_way_to_say_it_of_which_all_is_known_is_taken() -> None:
    template = "I met {him} and {her}. | I met {him}. | I met nobody."

    assert filled(template, {"him": "Ed", "her": "Ada"}) == "I met Ed and Ada."
    assert filled(template, {"him": "Ed", "her": ""}) == "I met Ed."
    assert filled(template, {}) == "I met nobody."


def test_the_short_form_leaves_out_the_last_that_may_be_missing_first() -> None:
    template = "Hello {name},\n?One.\nTwo.\n?Three."

    assert shortened(template, {"name": "Ed"}) == "Hello Ed,\nOne. Two. Three."
    assert shortened(template, {"name": "Ed"}, most=20) == "Hello Ed,\nOne. Two."
    assert shortened(template, {"name": "Ed"}, most=16) == "Hello Ed,\nTwo."
    assert shortened(template, {"name": "Ed"}, most=5) == ""
