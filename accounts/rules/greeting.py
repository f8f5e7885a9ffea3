"""How Today opens: a greeting by the hour, and one sentence that says how much the day holds. Source: design.md, 8."""

from typing import Final

from accounts.rules.words import counted

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


def day_sentence(number: int, *, coffees: int = 0, to_note: int = 0, to_ask: int = 0) -> str:
    """`11 for today: two coffees, one to note, six things to do, two people to ask.`

    `number` is that of the rows; those that are neither of the others are things to do. `Done for today.` without any.
    """
    if not number:
        return "Done for today."
    parts = (
        (coffees, "coffee", "coffees"),
        (to_note, "to note", "to note"),
        (number - coffees - to_note - to_ask, "thing to do", "things to do"),
        (to_ask, "person to ask", "people to ask"),
    )
    return f"{number} for today: {', '.join(counted(*part) for part in parts if part[0] > 0)}."
