from dataclasses import replace
from datetime import date

import pytest
from relationships.rules.facts import AgreedMeeting, Facts, ItemToUse, OpenFollowUp, SentInvitation

from meetings.rules.asking import Answer
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep, StepKind

FRIDAY, TODAY, LATER = date(2026, 11, 20), date(2026, 11, 23), date(2026, 12, 1)

TOVE = Facts(name="Tove", shares_something=True)
GRAHAM = Facts(name="Graham", known_from_before=True, times_met=3, last_met=date(2026, 11, 18), gave_something=True)


def follow_up(kind: FollowUpKind, due: date, follow_up_id: int = 1, *, introduction: bool = False) -> OpenFollowUp:
    what = f"{kind} {follow_up_id}"
    return OpenFollowUp(follow_up_id=follow_up_id, kind=kind, what=what, due=due, is_introduction=introduction)


def invitation(sent_on: date, answer: Answer = Answer.WAITING, reminded_on: date | None = None) -> SentInvitation:
    return SentInvitation(invitation_id=9, sent_on=sent_on, reminded_on=reminded_on, answer=answer, answered_on=sent_on)


EVERYTHING = Facts(
    name="Graham",
    to_log=AgreedMeeting(meeting_id=1, day=FRIDAY),
    planned=AgreedMeeting(meeting_id=2, day=TODAY, at="10:30"),
    follow_ups=(
        follow_up(FollowUpKind.WAITING, FRIDAY, 1),
        follow_up(FollowUpKind.ACTION, FRIDAY, 2),
        follow_up(FollowUpKind.TELL, FRIDAY, 3),
        follow_up(FollowUpKind.THANK_YOU, date(2026, 11, 19), 4),
        follow_up(FollowUpKind.PROMISE, TODAY, 5),
        follow_up(FollowUpKind.ACTION, TODAY, 6, introduction=True),
    ),
    to_use=ItemToUse(item_id=3, kind=ItemKind.ADVICE, what="open with late deliveries"),
    shares_something=True,
    times_met=1,
)


def without(facts: Facts, *numbers: int) -> Facts:
    return replace(facts, follow_ups=tuple(one for one in facts.follow_ups if one.follow_up_id not in numbers))


def test_what_is_agreed_and_owed_is_done_in_the_order_of_the_review() -> None:
    facts = EVERYTHING
    found: list[str] = [next_step(facts, TODAY).kind]
    facts = replace(facts, to_log=None)
    found.append(next_step(facts, TODAY).kind)
    facts = replace(facts, planned=None)
    for number in (6, 5, 4, 3):
        found.append(next_step(facts, TODAY).words)
        facts = without(facts, number)
    found.append(next_step(facts, TODAY).kind)
    facts = replace(facts, to_use=None)
    found.append(next_step(facts, TODAY).words)
    found.append(next_step(without(facts, 2), TODAY).words)

    assert found == [
        StepKind.LOG,
        StepKind.PREPARE,
        "action 6",
        "promise 5",
        "thank_you 4",
        "tell 3",
        StepKind.USE,
        "action 2",
        "waiting 1",
    ]


@pytest.mark.parametrize(
    ("facts", "kind", "words"),
    [
        (replace(TOVE, is_away=True), StepKind.BACK, "You left Tove for now."),
        (replace(TOVE, in_network=False), StepKind.ADD, "Tove is in your address book."),
        (
            replace(TOVE, to_log=AgreedMeeting(meeting_id=1, day=FRIDAY)),
            StepKind.LOG,
            "How did it go on Friday?",
        ),
        (
            replace(TOVE, planned=AgreedMeeting(meeting_id=1, day=TODAY, at="10:30")),
            StepKind.PREPARE,
            "Meet Tove today at 10:30.",
        ),
        (
            replace(TOVE, planned=AgreedMeeting(meeting_id=1, day=date(2026, 11, 26))),
            StepKind.PREPARE,
            "Meet Tove on Thursday.",
        ),
        (
            replace(TOVE, invitation=invitation(FRIDAY, Answer.YES)),
            StepKind.PLAN,
            "Tove said yes. Agree on a day.",
        ),
        (
            replace(GRAHAM, to_use=ItemToUse(item_id=1, kind=ItemKind.ADVICE, what="open with late deliveries")),
            StepKind.USE,
            "Put Graham’s advice to use: open with late deliveries",
        ),
        (
            replace(GRAHAM, to_use=ItemToUse(item_id=1, kind=ItemKind.INFORMATION, what="")),
            StepKind.USE,
            "Put Graham’s information to use",
        ),
        (
            replace(TOVE, invitation=invitation(date(2026, 11, 16))),
            StepKind.REMIND,
            "One short reminder. You asked Tove on 16 November.",
        ),
        (
            replace(TOVE, invitation=invitation(date(2026, 11, 2), reminded_on=date(2026, 11, 9))),
            StepKind.LEAVE,
            "You asked Tove twice. Leave them for now?",
        ),
        (
            replace(TOVE, invitation=invitation(FRIDAY)),
            StepKind.WAIT,
            "It is their turn. You asked Tove on Friday.",
        ),
        (
            replace(TOVE, invitation=invitation(date(2026, 11, 13), reminded_on=FRIDAY)),
            StepKind.WAIT,
            "It is their turn. You reminded Tove on Friday.",
        ),
        (Facts(name="Wendell", times_met=1), StepKind.SHARE, "Note what you and Wendell share."),
        (TOVE, StepKind.INVITE, "Ask Tove for 20 minutes."),
        (Facts(name="Graham", known_from_before=True), StepKind.INVITE, "Ask Graham for 20 minutes."),
        (
            replace(TOVE, invitation=invitation(FRIDAY, Answer.NO)),
            StepKind.LEAVE,
            "Tove said no. Leave them for now?",
        ),
        (
            replace(TOVE, invitation=invitation(FRIDAY, Answer.NO_ANSWER)),
            StepKind.LEAVE,
            "Tove did not answer. Leave them for now?",
        ),
        (replace(TOVE, invitation=invitation(FRIDAY, Answer.LATER)), StepKind.INVITE, "Ask Tove for 20 minutes."),
        (
            replace(TOVE, times_met=2, last_met=date(2026, 11, 2)),
            StepKind.NAME,
            "Ask Tove who else you should talk to.",
        ),
        (
            replace(TOVE, times_met=1, last_met=date(2026, 9, 2)),
            StepKind.AGAIN,
            "Ask Tove for advice or a suggestion.",
        ),
        (GRAHAM, StepKind.AGAIN, "Meet Graham again."),
    ],
)
def test_everybody_has_one_next_step(facts: Facts, kind: StepKind, words: str) -> None:
    step = next_step(facts, TODAY)

    assert (step.kind, step.words) == (kind, words)


def test_a_meeting_in_three_weeks_does_not_hide_a_promise_that_is_due() -> None:
    facts = replace(
        TOVE,
        planned=AgreedMeeting(meeting_id=1, day=date(2026, 12, 14)),
        follow_ups=(follow_up(FollowUpKind.PROMISE, FRIDAY),),
    )

    assert next_step(facts, TODAY) == NextStep(
        kind=StepKind.DO, words="promise 1", about=1, due=FRIDAY, is_red=True, hint="Promised for Friday"
    )


def test_what_is_due_first_comes_first() -> None:
    facts = replace(
        TOVE, follow_ups=(follow_up(FollowUpKind.ACTION, LATER, 1), follow_up(FollowUpKind.TELL, date(2026, 11, 27), 2))
    )

    step = next_step(facts, TODAY)

    assert (step.kind, step.about, step.hint) == (StepKind.WRITE, 2, "Friday")


def test_what_the_user_wants_to_do_comes_before_what_they_wait_for() -> None:
    waits = follow_up(FollowUpKind.WAITING, date(2026, 11, 25), 1)
    facts = replace(TOVE, follow_ups=(waits, follow_up(FollowUpKind.ACTION, LATER, 2)))

    assert next_step(facts, TODAY).about == 2
    assert next_step(without(facts, 2), TODAY).kind is StepKind.REMIND


def test_nobody_is_proposed_anything_while_it_is_their_turn() -> None:
    waits = follow_up(FollowUpKind.WAITING, LATER)

    assert not next_step(Facts(name="Halden", follow_ups=(waits,)), TODAY).kind.is_proposal
    assert not next_step(Facts(name="Pascal", invitation=invitation(TODAY)), TODAY).kind.is_proposal
    assert next_step(Facts(name="Wendell"), TODAY).kind.is_proposal
