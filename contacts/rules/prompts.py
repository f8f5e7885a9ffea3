"""The twelve prompts of *Who do I know?*, by which people come to mind. Source: docs/method.md."""

from typing import Final

PROMPTS: Final = (
    "Worked with",
    "Worked for",
    "Worked for me",
    "Customers and suppliers",
    "Teachers",
    "Fellow students",
    "Family’s friends",
    "Neighbours",
    "Club, choir, parish",
    "The school gate",
    "Changed to this trade",
    "Always knows everybody",
)
