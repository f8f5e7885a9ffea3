from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading
from transfer.rules.book import Book, Known
from transfer.rules.matching import Match, Verdict, match, remember
from transfer.rules.one_file import WholeFile
from transfer.rules.origin import origin_key
from transfer.rules.person import Person

DUPLICATES = Path(__file__).parents[1] / "samples" / "li-duplicates.csv"
DAY = date(2023, 7, 5)


def book(*people: Known, **fields: Any) -> Book:
    made = Book(**fields)
    for known in people:
        made.add(known)
    return made


def address(slug: str) -> str:
    return f"https://www.linkedin.com/in/{slug}" if slug else ""


def kim(
    name: str = "Kim Vale", *, company: str = "", email: str = "", slug: str = "", day: date | None = None
) -> Known:
    given, _, family = name.partition(" ")
    return Known(
        id=1,
        given_name=given,
        family_name=family,
        company=company,
        emails=(email,) if email else (),
        url=address(slug),
        linkedin_key=f"/in/{slug}" if slug else "",
        connected_on=day,
    )


def row(
    name: str = "Kim Vale", *, company: str = "", position: str = "", email: str = "", slug: str = "",
    day: date | None = None,
) -> Person:  # fmt: skip
    given, _, family = name.partition(" ")
    return Person(
        given_name=given,
        family_name=family,
        company=company,
        position=position,
        emails=(email,) if email else (),
        url=address(slug),
        linkedin_key=f"/in/{slug}" if slug else "",
        connected_on=day,
    )


def import_all(people: Sequence[Person], into: Book) -> list[Match]:
    matches, whole = [], WholeFile()
    whole.look_at(people)
    into.in_file, into.seen, into.as_of = whole.profiles, set(), whole.as_of(None, date.max)
    for number, person in enumerate(map(whole.marked, people), start=1):
        matches.append(match(person, into))
        remember(matches[-1], person, into, -number)
    return matches


def written(after: Book) -> Book:
    """The book as the next import finds it: everybody has an id of their own, and nobody was seen yet."""
    origins = {key: abs(known_id) for key, known_id in after.origins.items()}
    return book(*(replace(known, id=abs(known.id)) for known in after.people.values()), origins=origins)


@pytest.mark.parametrize(
    ("known", "person", "verdict"),
    [
        (kim(slug="kim"), row(slug="kim"), Verdict.SAME),
        (kim(slug="kim"), row("Kimberly Moss", slug="kim"), Verdict.SAME),
        (kim(slug="kim"), row(slug="kim", company="Acme"), Verdict.UPDATE),
        (kim(slug="kim-1"), row(slug="kim-2"), Verdict.NEW),
        (kim(email="Kim@Example.org"), row(email="kim@example.org"), Verdict.SAME),
        (kim(email="kim@example.org"), row("K. Vale", email="kim@example.org"), Verdict.SAME),
        (kim(email="kim@example.org"), row(email="kim@example.org", slug="kim"), Verdict.UPDATE),
        (kim(email="info@example.org"), row("Lee Moss", email="info@example.org"), Verdict.POSSIBLE),
        (kim(email="k@x.org", slug="a"), row(email="k@x.org", slug="b"), Verdict.UPDATE),
        (kim(company="Acme"), row(company="ACME", slug="kim"), Verdict.POSSIBLE),
        (kim(company="Acme"), row(company="Beta", slug="kim"), Verdict.POSSIBLE),
        (kim("William Vale", email="v@x.org"), row("Bill Vale", email="v@x.org"), Verdict.POSSIBLE),
        (
            replace(kim("William Vale", email="v@x.org"), nickname="Bill"),
            row("Bill Vale", email="v@x.org"),
            Verdict.SAME,
        ),
        (replace(kim("William Vale", slug="a"), nickname="Bill"), row("Bill Vale", slug="b"), Verdict.NEW),
        (kim("Kim Vale, PhD"), row(), Verdict.POSSIBLE),
        (kim(), row("Kím  VALE", slug="kim"), Verdict.POSSIBLE),
        (kim(company="Acme", day=DAY), row(company="Acme", day=DAY), Verdict.SAME),
        (kim(company="Acme", email="k@x.org", day=DAY), row(company="Acme", day=DAY), Verdict.SAME),
        (kim(), row("Lee Moss"), Verdict.NEW),
        (kim("- –"), row("- –"), Verdict.NEW),
    ],
)
def test_the_strongest_sign_decides(known: Known, person: Person, verdict: Verdict) -> None:
    answer = match(person, book(known))

    assert answer.verdict == verdict
    assert (answer.known is not None) == (verdict in {Verdict.SAME, Verdict.UPDATE})
    assert bool(answer.others) == (verdict is Verdict.POSSIBLE)
    assert bool(answer.reason) == (verdict is not Verdict.NEW)


def test_the_duplicates_of_one_file_are_three_people_and_a_question() -> None:
    reading = open_upload(DUPLICATES.read_bytes(), DUPLICATES.name)
    assert isinstance(reading, Reading)

    answers = import_all([found.person for found in reading.rows() if found.person], Book())

    assert [answer.verdict for answer in answers] == [
        Verdict.NEW, *[Verdict.SAME] * 3, Verdict.NEW, Verdict.NEW, Verdict.SAME, Verdict.POSSIBLE,
    ]  # fmt: skip
    assert [answer.in_file for answer in answers] == [False, True, True, True, False, False, True, False]
    assert [(one.field, one.old, one.new, one.applied) for one in answers[3].changes.differences] == [
        ("name", "Sam Rivers", "Samuel Rivers", False),
        ("company", "Alpha Example", "Beta Example", False),
        ("position", "Engineer", "Staff Engineer", False),
    ]
    assert answers[7].reason == "The same name and company as Kim Vale (row 6 of this file)."


def test_a_row_is_known_again_though_the_person_was_edited_since() -> None:
    person = row(company="Acme", day=DAY)
    edited = Book(origins={origin_key(person): 1})
    edited.add(kim("Kimberly Vale", company="Beta", email="kim@example.org", day=DAY))

    assert match(person, edited).verdict is Verdict.SAME


def test_two_companies_within_one_file_are_two_people() -> None:
    answers = import_all([row(company="Acme"), row(company="Beta")], Book())

    assert [answer.verdict for answer in answers] == [Verdict.NEW, Verdict.NEW]


def test_the_key_of_a_record_tells_nothing_of_the_person() -> None:
    for person in (row(slug="kim"), row(email="kim@example.org"), row(company="Acme")):
        assert len(origin_key(person)) <= 80
        assert "kim" not in origin_key(person)


PEOPLE = st.builds(
    row,
    st.sampled_from(["Kim Vale", "K. Vale", "Kim Vale, PhD", "Sam Rivers", " Vale", "Sam"]),
    company=st.sampled_from(["Acme", "ACME", "Beta", ""]),
    position=st.sampled_from(["Engineer", "Chef", ""]),
    email=st.sampled_from(["kim@x.org", "KIM@x.org", "info@x.org", ""]),
    slug=st.sampled_from(["a", "b", "c", ""]),
    day=st.sampled_from([DAY, None]),
)


@settings(deadline=None, max_examples=500)
@given(st.lists(PEOPLE, max_size=12))
def test_the_same_file_again_changes_nothing(people: list[Person]) -> None:
    import_all(people, first := Book())
    again = written(first)

    verdicts = Counter(answer.verdict for answer in import_all(people, again))

    assert set(verdicts) <= {Verdict.SAME}
    assert written(again).people == written(first).people


@settings(deadline=None)
@given(st.lists(PEOPLE, max_size=12))
def test_different_profiles_never_become_one_person(people: list[Person]) -> None:
    after = Book()
    import_all(people, after)

    profiles = [known.linkedin_key for known in after.people.values() if known.linkedin_key]
    assert sorted(profiles) == sorted({person.linkedin_key for person in people if person.linkedin_key})


def test_thousands_who_share_a_name_or_an_address_cost_no_more_than_others() -> None:
    namesakes = [row(company=f"Company {number}", email="info@x.org") for number in range(3_000)]
    strangers = [row(f"Lee{number:04} Moss", email="info@x.org") for number in range(3_000)]
    import_all(namesakes + strangers, crowd := Book())
    assert len(crowd.people) == 3_001
