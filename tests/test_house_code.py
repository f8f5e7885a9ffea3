"""The house, walked: what neither a linter nor import-linter sees. A file added tomorrow is tested tomorrow."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import ForeignObject

from pages.templatetags.frame import PLACES

ROOT: Path = settings.BASE_DIR
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ORDER = [re.findall(r"\w+", layer) for layer in CONTRACTS[0]["layers"]]  # the upper apps first, siblings together
HOUSE = [app for layer in ORDER for app in layer if (ROOT / app).is_dir()]
LOWER_HALF = HOUSE[HOUSE.index("pages") + 1 :]
CODE = sorted(
    path
    for folder in (*HOUSE, "tests", "scripts")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
PAGES = [path for path in TEMPLATES if path.suffix == ".html"]
LONGEST = 200


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


# Reverse names: `meetings__status` in contacts is an import of meetings in disguise.


def standing_on(app: str) -> set[str]:
    """This app and those that it may know: what stands below it. Not its siblings."""
    [here] = [number for number, layer in enumerate(ORDER) if app in layer]
    return {app, *(other for layer in ORDER[here + 1 :] for other in layer)}


def reverse_names(label: str) -> set[str]:
    """What the models that this app's models point at call them, in attributes and in queries."""
    fields = [field for model in apps.get_app_config(label).get_models() for field in model._meta.get_fields()]
    remote = [field for field in fields if isinstance(field, ForeignObject) and not field.remote_field.hidden]
    accessors = {field.remote_field.get_accessor_name() or "" for field in remote}
    return accessors | {field.related_query_name() for field in remote}


def climbing_names(app: str) -> set[str]:
    """Reverse names that come from above or from beside, and from nowhere else."""
    known = {name for other in standing_on(app) & set(HOUSE) for name in reverse_names(other)}
    fields = {field.name for model in apps.get_models() for field in model._meta.fields}
    return {name for other in LOWER_HALF for name in reverse_names(other)} - known - fields


def names_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each name by which this code could walk a relation, with its line: attributes, lookups, words of queries."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.lineno, node.attr  # contact.meetings.held()
        elif isinstance(node, ast.keyword) and node.arg:
            yield from ((node.lineno, name) for name in node.arg.split("__"))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and LOOKUP.fullmatch(node.value):
            yield from ((node.lineno, name) for name in node.value.lstrip("-").split("__"))


LOOKUP = re.compile(r"-?\w+")


def test_no_app_knows_by_name_what_stands_above_it() -> None:
    """Rules are left out: they hold plain values, which may be called as the rows are that they were read from."""
    climbing = {app: climbing_names(app) for app in LOWER_HALF}
    found = [
        f"{named(path)}:{line}: {name}"
        for path in CODE
        if (parts := path.relative_to(ROOT).parts)[0] in LOWER_HALF and parts[1] != "rules"
        for line, name in names_in(ast.parse(path.read_text()))
        if name in climbing[parts[0]]
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "Contact.objects.filter(meetings__status='held')",
        "Contact.objects.exclude(follow_ups=None)",
        "contact.touches.all()",
        "[each.day for each in contact.meetings.all()]",
        "Contact.objects.order_by('-obtained_items__day')",
        "Note.objects.filter(contact__referrals_to_them=None)",
        "Contact.objects.prefetch_related(Prefetch('meetings'))",
        "Contact.objects.annotate(said=F('invitations__answer'))",
        "Q(meetings__day=today)",
    ],
)
def test_a_name_from_above_is_seen_in_every_disguise(code: str) -> None:
    assert {name for _, name in names_in(ast.parse(code))} & climbing_names("contacts")


def test_siblings_do_not_know_each_other_by_name() -> None:
    assert "skills" in climbing_names("contacts")
    assert "contacts" in climbing_names("pitch")
    assert "deletions" in climbing_names("transfer")


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


def unsafe_in(text: str) -> list[str]:
    return [what for what, pattern in UNSAFE.items() if re.search(pattern, text, re.IGNORECASE)]


def test_no_template_holds_what_is_unsafe() -> None:
    assert {named(path): found for path in PAGES if (found := unsafe_in(path.read_text()))} == {}
    assert len(PAGES) > 100, "the templates are read"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>alert(1)</script>", "an inline script"),
        ("<style>p { color: red }</style>", "an inline style sheet"),
        ('<p style="color: red">', "a style attribute"),
        ('<button onclick="go()">', "an event attribute"),
        ('<p hx-on:click="go()">', "an event by htmx"),
        ("{{ words|safe }}", "markup taken on trust"),
        ('<a href="javascript:go()">', "a JavaScript address"),
    ],
)
def test_each_unsafe_thing_is_noticed(text: str, what: str) -> None:
    assert unsafe_in(text) == [what]
    assert unsafe_in('<script src="a.js"></script><script type="application/json">{}</script>') == []


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


def test_every_icon_of_the_sprite_is_drawn_somewhere() -> None:
    said = "\n".join(path.read_text() for path in [*PAGES, *CODE, *(ROOT / "static/js").glob("*.js")])
    assert [name for name in sorted(ICONS) if not re.search(rf"""["'\s]{name}["'\s]""", said)] == []
