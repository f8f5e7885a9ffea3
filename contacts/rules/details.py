"""What has no field of its own is kept by its label, and united with what an earlier file brought: nothing is lost.

Source: the format notes, section 8.
"""

from collections.abc import Mapping
from typing import Final

BETWEEN: Final = " · "
MOST: Final = 4_000
"""Letters of a label to which more is added: a file of 50,000 rows about one person would cost the square of them."""


def replaced_label(field: str, day: str) -> str:
    """Under which the value is kept that another took the place of: `Company until 3 Nov 2026`."""
    return f"{field} until {day}"


def united(there: Mapping[str, str], brought: Mapping[str, str]) -> dict[str, str]:
    """Both; where a label says something else, what it said and what it says. The same again changes nothing.

    One text is kept whole, however long; what comes after `MOST` letters of them is left out.
    """
    both = dict(there)
    for label, text in brought.items():
        said = both.get(label)
        if said is None:
            both[label] = text
        elif text != said and len(said) <= MOST and text not in said.split(BETWEEN):
            both[label] = f"{said}{BETWEEN}{text}"
    return both
