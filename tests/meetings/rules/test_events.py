"""Events: who joins by one, when they are asked, and how an event is called in a sentence (R1, R2, R5, R7)."""

from datetime import date

import pytest

from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff
from contacts.rules.phases import Phase
from meetings.rules.events import EncounterAnswer, ask_by, how_we_met, joins, spoken_event
from relationships.rules.cup import cup_days
from relationships.rules.history import History
from relationships.rules.standing import standing_of

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("answer", "does"), [(EncounterAnswer.AGREED, True), (EncounterAnswer.NOT_INTERESTED, False), ("", False)]
)
def test_only_who_agreed_joins(answer: str, does: bool) -> None:
    assert joins(answer) is does


def test_an_event_is_no_cup_and_no_one_on_one() -> None:
    met = History(contact_id=1, called="Ada", joined_on=FRIDAY, agreed_encounters=(FRIDAY,), common_ground=(FRIDAY,))
    standing = standing_of(met)

    assert (cup_days(met), standing.held_count, standing.first_held_on) == ([], 0, None)
    assert (standing.phase, standing.last_spoke_on) == (Phase.INITIATE, None)


@pytest.mark.parametrize(
    ("today", "off", "due"),
    [
        (FRIDAY, NO_DAYS_OFF, TUESDAY),
        (MONDAY, NO_DAYS_OFF, TUESDAY),
        (date(2026, 11, 30), NO_DAYS_OFF, date(2026, 11, 30)),  # nothing is created overdue
        (MONDAY, DaysOff(((MONDAY, MONDAY),)), date(2026, 11, 25)),
    ],
)
def test_who_agreed_is_asked_within_two_business_days(today: date, off: DaysOff, due: date) -> None:
    assert ask_by(FRIDAY, today, off) == due


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Trade fair, Aldermoor Hall", "the trade fair"),
        ("The chamber breakfast", "the chamber breakfast"),
        ("Anuga", "Anuga"),
        ("Anuga trade fair", "the Anuga trade fair"),
        ("A dinner", "a dinner"),
        ("Netzwerkabend der IHK", "Netzwerkabend der IHK"),
        (", Hall 4", ", Hall 4"),
    ],
)
def test_an_event_is_called_as_one_would_say_it(name: str, spoken: str) -> None:
    assert spoken_event(name) == spoken
    assert how_we_met(name, FRIDAY) == f"{name}, 20 November 2026"
