"""Where the rows are, how many serve them, and what all web processes share."""

import os
from pathlib import Path

from networking.first_run import make_private
from networking.settings.environment import DATA_DIR
from networking.variables import database as database_url
from networking.variables import number

# One SQLite file by default. IMMEDIATE is correctness: a transaction that reads first and writes later would otherwise
# answer "database is locked" under concurrent writers. FULL keeps every acknowledged write through a power cut.
DATABASES = {"default": database_url(f"sqlite:///{DATA_DIR / 'fifty-cups.sqlite3'}")}
ON_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if ON_SQLITE:
    database = Path(DATABASES["default"]["NAME"])  # not in DATA_DIR, if DATABASE_URL says so
    make_private(database, *(database.with_name(f"{database.name}{ending}") for ending in ("-wal", "-shm", "-journal")))
    DATABASES["default"]["ENGINE"] = "networking.sqlite"  # with a fair queue of those who write
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
else:
    options = DATABASES["default"].setdefault("OPTIONS", {})
    options.setdefault("connect_timeout", 5)  # seconds; then it is away
    # Compiling a statement takes PostgreSQL a hundred times as long as answering it: whom to ask 3 s for 40 ms.
    options.setdefault("options", "-c jit=off")
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
# Shared by all web processes, so that rate limits hold in each of them. The preset of 300 entries would let whoever
# tries 300 addresses push out what is counted for the one that they are after.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# On SQLite one process with threads: releases before 3.51.3 can corrupt the file when several processes checkpoint.
WEB_CONCURRENCY = number("WEB_CONCURRENCY", 1 if ON_SQLITE else os.cpu_count() or 1, 1000)
WEB_THREADS = number("WEB_THREADS", 8 if ON_SQLITE else 1, 1000)
