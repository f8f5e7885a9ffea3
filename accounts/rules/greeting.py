"""How Today opens: a greeting by the hour, and one sentence that says how much the day holds. Source: design.md, 8."""

from typing import Final

MORNING: Final = 5
NOON: Final = 12
EVENING: Final = 18


def greeting(hour: int, name: str) -> str:
    """`Good morning, Marta`, by the hour (0 to 23) that the reader's clock shows."""
    if MORNING <= hour < NOON:
        wish = "Good morning"
    elif NOON <= hour < EVENING:
        wish = "Good afternoon"
    else:
        wish = "Good evening"
    return f"{wish}, {name}" if name else wish


def day_sentence(number: int) -> str:
    """`11 for today.`, the number of the rows; `Done for today.` where there is none."""
    return f"{number} for today." if number else "Done for today."
