"""Texts that a regular expression finds hard, taken from its own source.

It takes too long where it can read one stretch of text in many ways, or anew from each of many places. Such a stretch
repeats what the expression itself names: a character that several of its pieces take, what a group holds, or all that
stands before a repeat. So a character for each set of pieces is tried, and a sample of each part.
"""

import re
import string
from dataclasses import dataclass, field
from typing import Final

TOKEN: Final = re.compile(
    r"(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<place>\\[AZbB]|[\^$])"
    r"|(?P<back>\\[1-9])"
    r"|(?P<escape>\\(?:x..|u.{4}|U.{8}|.))"
    r"|(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[a-z-]*:|>))?)"
    r"|(?P<close>\))"
    r"|(?P<or>\|)"
    r"|(?P<times>(?:[*+?]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<one>.)",
    re.DOTALL,
)
LETTERS: Final = (
    string.ascii_letters + string.digits + string.punctuation + " \t\n\r" + "éßİ王\u0301\u00a0\u2028\u200b…”’–"
)
UNBOUNDED: Final = re.compile(r"[*+]|\{\d*,\d*\}")


@dataclass(frozen=True, kw_only=True)
class Repeats:
    prefixes: list[str]
    units: list[str]
    suffixes: list[str]


@dataclass(kw_only=True)
class Part:
    """A sample of a piece or a group: with as little as it takes, and with each of its pieces once."""

    least: str = ""
    once: str = ""

    def then(self, other: "Part") -> "Part":
        return Part(least=self.least + other.least, once=self.once + other.once)


@dataclass(kw_only=True)
class Reader:
    """Reads an expression from its beginning, and notes what stands before each repeat and what each group holds."""

    tokens: list[tuple[str, str]]
    samples: dict[str, str]
    prefixes: set[str] = field(default_factory=lambda: {""})
    units: set[str] = field(default_factory=set)
    at: int = 0

    def choice(self, before: Part) -> Part:
        """Up to the end of a group: the first of what it may be."""
        found = [self.sequence(before)]
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "or":
            self.at += 1
            found.append(self.sequence(before))
        for one in found:
            self.units |= {one.least, one.once}
        return found[0]

    def sequence(self, before: Part) -> Part:
        found = Part()
        while self.at < len(self.tokens) and self.tokens[self.at][0] not in ("or", "close"):
            here = before.then(found)
            one = self.piece(here)
            if self.at < len(self.tokens) and self.tokens[self.at][0] == "times":
                times = self.tokens[self.at][1]
                self.at += 1
                if UNBOUNDED.match(times):
                    self.prefixes |= {here.least, here.once}
                    self.units |= {here.least, here.once, here.least + one.once, one.once}
                if times[0] in "*?" or times.startswith(("{0", "{,")):
                    one = Part(once=one.once)
                elif times[0] == "{":
                    one = Part(least=one.least * int(times[1:].split(",")[0].strip("}+?")), once=one.once)
            found = found.then(one)
        return found

    def piece(self, before: Part) -> Part:
        kind, source = self.tokens[self.at]
        self.at += 1
        if kind == "open":
            held = self.choice(before)
            self.at += 1
            return Part() if source in ("(?=", "(?!", "(?<!") else held
        sample = self.samples.get(source, "")
        return Part(least=sample, once=sample)


def pieces(tokens: list[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(source for kind, source in tokens if kind in ("class", "escape", "one")))


def repeats_of(pattern: re.Pattern[str]) -> Repeats | None:
    """None where nothing in it repeats: it looks at as many characters from each place, whatever the text."""
    tokens = [(match.lastgroup or "", match[0]) for match in TOKEN.finditer(pattern.pattern)]
    if not any(kind == "times" and UNBOUNDED.match(source) for kind, source in tokens):
        return None
    letters = dict.fromkeys(LETTERS + "".join(source for source in pieces(tokens) if len(source) < 200))
    takes = {source: _taken(source, pattern.flags, letters) for source in pieces(tokens)}
    kinds: dict[tuple[str, ...], str] = {}
    for letter in letters:
        taken_by = tuple(source for source in takes if letter in takes[source])
        kinds.setdefault((*taken_by, letter) if letter == "\n" else taken_by, letter)  # a line may begin after it
    reader = Reader(tokens=tokens, samples={source: next(iter(found), "") for source, found in takes.items()})
    reader.choice(Part())
    stop = kinds.pop((), "\0")
    return Repeats(
        prefixes=sorted(reader.prefixes, key=len),
        units=sorted({*kinds.values(), *reader.units} - {""}, key=len),
        suffixes=["", stop, f"\n{stop}"],
    )


def _taken(source: str, flags: int, letters: dict[str, None]) -> dict[str, None]:
    one = re.compile(source, flags)
    return {letter: None for letter in letters if one.fullmatch(letter)}
