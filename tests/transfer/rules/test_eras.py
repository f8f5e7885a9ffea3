"""The same network exported twice, years apart: nobody is doubled unasked, and nobody is joined who is two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transfer.rules.book import Book, Known
from transfer.rules.matching import Match, Verdict, match, remember
from transfer.rules.one_file import WholeFile
from transfer.rules.person import Person

NAMES = ("Kim Vale", "Ọlá Bello", "राम शर्मा", "रीमा शर्मा", "山田 太郎", "Zoë O’Neil", "นภา สุข")
COMPANIES = ("Acme", "Brightmill", "")


@dataclass(frozen=True)
class Connection:
    """Somebody as they really are, with what one of the two exports says of them."""

    number: int
    name: str
    day: int
    slugs: tuple[str, str]
    emails: tuple[str, str]
    companies: tuple[str, str]
    is_in: tuple[bool, bool]

    def row(self, era: int) -> Person:
        given, _, family = self.name.partition(" ")
        slug = self.slugs[era]
        return Person(
            given_name=given,
            family_name=family,
            company=self.companies[era],
            position=f"Planner {self.number}",  # two rows that say the very same are one row twice
            emails=(self.emails[era],) if self.emails[era] else (),
            url=f"https://www.linkedin.com/in/{slug}" if slug else "",
            linkedin_key=f"/in/{slug}" if slug else "",
            connected_on=date(2019, 1, 1) + timedelta(days=self.day),
        )


@st.composite
def networks(draw: st.DrawFn) -> list[Connection]:
    """People with few names and days, so that namesakes and namesakes of one day occur; slugs change and come."""
    without_slugs = draw(st.booleans())  # the first export is older than the column
    made = []
    for number in range(draw(st.integers(1, 7))):
        moved, mail = draw(st.booleans()), draw(st.sampled_from(("", "always", "gained", "lost")))
        address = f"person{number}@example.com"
        slug = f"person-{number}"
        made.append(
            Connection(
                number=number,
                name=draw(st.sampled_from(NAMES)),
                day=draw(st.integers(0, 2)),
                slugs=("" if without_slugs else slug, f"{slug}-new" if moved else slug),
                emails=(
                    address if mail in {"always", "lost"} else "",
                    address if mail in {"always", "gained"} else "",
                ),
                companies=(draw(st.sampled_from(COMPANIES)), draw(st.sampled_from(COMPANIES))),
                is_in=draw(st.sampled_from(((True, True), (True, True), (True, False), (False, True)))),
            )
        )
    return made


def take(rows: Sequence[Person], book: Book, after: int) -> tuple[Book, list[tuple[Match, int]]]:
    """One import, and the book as the next one finds it."""
    whole = WholeFile()
    whole.look_at(rows)
    book.in_file, book.as_of = whole.profiles, whole.as_of(None, date.max)
    answers = []
    for number, person in enumerate(map(whole.marked, rows), start=after + 1):
        found = match(person, book)
        answers.append((found, abs(remember(found, person, book, -number))))
    written = Book(origins={key: abs(pk) for key, pk in book.origins.items()})
    for known in book.people.values():
        written.add(replace(known, id=abs(known.id)))
    return written, answers


@settings(deadline=None, max_examples=600)
@given(networks(), st.permutations((0, 1)), st.booleans())
def test_two_exports_of_one_network_are_one_network(network: list[Connection], eras: list[int], shuffled: bool) -> None:
    book = Book()
    who: dict[int, set[int]] = {}
    for place, era in enumerate(eras):
        there = [number for number, one in enumerate(network) if one.is_in[era]]
        if shuffled and place:
            there.reverse()
        book, answers = take([network[number].row(era) for number in there], book, after=100 * place)
        for number, (found, contact) in zip(there, answers, strict=True):
            who.setdefault(contact, set()).add(number)
            known_before = any(number in people for other, people in who.items() if other != contact)
            assert found.verdict is Verdict.POSSIBLE or not known_before, "doubled, and nobody was asked"

    assert [people for people in who.values() if len(people) > 1 and not same_on_paper(network, people)] == []


def same_on_paper(network: list[Connection], people: set[int]) -> bool:
    """Nothing in either file says that these are two: each stands in one export only, with one name and day."""
    two = [network[number] for number in people]
    return (
        len({(one.name, one.day) for one in two}) == 1
        and sum(one.is_in[0] for one in two) <= 1
        and sum(one.is_in[1] for one in two) <= 1
    )


DAY = date(2019, 5, 4)


def kim(slug: str = "", *, day: date | None = DAY, email: str = "", company: str = "Acme") -> Person:
    return Person(
        given_name="Kim",
        family_name="Vale",
        company=company,
        emails=(email,) if email else (),
        url=f"https://www.linkedin.com/in/{slug}" if slug else "",
        linkedin_key=f"/in/{slug}" if slug else "",
        connected_on=day,
    )


@pytest.mark.parametrize(
    ("first", "second", "verdicts"),
    [
        ([kim()], [kim("a")], ["update"]),
        ([kim("a")], [kim()], ["same"]),
        ([kim("a")], [kim("b")], ["update"]),
        ([kim("a")], [kim("b"), kim("a")], ["new", "same"]),
        ([kim("a")], [kim("b", company="Beta"), kim("c")], ["possible", "possible"]),
        ([kim("a", day=None)], [kim("b")], ["new"]),
        ([kim("a", email="k@x.org", day=None)], [kim("b", email="k@x.org")], ["update"]),
        ([kim("a", email="k@x.org")], [kim("b", email="k@x.org"), kim("a")], ["possible", "same"]),
        ([kim("a"), kim("b")], [kim()], ["possible"]),
        ([kim("a"), kim("b")], [kim("c")], ["possible"]),
    ],
)
def test_an_address_that_changed_makes_nobody_new(
    first: list[Person], second: list[Person], verdicts: list[str]
) -> None:
    book, _ = take(first, Book(), 0)
    again, answers = take(second, book, 100)

    assert [found.verdict for found, _ in answers] == verdicts
    _, third = take(second, again, 200)
    assert {found.verdict for found, _ in third} == {Verdict.SAME}


def test_the_preview_says_that_the_address_changed() -> None:
    book, _ = take([kim("a")], Book(), 0)
    _, ((found, _),) = take([kim("b")], book, 100)

    assert found.reason == ("The same name, connected on the same day. Their LinkedIn profile has another address now.")
    assert [(one.field, one.applied) for one in found.changes.differences] == [("url", True)]
    assert found.changes.values["linkedin_key"] == "/in/b"


@pytest.mark.parametrize(
    ("typed", "row", "verdict"),
    [
        (Known(id=1, given_name="Kim", family_name="Vale", typed=True), kim("a"), "joined"),
        (Known(id=1, given_name="KIM", family_name="Vále", company="acme", typed=True), kim("a"), "joined"),
        (Known(id=1, given_name="Kim", family_name="Vale", company="Beta", typed=True), kim("a"), "possible"),
        (Known(id=1, given_name="Kim", family_name="Vale", typed=True, connected_on=date(2020, 1, 1)), kim("a"),
         "possible"),
        (Known(id=1, given_name="Kim", family_name="Vale"), kim("a"), "possible"),
        (Known(id=1, given_name="Lee", family_name="Moss", emails=("k@x.org",), typed=True), kim("a", email="k@x.org"),
         "possible"),
        (Known(id=1, family_name="王小明", typed=True), Person(given_name="小明", family_name="王"), "joined"),
        (Known(id=1, family_name="王小明", typed=True), Person(given_name="王", family_name="小明"), "possible"),
        (Known(id=1, given_name="מרים", family_name="כהן", typed=True), Person(given_name="מִרְיָם", family_name="כֹּהֵן"),
         "joined"),
        (Known(id=1, given_name="Kim", family_name="Vale", typed=True),
         Person(given_name="Kimberly (Kim)", family_name="Vale"), "possible"),
    ],
)  # fmt: skip
def test_who_was_typed_is_the_same_where_nothing_contradicts(typed: Known, row: Person, verdict: str) -> None:
    book = Book()
    book.add(typed)

    _, ((found, _),) = take([row], book, 100)

    assert found.verdict == verdict


def test_of_two_namesakes_in_the_file_neither_is_preset() -> None:
    book = Book()
    book.add(Known(id=1, given_name="Kim", family_name="Vale", typed=True))

    _, answers = take([kim("a"), kim("b", day=date(2021, 1, 1))], book, 100)

    assert [found.verdict for found, _ in answers] == [Verdict.POSSIBLE, Verdict.POSSIBLE]
