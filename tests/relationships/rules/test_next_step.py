"""R21: the one next step of a relationship, case by case."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.rules.history import (
    GivenItem,
    History,
    NamedBy,
    NotedTouch,
    OpenedMessage,
)
from relationships.rules.steps import StepKind
from tests.relationships.cases import FRIDAY, LATER, LONG_AGO, MONDAY, TOVE, TUESDAY, asked, follow_up, meeting, step


def test_everything_that_stands_is_done_in_the_order_of_the_rule() -> None:
    """Each time what was done is taken away, so that the next in the order shows."""
    history = replace(
        TOVE,
        meetings=(
            meeting(Status.PLANNED, FRIDAY, 1),
            meeting(Status.PLANNED, TUESDAY, 2, hour="10:30"),
            meeting(Status.PLANNED, LATER, 3),
        ),
        opened=(OpenedMessage(message_id=4, opened_on=FRIDAY),),
        follow_ups=(
            follow_up(FollowUpKind.WAITING, FRIDAY, 1),
            follow_up(FollowUpKind.ACTION, FRIDAY, 2),
            follow_up(FollowUpKind.TELL, FRIDAY, 3),
            follow_up(FollowUpKind.THANK_YOU, date(2026, 11, 19), 4),
            follow_up(FollowUpKind.PROMISE, MONDAY, 5),
            follow_up(FollowUpKind.ACTION, MONDAY, 6, introduction=True),
            follow_up(FollowUpKind.PROMISE, LATER, 7),
            follow_up(FollowUpKind.WAITING, LATER, 8),
        ),
        invitations=(asked(date(2026, 11, 16)),),
        given=(GivenItem(item_id=5, kind=ItemKind.ADVICE, day=FRIDAY, what="open with dates", to_use_on=FRIDAY),),
    )
    found = []
    for taken in ("meeting 1", "meeting 2", "opened", 6, 5, "asked", 4, 3, "item", 2, 1, "meeting 3", 7, 8):
        found.append(step(history).words)
        history = _without(history, taken)
    assert found == [
        "How did it go on Friday?",
        "Meet Tove tomorrow at 10:30.",
        "Did you send it to Tove?",
        "action 6",
        "promise 5",
        "One short reminder to Tove.",
        "thank_you 4",
        "tell 3",
        "Put Tove’s advice to use: open with dates",
        "action 2",
        "waiting 1",
        "Meet Tove on 1 December.",
        "promise 7",
        "waiting 8",
    ]
    assert step(history).kind is StepKind.AGAIN, "nothing stands any more: they gave something, and may be asked again"


def _without(history: History, taken: str | int) -> History:
    if isinstance(taken, int):
        return replace(history, follow_ups=tuple(one for one in history.follow_ups if one.follow_up_id != taken))
    if taken == "item":
        used, met = tuple(replace(one, to_use_on=None) for one in history.given), meeting(Status.HELD, LONG_AGO, 9)
        return replace(history, given=used, meetings=(*history.meetings, met))
    if taken.startswith("meeting"):
        number = int(taken.split()[1])
        return replace(history, meetings=tuple(one for one in history.meetings if one.meeting_id != number))
    return replace(history, opened=()) if taken == "opened" else replace(history, invitations=())


REST = StepKind.REST
WROTE = (NotedTouch(day=FRIDAY, direction=Direction.SENT),)
CASES: list[tuple[str, dict[str, Any], date, StepKind, str]] = [
    ("address book", {"joined_on": None}, MONDAY, StepKind.ADD, "Tove is in your address book."),
    ("left", {"left_on": FRIDAY}, MONDAY, StepKind.BACK, "You left Tove for now."),
    ("left until", {"left_on": FRIDAY, "left_until": LATER}, MONDAY, StepKind.BACK, "You left Tove until 1 December."),
    ("back", {"left_on": FRIDAY, "left_until": MONDAY}, MONDAY, StepKind.ASK, "Ask Tove for 20 minutes."),
    ("never met", {}, MONDAY, StepKind.ASK, "Ask Tove for 20 minutes."),
    ("asked", {"invitations": (asked(FRIDAY),)}, MONDAY, StepKind.WAIT, "It is their turn. You asked Tove on Friday."),
    ("silent for five days", {"invitations": (asked(FRIDAY),)}, date(2026, 11, 27), StepKind.REMIND,
     "One short reminder to Tove."),
    ("a day before", {"invitations": (asked(FRIDAY),)}, date(2026, 11, 26), StepKind.WAIT,
     "It is their turn. You asked Tove on Friday."),
    ("reminded", {"invitations": (asked(LONG_AGO, reminded_on=FRIDAY),)}, MONDAY, StepKind.WAIT,
     "It is their turn. You reminded Tove on Friday."),
    ("silent after the reminder", {"invitations": (asked(LONG_AGO, reminded_on=FRIDAY),)}, date(2026, 11, 27),
     StepKind.LEAVE, "Leave Tove for now?"),
    ("yes", {"invitations": (asked(FRIDAY, Answer.YES),)}, MONDAY, StepKind.PLAN, "Tove said yes. Agree on a day."),
    ("yes, two times written back", {"invitations": (asked(LONG_AGO, Answer.YES, answered_on=FRIDAY),),
                                     "touches": WROTE},
     MONDAY, StepKind.PLAN, "It is their turn. You wrote to Tove on Friday."),
    ("yes, no answer to the two times", {"invitations": (asked(LONG_AGO, Answer.YES, answered_on=FRIDAY),),
                                         "touches": WROTE},
     date(2026, 11, 27), StepKind.PLAN, "Tove said yes. Agree on a day."),
    ("yes, and they wrote since", {
        "invitations": (asked(LONG_AGO, Answer.YES, answered_on=FRIDAY),),
        "touches": (*WROTE, NotedTouch(day=FRIDAY, direction=Direction.RECEIVED)),
    }, MONDAY, StepKind.PLAN, "Tove said yes. Agree on a day."),
    ("yes, two times, then called off", {
        "invitations": (asked(LONG_AGO, Answer.YES, answered_on=FRIDAY),), "touches": WROTE,
        "meetings": (meeting(Status.CANCELLED, MONDAY, planned_on=FRIDAY),),
    }, MONDAY, StepKind.PLAN, "Tove said yes. Agree on another day."),
    ("yes, cancelled", {"invitations": (asked(FRIDAY, Answer.YES),),
                        "meetings": (meeting(Status.CANCELLED, MONDAY, planned_on=FRIDAY),)},
     MONDAY, StepKind.PLAN, "Tove said yes. Agree on another day."),
    ("yes that faded", {"invitations": (asked(LONG_AGO, Answer.YES, faded_on=FRIDAY),)}, MONDAY, StepKind.ASK,
     "Ask Tove again for 20 minutes."),
    ("no", {"invitations": (asked(date(2026, 11, 9), Answer.NO),)}, LATER, REST, "Tove said no on 9 November."),
    ("no, long ago", {"invitations": (asked(LONG_AGO, Answer.NO),)}, date(2027, 11, 1), REST,
     "Tove said no on 1 October 2026."),
    ("no, after a later that was asked for since", {"invitations": (
        asked(date(2026, 11, 2), Answer.NO, answered_on=FRIDAY),
        asked(date(2026, 11, 5), Answer.LATER, answered_on=date(2026, 11, 6)),
    )}, LATER, REST, "Tove said no on 20 November."),
    ("no, then thanked", {"invitations": (asked(LONG_AGO, Answer.NO),),
                          "touches": (NotedTouch(day=date(2026, 10, 2), direction=Direction.SENT),)},
     LATER, REST, "Tove said no on 1 October."),
    ("no, then they wrote", {"invitations": (asked(LONG_AGO, Answer.NO),),
                             "touches": (NotedTouch(day=date(2026, 10, 20), direction=Direction.RECEIVED),)},
     LATER, StepKind.ASK, "Ask Tove again for 20 minutes."),
    ("no, then introduced", {"invitations": (asked(LONG_AGO, Answer.NO),),
                             "named_by": (NamedBy(giver="Ada", state=ReferralState.INTRODUCED, introduced_on=FRIDAY),)},
     MONDAY, StepKind.ASK, "Ask Tove again for 20 minutes."),
    ("asked lately, no day", {"invitations": (asked(FRIDAY, Answer.LATER),)}, MONDAY, REST,
     "You asked Tove on Friday. Free again on 4 December."),
    ("ten business days on", {"invitations": (asked(FRIDAY, Answer.LATER),)}, date(2026, 12, 4), StepKind.ASK,
     "Ask Tove again for 20 minutes."),
    ("did not answer twice", {"invitations": (asked(LONG_AGO, Answer.NO_ANSWER, reminded_on=date(2026, 10, 8),
                                                    answered_on=date(2026, 11, 16)),)},
     LATER, REST, "Tove did not answer twice. Free again in May."),
    ("six months later", {"invitations": (asked(LONG_AGO, Answer.NO_ANSWER, reminded_on=date(2026, 10, 8),
                                                answered_on=date(2026, 11, 16)),)},
     date(2027, 5, 16), StepKind.ASK, "Ask Tove again for 20 minutes."),
    ("silent twice, then introduced", {
        "invitations": (asked(LONG_AGO, Answer.NO_ANSWER, reminded_on=date(2026, 10, 8), answered_on=FRIDAY),),
        "named_by": (NamedBy(giver="Ada", state=ReferralState.INTRODUCED, introduced_on=MONDAY),)},
     MONDAY, StepKind.ASK, "Ask Tove again for 20 minutes."),
    ("silent once", {"invitations": (asked(LONG_AGO, Answer.NO_ANSWER),)}, MONDAY, StepKind.ASK,
     "Ask Tove again for 20 minutes."),
    ("silent in two invitations", {"invitations": (asked(date(2026, 9, 1), Answer.NO_ANSWER),
                                                   asked(LONG_AGO, Answer.NO_ANSWER))},
     MONDAY, REST, "Tove did not answer twice. Free again in April."),
    ("not now", {"not_now_until": LATER}, MONDAY, REST, "Not now. Free again on 1 December."),
    ("not for this search", {"not_for_this": True}, MONDAY, REST, "Not for this search."),
    ("only promised", {"named_by": (NamedBy(giver="Desmond", state=ReferralState.PROMISED),)}, MONDAY, REST,
     "Desmond wants to introduce you."),
    ("promised and offered", {"named_by": (NamedBy(giver="Desmond", state=ReferralState.PROMISED),
                                           NamedBy(giver="Ada", state=ReferralState.OFFERED))},
     MONDAY, StepKind.ASK, "Ask Tove for 20 minutes."),
    ("spoken on Friday", {"touches": (NotedTouch(day=FRIDAY, direction=Direction.SENT),)}, MONDAY, REST,
     "You wrote on Friday. Free again on 11 December."),
    ("spoken three weeks ago", {"touches": (NotedTouch(day=FRIDAY, direction=Direction.SENT),)},
     date(2026, 12, 11), StepKind.ASK, "Ask Tove for 20 minutes."),
    ("met once, gave nothing", {"meetings": (meeting(Status.HELD, LONG_AGO),)}, MONDAY, StepKind.AGAIN,
     "Ask Tove for advice or a suggestion."),
    ("met twice", {"meetings": (meeting(Status.HELD, LONG_AGO), meeting(Status.HELD, date(2026, 10, 9), 2))},
     MONDAY, StepKind.NAME, "Ask Tove who else you should talk to."),
    ("met once, we talk", {"meetings": (meeting(Status.HELD, LONG_AGO),), "known_as": KnownAs.WE_TALK},
     MONDAY, StepKind.NAME, "Ask Tove who else you should talk to."),
    ("met once, long ago is no talk", {"meetings": (meeting(Status.HELD, LONG_AGO),), "known_as": KnownAs.LONG_AGO},
     MONDAY, StepKind.AGAIN, "Ask Tove for advice or a suggestion."),
    ("no-show", {"meetings": (meeting(Status.NO_SHOW, FRIDAY, planned_on=LONG_AGO),)}, MONDAY, StepKind.ASK,
     "Ask Tove for 20 minutes."),
    ("met, then a no, then quiet", {"meetings": (meeting(Status.HELD, date(2026, 7, 1)),),
                                    "invitations": (asked(date(2026, 8, 1), Answer.NO),)},
     MONDAY, StepKind.QUIET, "Write to Tove."),
    ("met once, quiet after three months, before asking again without a reason",
     {"meetings": (meeting(Status.HELD, date(2026, 7, 1)),)}, MONDAY, StepKind.QUIET, "Write to Tove."),
    ("met once, never quiet", {"meetings": (meeting(Status.HELD, date(2026, 7, 1)),), "never_quiet": True},
     MONDAY, StepKind.AGAIN, "Ask Tove for advice or a suggestion."),
    ("met once, starred", {"meetings": (meeting(Status.HELD, LONG_AGO),), "starred": True},
     MONDAY, StepKind.QUIET, "Write to Tove."),
    ("met twice long ago is asked for a name",
     {"meetings": (meeting(Status.HELD, date(2026, 6, 1)), meeting(Status.HELD, date(2026, 7, 1), 2))}, MONDAY,
     StepKind.NAME, "Ask Tove who else you should talk to."),
    ("opened today", {"opened": (OpenedMessage(message_id=1, opened_on=MONDAY),)}, MONDAY, REST,
     "You are writing to Tove."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "today", "kind", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_case(fields: dict[str, Any], today: date, kind: StepKind, words: str) -> None:
    found = step(replace(TOVE, **fields), today)

    assert (found.kind, found.words) == (kind, words)
