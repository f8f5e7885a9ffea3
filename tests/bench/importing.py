"""What an import of 30,000 rows takes: the look, the run, the same file once more, and memory beside it.

Usage: python -m tests.bench.importing [--rows 30000]
"""

import argparse
import gc
import resource
import time
from datetime import date

from tests.bench import ready  # isort: skip

from django.conf import settings
from django.db import connection

from accounts.models import User
from campaigns.models import Campaign
from transfer.formats.reading import open_upload
from transfer.formats.records import Reading
from transfer.models.imports import Status
from transfer.writes.running import run_slice
from transfer.writes.staging import stage

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def connections_of(rows: int) -> bytes:
    """As LinkedIn writes it: few addresses, a company for each seven people."""
    lines = [
        f"Given{n % 40},Family{n},https://www.linkedin.com/in/person-{n},"
        f"{f'person{n}@example.com' if n % 10 == 0 else ''},Company {n // 7},Planner,{n % 28 + 1:02} Jun 2024"
        for n in range(rows)
    ]
    return "\n".join([HEADER, *lines]).encode()


def imported(campaign: Campaign, content: bytes, today: date) -> tuple[float, float]:
    """The seconds to read and stage the file, and those to take its rows; on SQLite of CPU time, which is all of it."""
    clock = time.process_time if settings.ON_SQLITE else time.perf_counter
    start = clock()
    reading = open_upload(content, "Connections.csv")
    if not isinstance(reading, Reading):
        raise SystemExit("The file is not understood.")
    upload = stage(campaign, reading, content)
    looked = clock()
    while upload.status != Status.DONE:
        run_slice(upload, today)
    return looked - start, clock() - looked


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=30_000)
    rows = parser.parse_args().rows
    ready.prepare()
    gc.freeze()  # these two as gunicorn.conf.py does
    gc.set_threshold(20_000)
    owner = User.objects.create_user(f"import-{time.time_ns()}@example.com", "correct horse battery")
    today = owner.today()
    campaign = Campaign.objects.create(owner=owner, started_on=today, welcomed=True)
    content, before = connections_of(rows), peak()
    look, run = imported(campaign, content, today)
    made = campaign.contacts.count()
    look_again, run_again = imported(campaign, content, today)
    print(f"{rows} rows on {connection.vendor}: looked at in {look:.1f} s, {made} people made in {run:.1f} s")
    print(f"{rows / run:,.0f} rows/s for the run, +{peak() - before:.0f} MiB")
    print(f"the same file again: looked at in {look_again:.1f} s, run in {run_again:.1f} s")
    owner.delete()


if __name__ == "__main__":
    main()
