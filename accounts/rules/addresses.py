"""Where a form leads back to: only to an address of this program, whatever was posted."""

from typing import Final

BENT: Final = ("//", "/\\")
"""What a browser would read as another host."""


def own_path(asked: str, otherwise: str) -> str:
    """The asked path if it is one of ours, else the other one: `/people/?page=2`, never `https://elsewhere`."""
    ours = asked.startswith("/") and not asked.startswith(BENT) and asked.isprintable() and "\\" not in asked
    return asked if ours else otherwise
