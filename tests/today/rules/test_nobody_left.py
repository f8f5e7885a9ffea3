"""R10: nobody is left to ask: one thing to do instead, each day another."""

from datetime import date, timedelta

from today.rules.nobody_left import WHERE_THEY_MEET, Turn, turn_of

MONDAY = date(2026, 11, 23)
PROMPTS = ("Neighbours", "Teachers", "The school gate")


def words(talked: tuple[str, ...], *, has_book: bool, prompts: tuple[str, ...] = PROMPTS) -> dict[Turn, str]:
    days = (MONDAY + timedelta(days=number) for number in range(4))
    return {
        one.turn: one.words
        for one in (turn_of(talked=talked, prompts=prompts, has_book=has_book, today=day) for day in days)
    }


def test_each_day_has_its_turn() -> None:
    assert words(("Ann", "Bea", "Cy"), has_book=True) == {
        Turn.MENTIONED: "Whom did Ann, Bea or Cy mention?",
        Turn.PROMPTS: "Who comes to mind? Neighbours? Teachers?",
        Turn.EVENT: WHERE_THEY_MEET,
        Turn.CHOOSE: "Ten people of your address book would be glad to hear from you.",
    }


def test_what_is_not_possible_has_no_turn() -> None:
    assert set(words((), has_book=False)) == {Turn.PROMPTS, Turn.EVENT}
    assert words(("Ann",), has_book=False)[Turn.MENTIONED] == "Whom did Ann mention?"
    assert set(words((), has_book=True, prompts=())) == {Turn.EVENT, Turn.CHOOSE}


def test_an_event_is_always_possible() -> None:
    assert words((), has_book=False, prompts=()) == {Turn.EVENT: WHERE_THEY_MEET}
