"""The signed key that a form carries: it lets its words be kept, and nothing else."""

import uuid
from dataclasses import dataclass
from typing import Final

from django.core import signing
from django.utils.http import urlencode

FIELD: Final = "draft"
SALT: Final = "fifty-cups.draft"
OLDEST: Final = 60 * 60 * 24 * 30
"""Seconds; a form left open for longer than a month is a new form."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """What a form's signed key says: whose it is, which draft, where the form stands, and in which sign-in."""

    owner_id: int
    draft: uuid.UUID
    path: str
    query: str = ""
    stamp: str = ""

    def signed(self) -> str:
        said = [self.owner_id, self.draft.hex, self.path, self.query, self.stamp]
        return signing.dumps(said, salt=SALT, compress=True)

    def led_back(self, **said: str) -> str:
        """The address of the form with this draft in it."""
        return f"{self.path}?{urlencode({FIELD: self.draft.hex, **said})}"


def read_key(text: str) -> Key | None:
    """The key in this field; None where it is forged, damaged or too old."""
    try:
        owner_id, draft, path, *more = signing.loads(text, salt=SALT, max_age=OLDEST)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    query, stamp = more or ("", "")
    return Key(owner_id=owner_id, draft=uuid.UUID(draft), path=path, query=query, stamp=stamp)
