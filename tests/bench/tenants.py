"""One tenant alone against the same tenant among a thousand, page by page, in interleaved rounds, on PostgreSQL.

The tenant of DATABASE_URL, which must be an empty database of a superuser, is seeded, copied aside with its database,
and then multiplied where it stands; a second run finds them.
Usage: DATABASE_URL=… python -m tests.bench.tenants [--tenants 1000] [--rounds 9]
"""

import argparse
import os
import statistics
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from tests.bench import ready  # isort: skip

import psycopg
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, connections, models, transaction
from psycopg import sql

from accounts.models import User
from campaigns.models import Campaign
from tests.bench.evidence import Size
from tests.bench.pages import pages
from tests.bench.seed import seed
from tests.bench.serving import served, signed_in, through_gunicorn

SIZE = Size(network=200, address_book=1_800, meetings=400, follow_ups=400)
EMAIL = "one@example.com"
APART = 10_000_000
"""How far the keys of two tenants lie apart."""


def multiply(tenants: int) -> None:
    """Each row of the first tenant once more for each other tenant, with keys that are moved alike."""
    copied: list[type[models.Model]] = [
        User,
        Campaign,
        *(model for model in apps.get_models() if _of_a_campaign(model)),
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # whatever is copied is whole already
        for model in copied:
            fields = model._meta.local_concrete_fields
            statement = sql.SQL(
                "INSERT INTO {table} ({names}) SELECT {values} FROM {table}, generate_series(1, {last}) n"
            )
            filled = statement.format(
                table=sql.Identifier(model._meta.db_table),
                names=sql.SQL(", ").join([_column(field) for field in fields]),
                values=sql.SQL(", ").join([_moved(field, copied) for field in fields]),
                last=sql.Literal(tenants - 1),
            )
            cursor.execute(filled.as_string(None))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _of_a_campaign(model: type[models.Model]) -> bool:
    return any(field.name == "campaign" for field in model._meta.local_concrete_fields)


def _column(field: "models.Field[Any, Any]") -> sql.Composable:
    return sql.Identifier(str(field.column))


def _moved(field: "models.Field[Any, Any]", copied: list[type[models.Model]]) -> sql.Composable:
    column = _column(field)
    if field.column == "email":
        return sql.SQL("n || {}").format(column)
    if field.primary_key or field.related_model in copied:
        return sql.SQL("{} + n::bigint * {}").format(column, sql.Literal(APART))
    return column


def aside() -> str:
    """The address of the database of the one tenant."""
    many = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(many._replace(path=f"{many.path}_one"))


def copy_aside() -> None:
    """A second database with the one tenant and its session."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    connections.close_all()
    one, many = urlsplit(aside()), urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(urlunsplit(one._replace(path="/template1")), autocommit=True) as server:
        names = (sql.Identifier(name.path[1:]) for name in (one, many))
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenants", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    if settings.ON_SQLITE:
        raise SystemExit("Set DATABASE_URL: many tenants live on PostgreSQL.")
    ready.prepare()
    if not User.objects.filter(email=EMAIL).exists():
        signed_in(seed(SIZE, EMAIL, User(time_zone="UTC").today()).owner)
        copy_aside()
        multiply(chosen.tenants)
    campaign = Campaign.objects.select_related("owner").get(owner__email=EMAIL)
    addresses = pages(campaign, signed_in(campaign.owner)[0])
    # The session from before the copy is known to both.
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={Session.objects.earliest('expire_date').pk}"}
    connections.close_all()
    ratios: dict[str, list[float]] = {name: [] for name in addresses}
    with served() as (many_port, _), served(DATABASE_URL=aside()) as (one_port, _):
        many, one = through_gunicorn(many_port, headers), through_gunicorn(one_port, headers)
        for turn in range(chosen.rounds + 2):
            for name, address in addresses.items():
                first = min(one(address).seconds for _ in range(3))
                among = min(many(address).seconds for _ in range(3))
                if turn >= 2:
                    ratios[name].append(among / first)
    print(
        f"\n{chosen.tenants} tenants of {SIZE.network + SIZE.address_book} people against one, as median (quartiles)\n"
    )
    print("| page | × |\n| --- | --- |")
    for name, found in ratios.items():
        low, median, high = statistics.quantiles(found, n=4)
        print(f"| {name} | {median:.2f} ({low:.2f} to {high:.2f}) |")


if __name__ == "__main__":
    main()
