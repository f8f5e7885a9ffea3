"""Holes, one for each owner filter in the code: an import hook compiles each filter with a switch that leaves it out.

All switches are built in at once, so that a run imports the house once. A switch that is passed is noted: only the
attacks that come by a filter can notice that it is gone.
"""

import ast
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, ClassVar, Final

HOUSE: Final = (
    "accounts", "campaigns", "contacts", "pitch", "research", "meetings", "outcomes", "relationships", "trash", "today",
    "transfer", "pages", "networking",
)  # fmt: skip
LOOKUPS: Final = {"filter", "exclude", "get", "get_object_or_404", "Q", "aggregate"}
MAKING: Final = {"get_or_create", "update_or_create"}
OWNERS: Final = {
    "campaign", "campaign_id", "campaign__in", "owner", "owner_id", "campaign__owner", "contact__campaign", "user",
}  # fmt: skip
NOT_FILTERS: Final = {"create", "add", "bulk_create", "none"}
PASSAGE: Final = "__owner_filter__"


@dataclass(frozen=True, kw_only=True)
class Mutant:
    number: int
    file: str
    line: int
    source: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.source}"


class Switches:
    """Which filters are left out now, and which were passed since the last look. Handed to the compiled modules."""

    def __init__(self) -> None:
        self.mutants: list[Mutant] = []
        self.off: Container[int] = set()
        self.passed: set[int] = set()
        self.relations: set[str] = set()

    def is_off(self, number: int) -> bool:
        self.passed.add(number)
        return number in self.off

    def owner(self, number: int, lookups: dict[str, Any]) -> dict[str, Any]:
        """The part of a filter that says whose."""
        return {} if self.is_off(number) else lookups

    def making(
        self, number: int, make: Callable[..., object], lookups: dict[str, Any], others: dict[str, Any]
    ) -> object:
        """`get_or_create`, which looks among all rows when it is off, and makes its own as before."""
        if not self.is_off(number):
            return make(**lookups, **others)
        return make(**{**others, "defaults": {**lookups, **others.get("defaults", {})}})

    def manager(self, number: int, own: object) -> object:
        """`campaign.contacts`, which is everybody's contacts when it is off."""
        everybodys: object = getattr(own, "model", None)
        return getattr(everybodys, "_default_manager", own) if self.is_off(number) else own

    def same(self, number: int, answer: bool, compared: bool) -> bool:
        """A comparison of owners, which always finds them the same when it is off."""
        return answer if self.is_off(number) else compared


switches: Final = Switches()


class Holes(ast.NodeTransformer):
    def __init__(self, file: str, text: str, managers: set[str]) -> None:
        self.file, self.lines, self.managers = file, text.splitlines(), managers

    def passage(self, node: ast.expr, kind: str, *args: ast.expr) -> ast.expr:
        source = self.lines[node.lineno - 1].strip()
        mutant = Mutant(number=len(switches.mutants), file=self.file, line=node.lineno, source=source)
        switches.mutants.append(mutant)
        function = ast.Attribute(ast.Name(PASSAGE, ast.Load()), kind, ast.Load())
        return ast.Call(function, [ast.Constant(mutant.number), *args], [])

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if (
            name in NOT_FILTERS
            and isinstance(node.func, ast.Attribute)
            and is_of_campaign(node.func.value, self.managers)
        ):
            for part in (*node.args, *node.keywords):
                self.generic_visit(part)
            return node
        owned = [word for word in node.keywords if says_whose(word)]
        if name in LOOKUPS and owned:
            hole = self.passage(node, "owner", as_dict(owned))
            kept = [word for word in node.keywords if word not in owned]
            node.keywords = [*kept, ast.keyword(None, hole)]
        elif name in MAKING and owned:
            kept = [word for word in node.keywords if word not in owned]
            return self.passage(node, "making", node.func, as_dict(owned), as_dict(kept))
        self.generic_visit(node)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if is_of_campaign(node, self.managers) and isinstance(node.ctx, ast.Load):
            return self.passage(node, "manager", node)
        self.generic_visit(node)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        sides = [node.left, *node.comparators]
        owners = [side for side in sides if last_name(side) in ("owner_id", "campaign_id")]
        if owners and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            answer = ast.Constant(isinstance(node.ops[0], ast.Eq))
            return self.passage(node, "same", answer, node)
        self.generic_visit(node)
        return node


def says_whose(word: ast.keyword) -> bool:
    """Whether this part of a lookup restricts it to one owner's rows."""
    if word.arg is None:
        return "owner" in ast.unparse(word.value) or "campaign" in ast.unparse(word.value)
    value = ast.unparse(word.value)
    return (word.arg in OWNERS and "OuterRef" not in value) or value in ("user.pk", "request.user.pk", "request.user")


def is_of_campaign(node: ast.expr, managers: set[str]) -> bool:
    """`campaign.contacts`, `request.campaign.meetings`, `self.campaign.stories` …"""
    if not isinstance(node, ast.Attribute) or node.attr not in managers:
        return False
    return last_name(node.value) in ("campaign", "user", "owner")


def last_name(node: ast.expr) -> str:
    """`campaign` of `request.campaign`, and of `campaign`."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def as_dict(words: Sequence[ast.keyword]) -> ast.Dict:
    return ast.Dict([ast.Constant(word.arg) if word.arg else None for word in words], [word.value for word in words])


class Loader(importlib.machinery.SourceFileLoader):
    managers: ClassVar[set[str]] = set()

    def get_code(self, fullname: str) -> CodeType | None:
        path = Path(self.get_filename(fullname))
        text = path.read_text()
        tree = Holes(str(path.relative_to(Path.cwd())), text, self.managers).visit(ast.parse(text, path.name))
        return compile(ast.fix_missing_locations(tree), str(path), "exec")

    def exec_module(self, module: ModuleType) -> None:
        vars(module)[PASSAGE] = switches
        super().exec_module(module)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        root, _, rest = name.partition(".")
        if root not in HOUSE or not rest or "migrations" in name or "settings" in name:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec and spec.origin and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = Loader(name, spec.origin)
        return spec


def plant(root: Path) -> None:
    """Before anything of the house is imported."""
    Loader.managers = related_names(root)
    sys.meta_path.insert(0, Finder())


def related_names(root: Path) -> set[str]:
    """The names under which a campaign, or a user, has its rows."""
    names = {"campaigns", "drafts"}
    for app in HOUSE:
        for file in [*root.glob(f"{app}/models/*.py"), *root.glob(f"{app}/models.py")]:
            for node in ast.walk(ast.parse(file.read_text())):
                if not isinstance(node, ast.Call) or "ForeignKey" not in ast.unparse(node.func) or not node.args:
                    continue
                words = {word.arg: word.value for word in node.keywords}
                if ast.unparse(node.args[0]) == "Campaign" and isinstance(words.get("related_name"), ast.Constant):
                    names.add(ast.literal_eval(words["related_name"]))
    return names
