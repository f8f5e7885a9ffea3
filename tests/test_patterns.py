"""No text makes a pattern run away: each one takes time that grows with the text, and not with its square."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from itertools import product
from pathlib import Path
from time import thread_time

import pytest

from contacts.rules.patterns import pattern_of
from tests.repeats import repeats_of
from today.rules.found_words import number_pattern

HOUSE = Path(__file__).parent.parent
FEW = (12, 16, 20, 24)
MANY, LONG = 1_000, 2_000
BUILT = "contacts/rules/patterns.py"
"""Here patterns are built of what is typed."""

TYPED = ("mueller strasse", "aaaaaaaaaaaaaaaaaaaa", "o'neil", "小明", "שלום")
SHORT = 0.002  # seconds: no linear pattern takes so long for a thousand repeats, or 2,000 letters


def sources() -> list[Path]:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    packages: list[str] = settings["tool"]["importlinter"]["root_packages"]
    return [path for package in packages for path in (HOUSE / package).rglob("*.py") if "migrations" not in path.parts]


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield (
            value if isinstance(value.pattern, str) else re.compile(value.pattern.decode("latin-1"), value.flags | re.A)
        )
    elif isinstance(value, dict | list | tuple | set | frozenset):
        for one in value.values() if isinstance(value, dict) else value:
            yield from patterns_in(one)


def compiled() -> dict[str, re.Pattern[str]]:
    """Every pattern of the house, by where it stands."""
    found = {}
    for path in sources():
        if "re.compile" not in path.read_text(encoding="utf-8"):
            continue
        module = import_module(".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__"))
        for name, value in vars(module).items():
            for place, pattern in enumerate(patterns_in(value)):
                found[f"{module.__name__}.{name}{f'[{place}]' if place else ''}"] = pattern
    return found


def seconds(use: Callable[[str], object], text: str, *, enough: float) -> float:
    """The best of three, so that other work on the machine counts for nothing; less than enough is not tried again."""
    best = float("inf")
    for _ in range(3):
        start = thread_time()
        use(text)
        best = min(best, thread_time() - start)
        if best < enough:
            break
    return best


def runs_away(pattern: re.Pattern[str]) -> str:
    """The text of which four times as much takes far more than four times as long; "" where there is none."""
    found = repeats_of(pattern)
    if found is None:
        return ""
    uses: tuple[Callable[[str], object], ...] = (
        partial(pattern.sub, ""),  # looks at every place, as search does where it finds nothing
        pattern.fullmatch,
    )
    for use, prefix, unit, suffix in product(uses, found.prefixes, found.units, found.suffixes):
        for number in FEW:  # what doubles with each letter would not come back from more
            if seconds(use, f"{prefix}{unit * number}{suffix}", enough=SHORT) > SHORT:
                return f"{prefix!r} + {number} × {unit!r} + {suffix!r}"
        number = max(MANY, LONG // len(unit))
        many = seconds(use, f"{prefix}{unit * number}{suffix}", enough=SHORT)
        most = many * 8  # of four times the text: what is quadratic takes sixteen times as long
        if many > SHORT and seconds(use, f"{prefix}{unit * number * 4}{suffix}", enough=most) > most:
            return f"{prefix!r} + {number} × {unit!r} + {suffix!r}: {many:.3f} s"
    return ""


def test_no_text_makes_a_pattern_run_away() -> None:
    patterns = compiled() | {typed: re.compile(pattern_of(typed)) for typed in TYPED}
    patterns["a number"] = re.compile(number_pattern("+44 (0)1632 960-118"))
    found = {where: text for where, pattern in patterns.items() if (text := runs_away(pattern))}

    assert len(patterns) > 20
    assert found == {}


@pytest.mark.parametrize(
    "planted",
    [
        r"[,T\s]\s*\d{1,2}:\d{2}.*$",
        r"^\s*begin:vcard\s*$",
        r"(\w+)+!",
        r"[\w.-]+@[\w.-]+",
        r"[.!?]+\s+(?=[A-Z])",
        r"\s+$",
        r"(\s*x)*$",
        r"(?:[a-z]+;?)*",  # as a whole
        r"Export \d+ of .*!",
        r"Dear (?:Ms|Mr) \w+\d*;",
        r"(?<=~)q*[pq]*r",
    ],
)
def test_one_that_does_is_noticed(planted: str) -> None:
    assert runs_away(re.compile(planted, re.MULTILINE))


def test_no_pattern_stands_where_it_is_not_looked_at() -> None:
    """A pattern is a constant of its module: one inside a function, or given as a text, would be missed."""
    hidden = []
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {
            call
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef | ast.Lambda)
            for call in ast.walk(function)
        }
        for call in ast.walk(tree):
            asked = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func
            if not asked or not isinstance(asked.value, ast.Name) or asked.value.id != "re" or asked.attr == "escape":
                continue
            if (asked.attr != "compile" or call in inside) and path != HOUSE / BUILT:
                hidden.append(f"{path.relative_to(HOUSE)}:{asked.lineno} re.{asked.attr}")

    assert hidden == []
