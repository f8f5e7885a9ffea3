"""No text makes a pattern run away: each one takes time that grows with the text, and not with its square."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
from time import thread_time

import pytest

HOUSE = Path(__file__).parent.parent
FEW = (12, 16, 20, 24)
MANY = 4_000
SHORT = 0.005  # seconds: no linear pattern takes so long for 4,000 repeats
PREFIXES = ("", "x", "1", "1 ", "1 jul ", "a:", "a@", ". ")
REPEATED = (
    *(" ", "\n", "\t", "a", "1", ".", "-", "/", ",", ":", "@", "_", "#", "'", '"', "T", "é"),
    *("a.", "1 ", ". ", "a ", ",1", " \n", "/a"),
)
SUFFIXES = ("", "!", "x", "\ny")


def sources() -> list[Path]:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    packages: list[str] = settings["tool"]["importlinter"]["root_packages"]
    return [path for package in packages for path in (HOUSE / package).rglob("*.py") if "migrations" not in path.parts]


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
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


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The best of three, so that other work on the machine counts for nothing."""
    best = float("inf")
    for _ in range(3):
        start = thread_time()
        pattern.sub("", text)  # looks at every place, as search does where it finds nothing
        best = min(best, thread_time() - start)
        if best < SHORT:
            break
    return best


def runs_away(pattern: re.Pattern[str]) -> str:
    """The text of which twice as much takes far more than twice the time; "" where there is none."""
    for prefix, repeated, suffix in product(PREFIXES, REPEATED, SUFFIXES):
        for number in FEW:  # what doubles with each letter would not come back from more
            if seconds(pattern, f"{prefix}{repeated * number}{suffix}") > SHORT:
                return f"{prefix!r} + {number} × {repeated!r} + {suffix!r}"
        many = seconds(pattern, f"{prefix}{repeated * MANY}{suffix}")
        if many > SHORT and seconds(pattern, f"{prefix}{repeated * MANY * 4}{suffix}") > many * 8:
            return (
                f"{prefix!r} + {MANY} × {repeated!r} + {suffix!r}: {many:.3f} s"  # four times the text: sixteen times
            )
    return ""


def test_no_text_makes_a_pattern_run_away() -> None:
    patterns = compiled()
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
            if asked.attr != "compile" or call in inside:
                hidden.append(f"{path.relative_to(HOUSE)}:{asked.lineno} re.{asked.attr}")

    assert hidden == []
