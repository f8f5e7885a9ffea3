"""R2: a relationship is initiated before anything is obtained, and something is obtained before it is used.

A phase is never typed in; it follows from the evidence that stands. Source: docs/method.md.
"""

from accounts.rules.words import Worded


class Phase(Worded):
    """The three phases every single relationship goes through, in this order."""

    INITIATE = "initiate", "Initiate"
    OBTAIN = "obtain", "Obtain"
    USE = "use", "Put to use"
