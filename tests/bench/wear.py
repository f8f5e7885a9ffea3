"""What a worker holds after 5,000 requests, and what four connections get of the people list beside the floor.

Usage: python -m tests.bench.wear [--size M]
"""

import argparse
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

from tests.bench import ready  # isort: skip

from django.db import connection, connections

from tests.bench.bench import FLOOR
from tests.bench.pages import pages
from tests.bench.seed import seeded
from tests.bench.serving import served, signed_in, through_gunicorn

CONNECTIONS = 4
MEASURED_AFTER = (1_000, 5_000)


def memory_of_workers(parent: int) -> float:
    """MiB that the workers of this gunicorn hold, the largest of them."""
    held = []
    for status in Path("/proc").glob("[0-9]*/status"):
        said = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        if int(said["PPid"]) == parent and "VmRSS" in said:
            held.append(int(said["VmRSS"].split()[0]) / 1024)
    return max(held)


def asked(port: int, headers: dict[str, str], addresses: list[str], number: int) -> float:
    """Ask for so many of these in turn, over four connections; answers the requests a second."""

    def work(_: int) -> None:
        ask = through_gunicorn(port, headers)
        for address in islice(cycle(addresses), number // CONNECTIONS):
            ask(address)

    start = time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        list(pool.map(work, range(CONNECTIONS)))
    return number / (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="M")
    ready.prepare()
    campaign = seeded(parser.parse_args().size)
    client, headers, _ = signed_in(campaign.owner)
    addresses = list(pages(campaign, client).values())
    connections.close_all()
    with served() as (port, process):
        ratios = []
        for _ in range(5):
            floor = asked(port, headers, [FLOOR], 200)
            ratios.append(asked(port, headers, ["/people/"], 200) / floor)
        print(
            f"{connection.vendor}: people by four connections {sorted(ratios)[2]:.2f} of the floor's requests a second"
        )
    with served() as (port, process):
        done = 0
        for until in MEASURED_AFTER:
            asked(port, headers, addresses, until - done)
            done = until
            print(f"{connection.vendor}: {memory_of_workers(process.pid):.0f} MiB in the worker after {until} requests")


if __name__ == "__main__":
    main()
