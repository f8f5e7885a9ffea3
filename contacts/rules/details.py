"""What has no field of its own is kept by its label, and united with what an earlier file brought: nothing is lost.

Source: the format notes, section 8.
"""

from collections.abc import Mapping
from typing import Final

BETWEEN: Final = " · "


def united(there: Mapping[str, str], brought: Mapping[str, str]) -> dict[str, str]:
    """Both; where a label says something else, what it said and what it says. The same again changes nothing."""
    both = dict(there)
    for label, text in brought.items():
        said = both.get(label)
        if said is None:
            both[label] = text
        elif text != said and text not in said.split(BETWEEN):
            both[label] = f"{said}{BETWEEN}{text}"
    return both
