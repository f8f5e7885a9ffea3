"""R6: what saving a debrief changes, in words."""

from datetime import date

import pytest

from contacts.rules.phases import Evidence, Phase
from outcomes.rules.items import ItemKind
from relationships.rules.debrief import Debrief, Given, Promise
from relationships.rules.saving import Standing, evidence_after, moved_words, saving

TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
EARLIER = date(2026, 10, 1)


def gave(*kinds: ItemKind) -> tuple[Given, ...]:
    return tuple(Given(kind=kind, text="Something") for kind in kinds)


@pytest.mark.parametrize(
    ("evidence", "debrief", "phase"),
    [
        (Evidence(), Debrief(day=FRIDAY), Phase.INITIATE),
        (Evidence(), Debrief(day=FRIDAY, share="Rowing"), Phase.OBTAIN),
        (Evidence(common_ground=EARLIER), Debrief(day=FRIDAY), Phase.OBTAIN),
        (Evidence(known_from_before=EARLIER), Debrief(day=FRIDAY), Phase.OBTAIN),
        (Evidence(), Debrief(day=FRIDAY, given=gave(ItemKind.ADVICE)), Phase.INITIATE),
        (Evidence(), Debrief(day=FRIDAY, share="Rowing", given=gave(ItemKind.ADVICE)), Phase.USE),
        (
            Evidence(),
            Debrief(day=FRIDAY, share="Rowing", given=(Given(text="Taken away", removed=True),)),
            Phase.OBTAIN,
        ),
    ],
)
def test_the_panel_shows_the_phase_that_the_evidence_will_earn(
    evidence: Evidence, debrief: Debrief, phase: Phase
) -> None:
    assert saving(Standing(name="Desmond", evidence=evidence), debrief, TODAY).phase is phase


def test_evidence_keeps_its_earliest_day() -> None:
    after = evidence_after(
        Evidence(common_ground=EARLIER, one_on_one_agreed=EARLIER),
        Debrief(day=FRIDAY, share="Rowing", given=gave(ItemKind.ADVICE)),
    )

    assert after == Evidence(common_ground=EARLIER, one_on_one_agreed=EARLIER, obtained=FRIDAY)


@pytest.mark.parametrize(
    ("before", "after", "given", "words"),
    [
        (Phase.INITIATE, Phase.INITIATE, [], ("", "")),
        (Phase.USE, Phase.USE, [ItemKind.ADVICE], ("", "")),
        (
            Phase.OBTAIN,
            Phase.USE,
            [ItemKind.ADVICE],
            ("Desmond gave you advice", "Next: put it to use, then tell Desmond."),
        ),
        (
            Phase.INITIATE,
            Phase.USE,
            [ItemKind.REFERRAL],
            ("Desmond gave you a referral", "Next: take it up, then tell Desmond."),
        ),
        (
            Phase.INITIATE,
            Phase.USE,
            [],
            ("Desmond gave you something", "Next: put it to use, then tell Desmond."),
        ),
        (
            Phase.INITIATE,
            Phase.OBTAIN,
            [],
            ("You and Desmond share something, and met", "Next: ask Desmond for advice or a suggestion."),
        ),
        (
            Phase.USE,
            Phase.OBTAIN,
            [],
            ("Desmond is back to Obtain", "Nothing that they gave you stands any more."),
        ),
    ],
)
def test_a_phase_that_moves_is_said_by_what_moved_it(
    before: Phase, after: Phase, given: list[ItemKind], words: tuple[str, str]
) -> None:
    assert moved_words("Desmond", before, after, given) == words


def test_all_that_is_added_is_listed() -> None:
    debrief = Debrief(
        day=FRIDAY,
        thank=True,
        promised=Promise(text="Send the summary", due=date(2026, 11, 27)),
        waiting=Promise(text="Introduce me to Nadia", due=date(2026, 11, 30)),
        again=date(2026, 12, 14),
        given=(Given(kind=ItemKind.REFERRAL, name="Nadia Fennimore"), Given(text="Open with delays")),
    )

    panel = saving(Standing(name="Desmond", cups=21), debrief, TODAY)

    assert (panel.cup, panel.cup_more) == ("Cup 22", "Three to the next milestone.")
    assert [row.words for row in panel.added] == [
        "Thank Desmond, by Tuesday 24 November",
        "Send the summary, by Friday 27 November",
        "Waiting: Introduce me to Nadia, ask on Monday 30 November",
        "Meet Desmond again, around Monday 14 December",
        "Nadia Fennimore joins your network",
    ]
    assert [(check.words, check.is_met, check.when) for check in panel.checks] == [
        ("What you share", False, ""),
        ("One-on-one held", True, "20 Nov"),
        ("A referral and advice", True, ""),
    ]


@pytest.mark.parametrize(
    ("standing", "cup"),
    [
        (Standing(name="Desmond"), "Cup 1"),
        (Standing(name="Desmond", has_cup=True, cups=4), "Second coffee"),
        (Standing(name="Desmond", has_cup=True, cups=4, refills=1), "Third coffee"),
    ],
)
def test_a_second_meeting_is_a_second_coffee(standing: Standing, cup: str) -> None:
    assert saving(standing, Debrief(day=FRIDAY), TODAY).cup == cup


def test_thanks_are_not_promised_twice() -> None:
    panel = saving(Standing(name="Desmond", thanked=True), Debrief(day=FRIDAY, thank=True), TODAY)

    assert panel.added == ()


def test_one_open_thank_you_is_enough_until_it_is_ticked_off() -> None:
    standing = Standing(name="Desmond", thanks_wait=frozenset({7}))

    assert saving(standing, Debrief(day=FRIDAY, thank=True), TODAY).added == ()
    ticked = saving(standing, Debrief(day=FRIDAY, thank=True, settled=frozenset({7})), TODAY)
    assert [row.words for row in ticked.added] == ["Thank Desmond, by Tuesday 24 November"]


def test_what_was_before_the_campaign_is_no_cup() -> None:
    standing = Standing(name="Desmond", started_on=TODAY)

    assert saving(standing, Debrief(day=FRIDAY), TODAY).cup == "Before this search"
    assert saving(standing, Debrief(day=TODAY), TODAY).cup == "Cup 1"
