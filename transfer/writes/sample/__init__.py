"""A believable campaign to look around in, told by the same writes that the pages use."""

from transfer.writes.sample.making import NAME, NotEmpty, make_sample

__all__ = ["NAME", "NotEmpty", "make_sample"]
