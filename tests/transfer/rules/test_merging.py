from datetime import date

import pytest

from contacts.rules.details import MOST, united
from transfer.rules.book import Known
from transfer.rules.merging import Difference, merge, merged
from transfer.rules.person import Person

DAY = date(2023, 7, 5)


def test_what_is_empty_is_filled() -> None:
    known = Known(id=1, given_name="Kim", family_name="Vale")
    person = Person(given_name="Kim", family_name="Vale", company="Acme", position="Chef", connected_on=DAY)

    changes = merge(known, person)

    assert changes.values == {"company": "Acme", "position": "Chef", "connected_on": DAY}
    assert merge(merged(known, changes), person).nothing


def test_an_empty_cell_erases_nothing() -> None:
    known = Known(id=1, given_name="Kim", company="Acme", position="Chef", emails=("kim@x.org",), connected_on=DAY)

    assert merge(known, Person(given_name="Kim")).nothing


@pytest.mark.parametrize(("imported", "applied"), [(frozenset({"company"}), True), (frozenset(), False)])
def test_what_was_typed_is_never_overwritten_and_what_was_imported_follows(
    imported: frozenset[str], applied: bool
) -> None:
    known = Known(id=1, given_name="Kim", company="Acme", imported=imported)

    changes = merge(known, Person(given_name="Kim", company="Beta"))

    assert changes.differences == (Difference(field="company", old="Acme", new="Beta", applied=applied),)
    assert changes.nothing == (not applied)
    assert merged(known, changes).company == ("Beta" if applied else "Acme")


def test_a_second_row_of_one_file_fills_and_overwrites_nothing() -> None:
    known = Known(id=1, given_name="Kim", company="Acme", imported=frozenset({"company"}))

    changes = merge(known, Person(given_name="Kim", company="Beta", position="Chef"), first_in_file=False)

    assert changes.values == {"position": "Chef"}
    assert [difference.applied for difference in changes.differences] == [False]


def test_addresses_are_united() -> None:
    known = Known(id=1, given_name="Kim", emails=("kim@x.org",))

    assert merge(known, Person(emails=("KIM@X.org", "vale@x.org", "Vale@x.org"))).emails == ("vale@x.org",)


@pytest.mark.parametrize("company", ["ACME", "acme", "Ácme"])
def test_another_spelling_is_no_difference(company: str) -> None:
    assert not merge(Known(id=1, company="Acme"), Person(company=company)).differences


def test_half_a_name_is_not_completed_with_half_of_another() -> None:
    known = Known(id=1, given_name="Sukarno")

    assert merge(known, Person(family_name="Sukarno")).nothing
    assert merge(known, Person(given_name="Kim", family_name="Vale")).differences[0].field == "name"


def test_another_day_is_shown_and_not_taken() -> None:
    changes = merge(Known(id=1, connected_on=DAY), Person(connected_on=date(2024, 1, 1)))

    assert changes.nothing
    assert changes.differences == (Difference(field="connected_on", old="2023-07-05", new="2024-01-01", applied=False),)


def test_a_file_about_one_person_alone_adds_up_to_a_bound_and_keeps_each_first_text_whole() -> None:
    long = "x" * (MOST + 1)
    said: dict[str, str] = {}
    for number in range(2_000):
        said = united(said, {"Position": f"Planner {number}", "Notes": f"{long}{number}"})

    assert said["Notes"] == f"{long}0"
    assert said["Position"].startswith("Planner 0 · Planner 1 · ")
    assert len(said["Position"]) <= MOST + len(" · Planner 1999")
