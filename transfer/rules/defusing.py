"""A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which shows it as text.

Source: OWASP, CSV injection; the format notes, sections 9 and 10.
"""

from collections.abc import Iterable
from typing import Final

RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def defused(cells: Iterable[str]) -> list[str]:
    """The cells of one row, safe to open in a spreadsheet."""
    return [f"'{cell}" if _runs(cell) else cell for cell in cells]


def restored(cell: str) -> str:
    """The cell as it was before `defused`."""
    return cell[1:] if cell.startswith("'") and _runs(cell) else cell


def _runs(cell: str) -> bool:
    """Apostrophes of one's own before a formula count as part of it, so that each goes out and comes back as it was."""
    return cell.lstrip("'").lstrip(" ").startswith(RUNS)
