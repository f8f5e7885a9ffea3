"""`make bench`: what each page costs beside the floor F, side by side in one process, in interleaved rounds.

Prints, per page, the median of page / F over the rounds with its quartiles, the statements, and the bytes. Never bare
milliseconds: those belong to a machine. Usage: python -m tests.bench.bench [--sizes M,L,XL] [--rounds 15]
"""

import argparse
import gzip
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

os.environ["DJANGO_SETTINGS_MODULE"] = "networking.settings"
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="fifty-cups-bench-"))

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from tests.bench.seed import SIZES, seed

FLOOR = "/floor/"


def pages(campaign: Campaign) -> dict[str, str]:
    """Name → address; the goals stand in docs/performance.md."""
    rich = Contact.objects.filter(campaign=campaign, joined_on__isnull=False).order_by("pk").first()
    assert rich is not None
    return {
        "today": "/",
        "people": "/people/",
        "people, last page": "/people/?before=end",
        "people, by company": "/people/?sort=company",
        "people, by follow-up": "/people/?sort=due",
        "people, address book": "/people/?where=book",
        "people, address book, last": "/people/?where=book&before=end",
        "contact, 50 entries": f"/people/{rich.pk}/",
        "search, 2 letters": "/search/?q=an",
        "search, 10 letters": "/search/?q=lindqvist1",
        "follow-ups": "/follow-ups/",
        "meetings": "/meetings/",
    }


@contextmanager
def served() -> Iterator[int]:
    """The app in one process of gunicorn, as it is deployed, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    threads = ["--workers", "1", "--threads", "4" if settings.ON_SQLITE else "1"]
    command = [sys.executable, "-m", "gunicorn", "tests.bench.wsgi", "--bind", f"127.0.0.1:{port}", *threads]
    process = subprocess.Popen(command, env=os.environ | {"PORT": str(port)})
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def seconds(to: http.client.HTTPConnection, address: str, headers: dict[str, str]) -> tuple[float, bytes]:
    start = time.perf_counter()
    to.request("GET", address, headers=headers)
    answer = to.getresponse()
    body = answer.read()
    taken = time.perf_counter() - start
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}")
    return taken, body


def settled(client: Client, address: str) -> str:
    """Where the address leads: what is preset leaves the address of a list."""
    answer = client.get(address)
    return str(answer["Location"]) if answer.status_code == 302 else address


def measure(campaign: Campaign, rounds: int) -> list[str]:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(campaign.owner, backend="django.contrib.auth.backends.ModelBackend")
    cookie = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"}
    addresses = {name: settled(client, address) for name, address in pages(campaign).items()}
    statements = {}
    for name, address in addresses.items():
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        statements[name] = len(captured)
    connections.close_all()
    ratios: dict[str, list[float]] = {name: [] for name in addresses}
    sizes = {}
    with served() as port:
        to = http.client.HTTPConnection("127.0.0.1", port)
        for turn in range(rounds + 2):
            for name, address in addresses.items():
                floor = min(seconds(to, FLOOR, cookie)[0] for _ in range(3))
                taken, body = min((seconds(to, address, cookie) for _ in range(3)), key=lambda pair: pair[0])
                sizes[name] = len(gzip.compress(body))
                if turn >= 2:  # the first two rounds warm up
                    ratios[name].append(taken / floor)
    return [
        f"| {name} | {median:.2f} ({low:.2f} to {high:.2f}) | {statements[name]} | {sizes[name] / 1000:.1f} |"
        for name in addresses
        for low, median, high in [statistics.quantiles(ratios[name], n=4)]
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="M,L,XL")
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    from accounts.models import User

    for size in chosen.sizes.split(","):
        email = f"{size.lower()}-{time.time_ns()}@example.com"
        campaign = seed(SIZES[size], email, User(time_zone="UTC").today())
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"\n{size} on {connection.vendor}: page / F as median (quartiles), statements, kB gzipped\n")
        print("| page | × F | statements | kB |\n| --- | --- | --- | --- |")
        print("\n".join(measure(campaign, chosen.rounds)), flush=True)
        campaign.owner.delete()


if __name__ == "__main__":
    main()
