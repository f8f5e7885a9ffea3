"""A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which shows it as text.

Source: OWASP, CSV injection; the format notes, sections 9 and 10.
"""

from collections.abc import Iterable
from typing import Final

RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def defused(cells: Iterable[str]) -> list[str]:
    """The cells of one row, safe to open in a spreadsheet."""
    return [f"'{cell}" if cell.lstrip(" ").startswith(RUNS) else cell for cell in cells]


def restored(cell: str) -> str:
    """The cell as it was before `defused`."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(RUNS) else cell
