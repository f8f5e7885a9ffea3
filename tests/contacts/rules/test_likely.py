"""Who of the address book comes first, and why."""

from datetime import date

import pytest

from contacts.rules.likely import A_SITTING, Acquainted, likely_first, telling_words


def one(contact_id: int, **facts: object) -> Acquainted:
    return Acquainted(**{"contact_id": contact_id, **facts})  # type: ignore[arg-type]  # a table of facts


PAIRS = [
    ({"worked_at": "Acme"}, {"at_target": True, "company": "Acme"}),
    ({"studied_at": "Aldermoor"}, {"is_known": True}),
    ({"at_target": True, "company": "Acme"}, {"position": "Production lead", "has_email": True}),
    ({"is_known": True}, {"position": "Production lead"}),
    ({"position": "Production lead"}, {"has_email": True}),
    ({"has_email": True}, {"connected_on": date(2026, 1, 1)}),
    ({"connected_on": date(2026, 1, 1)}, {"connected_on": date(2014, 1, 1)}),
    ({"connected_on": date(2014, 1, 1)}, {}),
]


@pytest.mark.parametrize(("likelier", "likely"), PAIRS)
def test_the_likelier_comes_first(likelier: dict[str, object], likely: dict[str, object]) -> None:
    found = likely_first([one(1, **likely), one(2, **likelier)], "Production manager")

    assert [person.contact_id for person in found] == [2, 1]


def test_reasons_are_said_the_heaviest_first() -> None:
    facts = {"worked_at": "Greenlow", "has_email": True, "connected_on": date(2014, 5, 1)}
    (person,) = likely_first([one(1, **facts)], "")

    assert person.reasons == (
        "Works at Greenlow, where you worked",
        "You have their e-mail address",
        "Connected since 2014",
    )


def test_a_sitting_is_no_longer_than_twenty() -> None:
    assert len(likely_first([one(number) for number in range(100)], "")) == A_SITTING


@pytest.mark.parametrize(
    ("position", "words"),
    [("Production manager in food", ["production", "manager", "food"]), ("COO", []), ("", [])],
)
def test_words_that_say_what_somebody_does(position: str, words: list[str]) -> None:
    assert telling_words(position) == words
