"""Where the rows are, and what all web processes share."""

from pathlib import Path

from networking.first_run import make_private
from networking.settings.environment import DATA_DIR, env

# One SQLite file by default. IMMEDIATE is correctness: a transaction that reads first and writes later would otherwise
# answer "database is locked" under concurrent writers. FULL keeps every acknowledged write through a power cut.
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'fifty-cups.sqlite3'}")}
ON_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if ON_SQLITE:
    database = Path(DATABASES["default"]["NAME"])  # not in DATA_DIR, if DATABASE_URL says so
    make_private(database, *(database.with_name(f"{database.name}{ending}") for ending in ("-wal", "-shm", "-journal")))
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
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
