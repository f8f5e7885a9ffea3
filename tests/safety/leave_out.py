"""A plugin of pytest, `-p tests.safety.leave_out`: the tests run in a house without the filter that OWNER_FILTER names.

It is written as in `second_walls.py`. Without the variable every filter stands, compiled with its switch all the same.
"""

import os
from collections.abc import Container
from pathlib import Path
from typing import Final

from tests.safety.mutants import plant, switches
from tests.safety.second_walls import stands_at

PLACE: Final = os.environ.get("OWNER_FILTER", "")


class ThatOne(Container[int]):
    """By its place: a number is given only when the file is imported."""

    def __contains__(self, number: object) -> bool:
        return bool(PLACE) and isinstance(number, int) and stands_at(PLACE, switches.mutants[number])


switches.off = ThatOne()
plant(Path(__file__).resolve().parents[2])
