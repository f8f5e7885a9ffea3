"""A company that changes is a former one, unless it was a correction."""

import pytest

from contacts.rules.former_employers import MOST, names_in, with_former


@pytest.mark.parametrize(
    ("lines", "left", "now", "then"),
    [
        ("", "Harrow & Vane", "Norda", "Harrow & Vane, until 2026"),
        ("Tarn", "Smith, Jones & Co.", "Norda", "Tarn\nSmith, Jones & Co., until 2026"),
        ("", "Norda", "", "Norda, until 2026"),
        ("", "", "Norda", ""),
        ("", "Norda Foods", "NORDA FOODS GmbH", ""),
        ("", "Norda", "Norda Foods", ""),
        ("", "Nroda Foods", "Norda Foods", ""),
        ("Norda, until 2026", "Slip of the Hand", "Norda", ""),
        ("Norda, until 2026", "Tarn", "Norda GmbH", "Norda, until 2026\nTarn, until 2026"),
        ("Norda, until 2019", "Tarn", "Norda", "Norda, until 2019\nTarn, until 2026"),
        ("Harrow 2009 to 2019", "Harrow Ltd", "Norda", "Harrow 2009 to 2019"),
    ],
)  # fmt: skip
def test_the_former_employer_is_kept_and_a_correction_is_not(lines: str, left: str, now: str, then: str) -> None:
    assert with_former(lines, left, now, 2026) == then


def test_the_oldest_make_room_and_names_stand_without_their_years() -> None:
    many = "\n".join(f"Firm {number}x" for number in range(MOST))

    assert with_former(many, "Norda", "", 2026).splitlines()[::49] == ["Firm 1x", "Norda, until 2026"]
    assert names_in("Smith, Jones & Co., until 2026\n\n3M\nTillerman (2009–2019)") == [
        "Smith, Jones & Co.", "3M", "Tillerman",
    ]  # fmt: skip
