import pytest

from campaigns.rules.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Berg", "AB"),
        ("anna maria berg", "AB"),
        ("Cher", "C"),
        ("Dr. Anna Berg", "AB"),
        ("Prof Dr Anna Berg", "AB"),
        ("Dipl.-Ing. Karl Maier", "KM"),
        ("Frau Berg", "B"),
        ("Anna Berg, PhD", "AB"),
        ("J. Berg", "JB"),
        ("Anna (Annie) Berg", "AB"),
        ("Dr.", "D"),
        ("Élodie Ådahl", "ÉÅ"),
        ("王 小明", "王小"),
        ("…", "?"),
        ("", "?"),
        (", Berg", "?"),
    ],
)
def test_two_letters_of_the_name_and_none_of_a_title(name: str, letters: str) -> None:
    assert initials(name) == letters
