"""The words of what was obtained, and of where a referral stands. Source: docs/method.md."""

from datetime import date
from typing import Final

from accounts.rules.words import Worded


class ItemKind(Worded):
    """What somebody gave."""

    ADVICE = "advice", "Advice"
    SUGGESTION = "suggestion", "Suggestion"
    REFERRAL = "referral", "Referral"
    INFORMATION = "information", "Information"


class ReferralState(Worded):
    """How far an introduction has come: one word for each state, on every screen."""

    PROMISED = "promised", "Promised"
    OFFERED = "offered", "Offered"
    INTRODUCED = "introduced", "Introduced"
    CONTACTED = "contacted", "Contacted"
    MET = "met", "Met"
    DECLINED = "declined", "Declined"
    GONE_QUIET = "gone_quiet", "Gone quiet"


class UsedAs(Worded):
    """What became of what somebody gave (R8)."""

    PITCH = "pitch", "Pitch revised"
    RESUME = "resume", "Resume revised"
    REFERRAL = "referral", "Referral taken up"
    ANSWER = "answer", "Question answered"
    OTHERWISE = "otherwise", "Applied otherwise"
    DECLINED = "declined", "Declined"


class Stance(Worded):
    """What a finding says to the other findings under its question (R14)."""

    AGREES = "agrees", "Agrees"
    DISAGREES = "disagrees", "Disagrees"
    ADDS = "adds", "Adds something"


AS_SAID: Final = {
    ReferralState.PROMISED: "They will introduce you",
    ReferralState.OFFERED: "You may use their name",
}
"""What the giver says when they name somebody, in the order in which it is asked; the first is the preset."""

SAID_INSTEAD: Final = {
    ReferralState.OFFERED: AS_SAID[ReferralState.OFFERED],
    ReferralState.DECLINED: "They would rather not",
}
"""What who promised to introduce may say instead."""

NOT_YET_WRITTEN_TO: Final = (ReferralState.PROMISED, ReferralState.OFFERED, ReferralState.INTRODUCED)
"""Nobody wrote to who was named; to write, by message or invitation, makes the referral *contacted*."""


LED_ON: Final = (ReferralState.INTRODUCED, ReferralState.CONTACTED, ReferralState.MET, ReferralState.GONE_QUIET)
"""A name led on to them; how far is another question."""


def as_the_giver_left_it(state: ReferralState, said: str, *, introduced: bool) -> ReferralState:
    """What the giver did or said of it, whatever became of it since. `said` is noted since a later release only."""
    if said and state not in NOT_YET_WRITTEN_TO:
        return ReferralState(said)
    if state in {ReferralState.CONTACTED, ReferralState.MET}:
        return ReferralState.INTRODUCED if introduced else ReferralState.OFFERED
    return state


def has_introduced(state: ReferralState, introduced_on: date | None) -> bool:
    """The giver introduced, whatever came of it; not who lent their name or has only promised."""
    return introduced_on is not None or state is ReferralState.INTRODUCED


def what_became_of_it(
    said: ReferralState, *, met: bool, written_to: bool, said_no: bool, silent: bool
) -> ReferralState:
    """The state by the evidence that stands, from how the giver left it.

    Who met them has met them, unless the giver would rather not. A no to the invitation declines it; no answer after
    the reminder is gone quiet, until they answer, write or are met.
    """
    if said is ReferralState.DECLINED:
        return said
    if met:
        return ReferralState.MET
    if not written_to:
        return said
    if said_no:
        return ReferralState.DECLINED
    return ReferralState.GONE_QUIET if silent else ReferralState.CONTACTED


def to_use_on(
    kind: ItemKind, day: date, *, used_on: date | None, put_off_until: date | None, is_finding: bool = False
) -> date | None:
    """From when on it asks to be put to use: its day, or the one it was put off to; None for a name, and once used.

    Information that is filed under a question waits for its answer, which uses it by citing it (R14).
    """
    if kind is ItemKind.REFERRAL or used_on:
        return None
    return put_off_until or (None if kind is ItemKind.INFORMATION and is_finding else day)


def waits_words(giver: str, referred: str) -> str:
    """What is waited for, while the giver has only promised to introduce."""
    return f"{giver} wants to introduce you to {referred}"


def introduced_words(giver: str, referred: str) -> str:
    """What is to be done once the introduction is made."""
    return f"Write to {referred}: {giver} has introduced you"


def met_words(giver: str, referred: str) -> str:
    """What who named somebody hears once these two have met (R8)."""
    return f"Tell {giver} that you met {referred}"


BECAME: Final = {
    UsedAs.PITCH: "I have changed what I say about myself because of it.",
    UsedAs.RESUME: "I have revised my resume because of it.",
    UsedAs.ANSWER: "It answered a question that I had.",
    UsedAs.OTHERWISE: "I have used it.",
}


def became_words(used_as: UsedAs | None, words: str) -> str:
    """What became of it, as the user writes it to the giver; empty where there is nothing to say."""
    said = BECAME.get(used_as, "") if used_as else ""
    sentence = f" {words}" if words.endswith((".", "!", "?", "。")) else f" {words}." if words else ""
    return f"{said}{sentence}" if said else ""


def tell_words(giver: str, kind: ItemKind, text: str) -> str:
    """What the giver hears once it was used (R8)."""
    what = f"Tell {giver} what became of the {kind.label.lower()}"
    return f"{what}: {text}" if text else what
