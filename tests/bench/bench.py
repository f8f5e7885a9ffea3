"""`make bench`: what each page costs beside the floor F, side by side in one process, in interleaved rounds.

Prints, per page, the median of page / F over the rounds with its quartiles, the statements, and the bytes. Never bare
milliseconds: those belong to a machine. With --cpu without gunicorn, and on SQLite by CPU time, for a busy machine.
"""

import argparse
import gzip
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from tests.bench import ready  # isort: skip

from django.conf import settings
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from tests.bench.pages import Debrief, pages
from tests.bench.seed import seeded
from tests.bench.serving import Answer, Asking, in_this_process, served, signed_in, through_gunicorn

FLOOR = "/floor/"
DEBRIEF = "log a meeting (POST)"
FSYNC = "one fsync, for comparison"


def measure(campaign: Campaign, rounds: int, *, cpu: bool) -> list[str]:
    client, headers, token = signed_in(campaign.owner)
    debrief = Debrief(campaign)
    addresses = pages(campaign, client)
    statements = {name: _statements(partial(client.get, address)) for name, address in addresses.items()}
    statements[DEBRIEF] = _statements(lambda: _post(client, debrief, token))
    connections.close_all()
    with asking(headers, cpu=cpu) as ask:
        acts: dict[str, Callable[[], Answer]] = {name: partial(ask, address) for name, address in addresses.items()}
        acts[DEBRIEF] = lambda: ask(debrief.address, debrief.body(token))
        if settings.ON_SQLITE and not cpu:
            acts[FSYNC] = fsync
        ratios: dict[str, list[float]] = {name: [] for name in acts}
        sizes = {}
        for turn in range(rounds + 2):
            for name, act in acts.items():
                floor = min(ask(FLOOR).seconds for _ in range(3))
                taken, body = min(act() for _ in range(3))
                sizes[name] = len(gzip.compress(body)) if name in addresses else 0
                if turn >= 2:  # the first two rounds warm up
                    ratios[name].append(taken / floor)
    debrief.undo()
    return [
        f"| {name} | {median:.2f} ({low:.2f} to {high:.2f}) | {statements.get(name, '')} | "
        f"{f'{sizes[name] / 1000:.1f}' if sizes[name] else ''} |"
        for name in acts
        for low, median, high in [statistics.quantiles(ratios[name], n=4)]
    ]


@contextmanager
def asking(headers: dict[str, str], *, cpu: bool) -> Iterator[Asking]:
    if cpu:
        yield in_this_process(headers)
    else:
        with served() as (port, _):
            yield through_gunicorn(port, headers)


def _statements(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def _post(client: Client, debrief: Debrief, token: str) -> None:
    answer = client.post(debrief.address, debrief.body(token), content_type="application/x-www-form-urlencoded")
    if answer.status_code != 302:
        raise SystemExit(f"The debrief answered {answer.status_code}")


def fsync() -> Answer:
    """What the disk takes to keep one page for good, as each commit asks of it."""
    with tempfile.NamedTemporaryFile(dir=settings.DATA_DIR) as file:
        file.write(bytes(4096))
        file.flush()
        start = time.perf_counter()
        os.fsync(file.fileno())
        return Answer(time.perf_counter() - start, b"")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="M,L,XL")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--cpu", action="store_true")
    chosen = parser.parse_args()
    ready.prepare()
    for size in chosen.sizes.split(","):
        campaign = seeded(size)
        print(f"\n{size} on {connection.vendor}: page / F as median (quartiles), statements, kB gzipped\n")
        print("| page | × F | statements | kB |\n| --- | --- | --- | --- |")
        print("\n".join(measure(campaign, chosen.rounds, cpu=chosen.cpu)), flush=True)


if __name__ == "__main__":
    main()
