"""The house, walked: what neither a linter nor import-linter sees. A file added tomorrow is tested tomorrow."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import ForeignObject, Model

from pages.templatetags.frame import PLACES

ROOT: Path = settings.BASE_DIR
FLOORS = (
    "accounts",
    "campaigns",
    "contacts",
    "pitch",
    "meetings",
    "outcomes",
    "relationships",
    "trash",
    "today",
    "transfer",
)
BESIDE = {("contacts", "pitch"), ("pitch", "contacts"), ("today", "transfer"), ("transfer", "today")}
CODE = sorted(
    path
    for folder in (*FLOORS, "pages", "networking", "tests", "scripts")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
PAGES = [path for path in TEMPLATES if path.suffix == ".html"]
LONGEST = 200


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


# Reverse names: `meetings__status` in contacts is an import of meetings in disguise.


def ground_floor(app: str) -> list[Path]:
    """The files of this app that may not know the apps above it."""
    return [path for path in CODE if path.relative_to(ROOT).parts[0] == app]


def above(app: str) -> list[str]:
    return [other for other in FLOORS[FLOORS.index(app) :] if other != app and (app, other) not in BESIDE]


def reverse_names(model: type[Model]) -> set[str]:
    """What the models that this one points at call it, in attributes and in queries."""
    names = set()
    for field in model._meta.get_fields():
        if isinstance(field, ForeignObject) and not field.remote_field.hidden:
            names |= {field.remote_field.get_accessor_name() or "", field.related_query_name()}
    return names


def forbidden_in(app: str) -> set[str]:
    """Reverse names that come from above, and from nowhere else."""
    installed = {config.label: config for config in apps.get_app_configs()}
    of = {
        label: set().union(*map(reverse_names, installed[label].get_models())) if label in installed else set()
        for label in FLOORS
    }
    ours = {
        field.name for config in installed.values() for model in config.get_models() for field in model._meta.fields
    }
    here = [label for label in FLOORS if label not in above(app)]
    return set().union(*(of[label] for label in above(app))) - set().union(*(of[label] for label in here)) - ours


def lookups(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each name by which this code could walk a relation, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            yield node.lineno, node.value.attr  # contact.meetings.held()
        elif isinstance(node, ast.Call):
            for keyword in node.keywords:
                if keyword.arg and ("__" in keyword.arg or is_query(node)):
                    yield keyword.value.lineno, keyword.arg.split("__")[0]
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and is_query(node):
                    yield argument.lineno, argument.value.lstrip("-").split("__")[0]


METHODS = {
    "filter",
    "exclude",
    "get",
    "values",
    "values_list",
    "order_by",
    "prefetch_related",
    "select_related",
    "only",
}
EXPRESSIONS = {"Q", "F", "Count", "Min", "Max", "Sum", "OuterRef", "Prefetch"}


def is_query(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in METHODS | EXPRESSIONS


@pytest.mark.parametrize("app", FLOORS)
def test_no_floor_knows_by_name_what_stands_above_it(app: str) -> None:
    forbidden = forbidden_in(app)
    found = [
        f"{named(path)}:{line}: {name}"
        for path in ground_floor(app)
        for line, name in lookups(ast.parse(path.read_text()))
        if name in forbidden
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "Contact.objects.filter(meetings__status='held')",
        "Contact.objects.exclude(follow_ups=None)",
        "contact.touches.all()",
        "Contact.objects.order_by('-obtained_items__day')",
        "Q(meetings__day=today)",
    ],
)
def test_a_name_from_above_is_seen_in_every_disguise(code: str) -> None:
    assert {name for _, name in lookups(ast.parse(code))} & forbidden_in("contacts")


# Length.


def test_a_file_that_grows_is_split_by_concept() -> None:
    lengths = {named(path): len(path.read_text().splitlines()) for path in CODE}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


# Templates: what the Content-Security-Policy would refuse, and what would let somebody else's words become markup.

UNSAFE = {
    "an inline script": r"<script(?![^>]*(?:\bsrc=|type=\"application/json\"))",
    "an inline style sheet": r"<style\b",
    "a style attribute": r"\sstyle\s*=",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "an event by htmx": r"\shx-(on|vals=[\"']js:)",
    "markup taken on trust": r"\|\s*safe\b|\bautoescape\s+off\b|\|\s*safeseq\b",
    "a JavaScript address": r"javascript:",
}


@pytest.mark.parametrize("path", PAGES, ids=named)
@pytest.mark.parametrize("what", UNSAFE)
def test_no_template_holds(path: Path, what: str) -> None:
    assert re.findall(UNSAFE[what], path.read_text(), re.IGNORECASE) == []


@pytest.mark.parametrize("name", ["mark_safe", "SafeString(", "csrf_exempt", "# noqa"])
def test_the_code_does_without(name: str) -> None:
    found = [named(path) for path in CODE if name in path.read_text() and path != Path(__file__)]
    assert found == []


# Icons.

SPRITE = (ROOT / "static/sprite.svg").read_text()
ICONS = set(re.findall(r'<symbol id="i-([\w-]+)"', SPRITE))


def icons_used() -> Iterator[tuple[str, str]]:
    for path in PAGES:
        for name in re.findall(r"""\{%\s*icon\s+["']([\w-]+)["']""", path.read_text()):
            yield named(path), name
    for _, _, name, _ in PLACES:
        yield "PLACES", name


def test_every_icon_is_in_the_sprite() -> None:
    assert [(where, name) for where, name in icons_used() if name not in ICONS] == []
    assert ICONS, "the sprite is read"
