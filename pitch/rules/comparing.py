"""Two versions side by side: which words went, and which came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

WORDS: Final = re.compile(r"\S+\s*")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of a text; `changed` where the other text has other words."""

    words: str
    changed: bool


def compared(former: str, latter: str) -> tuple[list[Part], list[Part]]:
    """Both texts in stretches, word by word."""
    one, other = WORDS.findall(former.strip()), WORDS.findall(latter.strip())
    steps = SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).get_opcodes()
    return (
        list(_parts(one, [(tag, start, end) for tag, start, end, _, _ in steps])),
        list(_parts(other, [(tag, start, end) for tag, _, _, start, end in steps])),
    )


def _bare(words: list[str]) -> list[str]:
    return [word.rstrip() for word in words]


def _parts(words: list[str], steps: list[tuple[str, int, int]]) -> Iterator[Part]:
    for tag, start, end in steps:
        if start < end:
            yield Part(words="".join(words[start:end]), changed=tag != "equal")
