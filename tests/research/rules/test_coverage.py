"""R14: sources are people; colleagues, and people of one chain, are named as such and count once."""

import pytest

from research.rules.coverage import Source, coverage

ANN, BOB, CLEO, DAN, EVE = 1, 2, 3, 4, 5


def heard(*who: tuple[int, str]) -> list[Source]:
    return [Source(person=person, company=company) for person, company in who]


@pytest.mark.parametrize(
    ("who", "introduced_by", "sources", "words"),
    [
        ([], {}, 0, ""),
        ([(ANN, "acme")], {}, 1, "One person"),
        ([(ANN, "acme"), (ANN, "acme"), (ANN, "acme")], {}, 1, "One person"),
        ([(ANN, "acme"), (BOB, "brill"), (CLEO, "coy")], {}, 3, "Three people, three companies"),
        # Three colleagues are not three sources.
        ([(ANN, "acme"), (BOB, "acme"), (CLEO, "acme")], {}, 1, "Three people, one company"),
        ([(ANN, "acme"), (BOB, "acme"), (CLEO, "coy")], {}, 2, "Three people, two companies"),
        # Of whom no company is known, nothing is said of companies.
        ([(ANN, ""), (BOB, ""), (CLEO, "coy")], {}, 3, "Three people"),
        ([(ANN, ""), (BOB, "")], {BOB: ANN}, 1, "Two people, one introduced the other"),
        ([(ANN, ""), (BOB, ""), (CLEO, "")], {BOB: ANN, CLEO: BOB}, 1, "Three people, one introduced the others"),
        # A chain leads through somebody who said nothing.
        ([(ANN, ""), (CLEO, "")], {BOB: ANN, CLEO: BOB}, 1, "Two people, one introduced the other"),
        ([(ANN, ""), (BOB, ""), (CLEO, "")], {BOB: ANN}, 2, "Three people, one introduced another"),
        # A third who introduced both said nothing: they stand for themselves.
        ([(ANN, ""), (BOB, "")], {ANN: EVE, BOB: EVE}, 2, "Two people"),
        # Company and chain together; and two who introduced each other end nothing.
        ([(ANN, "acme"), (BOB, "acme"), (CLEO, "coy"), (DAN, "dim")], {CLEO: ANN}, 2,
         "Four people, three companies, one introduced another"),
        ([(ANN, ""), (BOB, "")], {ANN: BOB, BOB: ANN}, 1, "Two people, one introduced the other"),
    ],
)  # fmt: skip
def test_people_are_counted_and_who_belongs_together_counts_once(
    who: list[tuple[int, str]], introduced_by: dict[int, int], sources: int, words: str
) -> None:
    found = coverage(heard(*who), introduced_by=introduced_by, wanted=3, is_answered=False)

    assert (found.sources, found.words) == (sources, words)


def test_a_question_is_open_until_it_is_answered_however_many_were_heard() -> None:
    many = heard(*((person, f"company {person}") for person in range(12)))
    asked = coverage(many, introduced_by={}, wanted=3, is_answered=False)
    answered = coverage([], introduced_by={}, wanted=3, is_answered=True)

    assert (asked.is_open, asked.is_enough, asked.words) == (True, True, "Twelve people, twelve companies")
    assert (answered.is_open, answered.is_enough, answered.count_words) == (False, False, "sources")
