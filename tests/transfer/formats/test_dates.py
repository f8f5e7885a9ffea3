from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transfer.formats.dates import NotADay, read_day, settle
from transfer.formats.records import DayOrder

FIFTH_OF_JULY = date(2023, 7, 5)


@pytest.mark.parametrize(
    "written",
    [
        *("05 Jul 2023", "5 Jul 2023", "5-Jul-23", "05-Jul-2023", "5. Juli 2023", "5 juil. 2023", "5 July 2023"),
        *("Jul 5, 2023", "July 5 2023", "2023-07-05", "2023/07/05", "2023-07-05T10:00:00Z", "2023-07-05 00:00:00"),
        *("05.07.2023", "5.7.23", "5. 7. 2023", "45112", "45112.5"),
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert read_day(written, None) == FIFTH_OF_JULY


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("05 Okt 2020", 10),
        ("5 Mär 2020", 3),
        ("5 Mrz 2020", 3),
        ("5 Dez 2020", 12),
        ("5 août 2020", 8),
        ("5 févr. 2020", 2),
    ],
)
def test_months_have_german_and_french_names_too(written: str, month: int) -> None:
    assert read_day(written, None) == date(2020, month, 5)


@pytest.mark.parametrize(
    ("values", "order", "unsettled"),
    [
        (["7/5/2023"], None, 1),
        (["7/5/2023", "25/12/2022"], DayOrder.DAY_FIRST, 0),
        (["7/5/2023", "12/25/2022"], DayOrder.MONTH_FIRST, 0),
        (["7/5/2023", "25/12/2022", "12/25/2022"], None, 1),
        (["5/5/2023"], None, 0),
        (["05 Jul 2023", "45112", ""], None, 0),
    ],
)
def test_one_date_settles_the_order_for_the_whole_file(
    values: list[str], order: DayOrder | None, unsettled: int
) -> None:
    dates = settle(values)

    assert (dates.order, dates.unsettled) == (order, unsettled)


def test_the_answer_of_the_person_settles_the_order() -> None:
    dates = settle(["7/5/2023"], DayOrder.MONTH_FIRST)

    assert (dates.order, dates.asked, dates.unsettled) == (DayOrder.MONTH_FIRST, True, 0)
    assert read_day("7/5/2023", dates.order) == FIFTH_OF_JULY


@pytest.mark.parametrize(
    ("written", "order", "reason"),
    [
        ("31 Feb 2023", None, '"31 Feb 2023" is not a date. February has 28 days.'),
        ("29 Feb 2023", None, '"29 Feb 2023" is not a date. February has 28 days in 2023.'),
        ("31.06.2023", None, '"31.06.2023" is not a date. June has 30 days.'),
        ("0/0/00", None, '"0/0/00" is not a date. There is no month 0.'),
        ("12/25/2023", DayOrder.DAY_FIRST, '"12/25/2023" is not a date. There is no month 25.'),
        ("05 Jul 1023", None, '"05 Jul 1023" is not a date. The year 1023 cannot be meant.'),
        ("5 Foo 2023", None, '"5 Foo 2023" is not a date that can be read: "Foo" is no month that is known here.'),
        ("soon", None, '"soon" is not a date that can be read. Write it like 05 Jul 2023.'),
    ],
)
def test_what_is_no_day_is_said_in_plain_words(written: str, order: DayOrder | None, reason: str) -> None:
    assert read_day(written, order) == NotADay(reason)


def test_a_day_that_can_be_two_is_never_guessed() -> None:
    day = read_day("7/5/2023", None)

    assert isinstance(day, NotADay)
    assert '"7/5/2023" can be 7 May or 5 July' in day.reason


@given(st.text() | st.from_regex(r"\d{1,5}[-/. ]\d{1,5}[-/. ]\d{1,5}"), st.sampled_from([None, *DayOrder]))
def test_any_text_is_a_day_or_a_reason(written: str, order: DayOrder | None) -> None:
    settle([written])

    assert isinstance(read_day(written, order), date | NotADay)
