"""What the app knows of both is offered as common ground, until it is noted."""

import pytest

from contacts.rules.may_share import KnownOfThem, may_share

WORKED = "Tillerman Group, 2009 to 2016\nGreenlow"
STUDIED = "Aldermoor College (1998)"


@pytest.mark.parametrize(
    ("them", "guesses"),
    [
        (KnownOfThem(company="Greenlow Foods"), ["Greenlow"]),
        (KnownOfThem(company="GREENLOW"), ["Greenlow"]),
        (KnownOfThem(company="Greenlowland"), []),
        (KnownOfThem(company="Aldermoor College"), ["Aldermoor College"]),
        (KnownOfThem(texts=("Aldermoor College, 1997 – 2000",)), ["Aldermoor College"]),
        (KnownOfThem(texts=("Former: Tillerman Group",), company="Greenlow"), ["Greenlow", "Tillerman Group"]),
        (KnownOfThem(introduced_by=("Annika Sorrel", "Annika Sorrel")), ["Annika Sorrel"]),
        (KnownOfThem(company="Greenlow", noted=("We both left greenlow in 2016",)), []),
        (KnownOfThem(), []),
        (KnownOfThem(introduced_by=("A A", "B B", "C C", "D D")), ["A A", "B B", "C C"]),
    ],
)
def test_what_may_be_shared(them: KnownOfThem, guesses: list[str]) -> None:
    assert may_share(them, worked_at=WORKED, studied_at=STUDIED) == guesses


def test_whoever_says_nothing_of_themselves_is_offered_nothing() -> None:
    assert may_share(KnownOfThem(company="Greenlow"), worked_at=" \n, 2009\n", studied_at="") == []
