"""R3 and R17: what may be asked of whom, and what follows when nobody answers.

R3: asking for a referral warns while the relationship does not carry it; it never forbids. R17: after five business
days without an answer one short reminder, after five more leaving for now, never a third. Source: docs/method.md.
"""

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Final

from accounts.rules.words import Worded, number_word
from campaigns.rules.business_days import DaysOff, is_business_day, next_business_day
from meetings.rules.purpose import PurposeKind
from meetings.rules.touch import Channel

TOO_EARLY: Final = (
    "They may want to know you better before they lend you their name."
    " Ask for their view, and whether you may come back."
)
WHOSE_VIEW: Final = "Whose view of this do you trust?"
"""Asks for a name and for no introduction, which is always all right."""

COME_BACK: Final = "May I come back in about three weeks, and show you what I did with it?"
INTRODUCE: Final = "Would you introduce me?"

FIRST_SILENCE: Final = "No answer is common and seldom about you."
MET_OFTEN_ENOUGH: Final = 2
PATIENCE: Final = 5
"""Business days without an answer before anything is offered."""


RATE_FROM: Final = 10
COMPARED_FROM: Final = 5
"""So many asked by a way before it is compared with another (R23)."""

NAMED: Final = {Channel.CALL: "Ringing", Channel.MAIL: "Mail", Channel.MESSAGE: "Message"}


class Answer(Worded):
    """What became of an invitation."""

    WAITING = "waiting", "Waiting"
    YES = "yes", "Yes"
    LATER = "later", "Later"
    NO = "no", "No"
    NO_ANSWER = "no_answer", "No answer"


class AskKind(Worded):
    """The kinds of the one specific thing that is asked for."""

    VIEW = "view", "Their view"
    SUGGESTION = "suggestion", "A suggestion"
    REFERRAL = "referral", "A referral"
    INFORMATION = "information", "Information"


class AskResult(Worded):
    """What became of the one specific thing that was asked for (R4)."""

    ANSWERED = "answered", "Answered"
    PARTLY = "partly", "Partly"
    NOT_ASKED = "not_asked", "Not asked"


def carries_a_referral(*, times_met: int, told_of_use: bool, we_talk: bool) -> bool:
    """Whether somebody may be asked for a name (R3).

    Met twice, or one item of theirs was used and they were told, or known from before and still in touch.
    """
    return times_met >= MET_OFTEN_ENOUGH or told_of_use or we_talk


def ready_words(*, times_met: int, told_of_use: bool, we_talk: bool) -> str:
    """Beside `Ready to be asked for a name`: why they are, or what is still to come."""
    if times_met >= MET_OFTEN_ENOUGH:
        return "Yes. Met twice" if times_met == MET_OFTEN_ENOUGH else f"Yes. Met {number_word(times_met)} times"
    if told_of_use:
        return "Yes. You used something of theirs, and they know"
    if we_talk:
        return "Yes. You know each other from before, and talk"
    if times_met:
        return "Not yet. After a second meeting, or once you used one thing of theirs and they know"
    return "Not yet. After two meetings, or once you used one thing of theirs and they know"


def asks_for_a_referral(kind: AskKind | None, purpose: PurposeKind | None, ask: str = "") -> bool:
    """The short cut is taken by asking for a referral, in the ask or in the purpose."""
    if WHOSE_VIEW.rstrip("?").casefold() in ask.casefold():
        return False
    return kind is AskKind.REFERRAL or purpose is PurposeKind.SOMEBODY


def warning(
    kind: AskKind | None,
    purpose: PurposeKind | None,
    ask: str = "",
    *,
    carries: bool,
    at_transition: bool = False,
) -> str:
    """The sentence that meets who asks for a referral too early; empty otherwise, and always at transition events."""
    return TOO_EARLY if asks_for_a_referral(kind, purpose, ask) and not carries and not at_transition else ""


def noted_words(called: str) -> str:
    """What is said once an invitation is noted."""
    return f"Noted. If {called} is silent, you are offered one reminder."


def the_close(*, carries: bool) -> list[str]:
    """How a one-on-one ends (R3): whether one may come back, and whose view they trust.

    An introduction is asked for only where the relationship carries it.
    """
    return [COME_BACK, f"{WHOSE_VIEW} {INTRODUCE}" if carries else WHOSE_VIEW]


def is_first_silence(earlier_silences: int) -> bool:
    """Whether `FIRST_SILENCE` is said: only where nobody was silent before."""
    return earlier_silences == 0


def own_rate(asked: int, yes: int) -> str | None:
    """From ten invitations on, the user's own rate: `You asked 12, 7 said yes.`"""
    return f"You asked {asked}, {yes or 'nobody'} said yes." if asked >= RATE_FROM else None


def ways_compared(by_way: Mapping[Channel, tuple[int, int]]) -> list[str]:
    """Of each way by which enough were asked, how many said yes; nothing while there are not two to compare (R23)."""
    enough = [(way, asked, yes) for way, (asked, yes) in by_way.items() if asked >= COMPARED_FROM and way in NAMED]
    enough.sort(key=lambda one: (-one[2] / one[1], one[0]))
    return [f"{NAMED[way]}: {yes} of {asked} said yes" for way, asked, yes in enough] if len(enough) > 1 else []


def ask_again_on(today: date, off: DaysOff) -> date:
    """What `later` means unless they named a day: a month on, and neither on a weekend nor on a day off."""
    year, month = (today.year, today.month + 1) if today.month < 12 else (today.year + 1, 1)
    in_a_month = date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    return in_a_month if is_business_day(in_a_month, off) else next_business_day(in_a_month, off)
