from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.rules.phases import Because, Evidence, Missing, Phase, because, missing, phase_of, reached

FIRST, SECOND, THIRD = date(2026, 9, 22), date(2026, 9, 24), date(2026, 10, 1)
BEFORE = date(2009, 1, 1)

NOTHING = Evidence()
SHARED = Evidence(common_ground=FIRST)
AGREED = Evidence(one_on_one_agreed=FIRST)
KNOWN = Evidence(known_from_before=BEFORE)

MAYBE_A_DAY = st.none() | st.dates(date(2026, 1, 1), date(2026, 2, 1))
EVIDENCE = st.builds(
    Evidence,
    common_ground=MAYBE_A_DAY,
    known_from_before=MAYBE_A_DAY,
    one_on_one_agreed=MAYBE_A_DAY,
    touch_received=MAYBE_A_DAY,
    obtained=MAYBE_A_DAY,
)
KINDS = ["common_ground", "known_from_before", "one_on_one_agreed", "touch_received", "obtained"]


@pytest.mark.parametrize(
    ("evidence", "days"),
    [
        (NOTHING, {}),
        (SHARED, {}),
        (AGREED, {}),
        (KNOWN, {}),
        (Evidence(obtained=FIRST), {}),
        (Evidence(touch_received=FIRST), {}),
        (Evidence(common_ground=FIRST, one_on_one_agreed=SECOND), {Phase.OBTAIN: SECOND}),
        (Evidence(common_ground=SECOND, one_on_one_agreed=FIRST), {Phase.OBTAIN: SECOND}),
        (Evidence(common_ground=FIRST, one_on_one_agreed=FIRST), {Phase.OBTAIN: FIRST}),
        (Evidence(known_from_before=BEFORE, one_on_one_agreed=SECOND), {Phase.OBTAIN: SECOND}),
        (Evidence(known_from_before=BEFORE, common_ground=THIRD, one_on_one_agreed=SECOND), {Phase.OBTAIN: SECOND}),
        (Evidence(known_from_before=BEFORE, touch_received=SECOND), {Phase.OBTAIN: SECOND}),
        (Evidence(known_from_before=BEFORE, touch_received=SECOND, one_on_one_agreed=FIRST), {Phase.OBTAIN: FIRST}),
        (Evidence(common_ground=FIRST, touch_received=SECOND), {}),
        (Evidence(common_ground=FIRST, obtained=SECOND), {}),
        (
            Evidence(common_ground=FIRST, one_on_one_agreed=FIRST, obtained=SECOND),
            {Phase.OBTAIN: FIRST, Phase.USE: SECOND},
        ),
        (
            Evidence(common_ground=THIRD, one_on_one_agreed=FIRST, obtained=SECOND),
            {Phase.OBTAIN: THIRD, Phase.USE: THIRD},
        ),
        (
            Evidence(known_from_before=BEFORE, touch_received=FIRST, obtained=SECOND),
            {Phase.OBTAIN: FIRST, Phase.USE: SECOND},
        ),
    ],
)
def test_a_phase_is_earned_by_evidence(evidence: Evidence, days: dict[Phase, date]) -> None:
    assert reached(evidence) == days


@pytest.mark.parametrize(
    ("evidence", "phase"),
    [
        (NOTHING, Phase.INITIATE),
        (SHARED, Phase.INITIATE),
        (Evidence(common_ground=FIRST, one_on_one_agreed=SECOND), Phase.OBTAIN),
        (Evidence(common_ground=FIRST, one_on_one_agreed=SECOND, obtained=SECOND), Phase.USE),
        (Evidence(one_on_one_agreed=SECOND, obtained=SECOND), Phase.INITIATE),
    ],
)
def test_the_furthest_phase_reached_is_the_phase(evidence: Evidence, phase: Phase) -> None:
    assert phase_of(evidence) is phase


@pytest.mark.parametrize(
    ("evidence", "reasons"),
    [
        (NOTHING, {}),
        (Evidence(common_ground=SECOND, one_on_one_agreed=FIRST), {Phase.OBTAIN: Because.COMMON_GROUND}),
        (Evidence(common_ground=FIRST, one_on_one_agreed=SECOND), {Phase.OBTAIN: Because.AGREED}),
        (Evidence(common_ground=FIRST, one_on_one_agreed=FIRST), {Phase.OBTAIN: Because.AGREED}),
        (Evidence(known_from_before=SECOND, one_on_one_agreed=FIRST), {Phase.OBTAIN: Because.KNOWN}),
        (Evidence(known_from_before=BEFORE, touch_received=FIRST), {Phase.OBTAIN: Because.TOUCH}),
        (
            Evidence(common_ground=FIRST, one_on_one_agreed=FIRST, obtained=FIRST),
            {Phase.OBTAIN: Because.AGREED, Phase.USE: Because.OBTAINED},
        ),
        (
            Evidence(common_ground=THIRD, one_on_one_agreed=FIRST, obtained=SECOND),
            {Phase.OBTAIN: Because.COMMON_GROUND, Phase.USE: Because.COMMON_GROUND},
        ),
    ],
)
def test_the_evidence_that_came_last_is_the_reason(evidence: Evidence, reasons: dict[Phase, Because]) -> None:
    assert because(evidence) == reasons


@pytest.mark.parametrize(
    ("evidence", "kinds"),
    [
        (NOTHING, [Missing.SHARED, Missing.ONE_ON_ONE, Missing.OBTAINED]),
        (AGREED, [Missing.SHARED, Missing.OBTAINED]),
        (KNOWN, [Missing.ONE_ON_ONE, Missing.OBTAINED]),
        (Evidence(known_from_before=BEFORE, touch_received=FIRST), [Missing.OBTAINED]),
        (Evidence(touch_received=FIRST, obtained=FIRST), [Missing.SHARED, Missing.ONE_ON_ONE]),
        (Evidence(common_ground=FIRST, one_on_one_agreed=FIRST, obtained=FIRST), []),
    ],
)
def test_what_is_missing_is_named(evidence: Evidence, kinds: list[Missing]) -> None:
    assert missing(evidence) == kinds


@given(EVIDENCE)
def test_no_phase_is_reached_before_the_one_it_needs(evidence: Evidence) -> None:
    days = reached(evidence)

    assert list(days) in ([], [Phase.OBTAIN], [Phase.OBTAIN, Phase.USE])
    assert list(days.values()) == sorted(days.values())
    assert because(evidence).keys() == days.keys()


@given(EVIDENCE)
def test_nothing_missing_is_the_last_phase(evidence: Evidence) -> None:
    assert (missing(evidence) == []) == (phase_of(evidence) is Phase.USE)


@given(EVIDENCE, st.sampled_from(KINDS))
def test_deleting_evidence_never_moves_forward(evidence: Evidence, kind: str) -> None:
    order = list(Phase)
    less = replace(evidence, **{kind: None})

    assert order.index(phase_of(less)) <= order.index(phase_of(evidence))
    assert all(day >= reached(evidence)[phase] for phase, day in reached(less).items())


def test_phases_are_called_as_the_screens_call_them() -> None:
    assert [phase.label for phase in Phase] == ["Initiate", "Obtain", "Use"]
