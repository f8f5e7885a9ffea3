"""How Today opens: a greeting by the hour, and one sentence that says what the day holds. Source: design.md, 8."""

from typing import Final

from accounts.rules.words import capitalised, counted, number_word

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


def day_sentence(*, coffees: int, to_note: int, to_do: int) -> str:
    """`Two coffees, one to note, seven things to do.`; empty when the day holds nothing."""
    parts = []
    if coffees:
        parts.append(counted(coffees, "coffee", "coffees"))
    if to_note:
        parts.append(f"{number_word(to_note)} to note")
    if to_do:
        parts.append(counted(to_do, "thing to do", "things to do"))
    return capitalised(", ".join(parts)) + "." if parts else ""
