"""The same acts in two worlds: what is written in one leaves no trace, and what is found in both is compared."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from accounts.models import User
from campaigns.models import Campaign

TENANTS = ("campaigns", "contacts", "pitch", "research", "meetings", "outcomes", "trash", "transfer", "today")
HIS_ROWS_FROM, HER_ROWS_FROM, NEW_ROWS_FROM = 5_000_000, 8_000_000, 9_000_000
"""The rows that all have her one key come before his where rows are in the order of their keys."""


READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@contextmanager
def rolled_back() -> Iterator[list[str]]:
    """Yields the statements that write, as they come."""
    writes: list[str] = []

    def watched(execute: Callable[..., object], sql: str, params: object, many: bool, context: object) -> object:
        if not sql.startswith(READS):
            writes.append(sql)
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(watched):
        yield writes
        transaction.set_rollback(True)


def tenant_models() -> list[type[Model]]:
    labels = [label for label in TENANTS if apps.is_installed(label)]
    return [model for label in labels for model in apps.get_app_config(label).get_models(include_auto_created=True)]


@cache
def questions() -> dict[str, tuple[str, bool]]:
    """Label → SQL for a campaign's rows, and whether it asks by the owner; compiled once."""
    found = {}
    for model in tenant_models():
        names = {column.name for column in model._meta.fields}
        if model is Campaign:
            column = "pk"
        else:
            column = next((name for name in ("campaign", "owner") if name in names), "contact__campaign")
        query = model._default_manager.filter(**{column: 1}).order_by("pk").query
        found[model._meta.label] = (query.sql_with_params()[0], column == "owner")
    for model, column in ((User, "pk"), (EmailAddress, "user"), (Authenticator, "user")):
        query = model._default_manager.filter(**{column: 1}).order_by("pk").query
        found[model._meta.label] = (query.sql_with_params()[0], True)
    return found


def rows_of(campaign: Campaign) -> dict[str, list[Any]]:
    """Every row of this campaign, of what two rows share the rows between them; its owner's drafts and account."""
    found: dict[str, list[Any]] = {}
    with connection.cursor() as cursor:
        for label, (sql, by_owner) in questions().items():
            cursor.execute(sql, [campaign.owner_id if by_owner else campaign.pk])
            found[label] = cursor.fetchall()
    return found


def number_new_rows_from(start: int) -> None:
    """So that a row that is made can be told from one that stood."""
    tables = [model._meta.db_table for model in tenant_models() if model._meta.auto_field]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            known = {name for (name,) in cursor.execute("SELECT name FROM sqlite_sequence").fetchall()}
            for table in tables:
                if table not in known:
                    cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, 0)", [table])
            cursor.execute("UPDATE sqlite_sequence SET seq = %s", [start])
        else:
            for table in tables:
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, start])
