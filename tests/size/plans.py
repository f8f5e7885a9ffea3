"""How the database means to answer each statement that is sent: whole tables and whole indices are found out."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper

Params = Sequence[Any] | dict[str, Any] | None

NAMED = re.compile(r'(?:FROM|JOIN|UPDATE)\s+"?(\w+)"?(?:\s+(?:AS\s+)?"?(\w+)"?)?', re.IGNORECASE)
FOR_FEW_ROWS = ("seqscan", "bitmapscan", "hashjoin", "mergejoin")
A_HANDFUL = 100
NUMBERS = count()
ASKED = ("SELECT", "WITH", "UPDATE", "DELETE")
OF_A_TENANT = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model._meta.app_label in {"contacts", "meetings", "outcomes", "pitch", "transfer"}
]


@dataclass
class Plans:
    """What was found in the plans, each with its statement."""

    without: tuple[str, ...] = ()
    tiny: frozenset[str] = frozenset()
    asked: int = 0
    scans: list[str] = field(default_factory=list)
    sorts: list[str] = field(default_factory=list)


@contextmanager
def explained(*without: str) -> Iterator[Plans]:
    """Every statement is explained before it is sent; `without` what PostgreSQL would rather do, if it can."""
    plans, tables = Plans(without=(*FOR_FEW_ROWS, *without), tiny=tiny_indices()), worth_an_index()

    def explain(
        execute: Callable[..., object], sql: str, params: Params, many: bool, context: dict[str, object]
    ) -> object:
        if sql.lstrip(" (").upper().startswith(ASKED) and not many:
            plans.asked += 1
            with closing(connection.create_cursor()) as cursor:
                _read(cursor, sql, params, plans, tables)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        yield plans


def worth_an_index() -> set[str]:
    """The tables of more than a handful of rows: the others a database reads as it likes."""
    return {model._meta.db_table for model in OF_A_TENANT if model._default_manager.count() >= A_HANDFUL}


def tiny_indices() -> frozenset[str]:
    """Partial indices with a handful of entries, by PostgreSQL's statistics: to read one whole is no scan."""
    if connection.vendor != "postgresql":
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'i' AND reltuples < %s", [A_HANDFUL])
        return frozenset(name for (name,) in cursor.fetchall())


def _read(cursor: CursorWrapper, sql: str, params: Params, plans: Plans, judged: set[str]) -> None:
    if connection.vendor == "postgresql":
        # A few thousand rows it would rather read at once: where that is forbidden and still done, no index serves.
        cursor.execute("; ".join(f"SET LOCAL enable_{way} = off" for way in plans.without))
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        found = cursor.fetchone()[0]
        _read_node((json.loads(found) if isinstance(found, str) else found)[0]["Plan"], sql, plans, judged)
        return
    # Another text each time: a plan that was kept with its statement would not notice that an index went.
    cursor.execute(f"EXPLAIN QUERY PLAN /* {next(NUMBERS)} */ {sql}", params)
    tables = {alias or table: table for table, alias in NAMED.findall(sql)} | {t: t for t, _ in NAMED.findall(sql)}
    for *_, detail in cursor.fetchall():
        what, _, rest = detail.partition(" ")
        if what == "SCAN" and tables.get(rest.split(" ")[0]) in judged:
            plans.scans.append(f"{detail}: {sql}")
        if detail == "USE TEMP B-TREE FOR ORDER BY":
            plans.sorts.append(sql)


def _read_node(node: dict[str, Any], sql: str, plans: Plans, judged: set[str], *, in_subquery: bool = False) -> None:
    kind, table = node["Node Type"], node.get("Relation Name")
    whole = kind == "Seq Scan" or (kind.startswith("Index") and "Index Cond" not in node)
    if whole and table in judged and node.get("Index Name") not in plans.tiny:
        plans.scans.append(f"{kind} of {table} {node.get('Index Name', '')}: {sql}")
    if kind in ("Sort", "Incremental Sort") and not in_subquery:
        plans.sorts.append(sql)
    for inner in node.get("Plans", ()):
        deeper = in_subquery or inner.get("Parent Relationship") == "SubPlan"
        _read_node(inner, sql, plans, judged, in_subquery=deeper)
