"""How the app is served, from a checkout (`make run`) and from the image; gunicorn reads this file by itself."""

import fcntl
import gc
import os

from django.conf import settings
from gunicorn.arbiter import Arbiter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "networking.settings")

host = os.environ.get("HOST", "127.0.0.1")
port = os.environ.get("PORT", "8000")
address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

wsgi_app = "networking.wsgi:application"
bind = address
preload_app = True  # one copy in memory, and the address is said only once the app stands behind it
control_socket_disable = True  # it would lie in $HOME, and nothing here asks it
forwarded_allow_ips = ""  # whether a proxy is believed is settled in one place: TRUSTED_PROXY
loglevel = os.environ.get("LOG_LEVEL", "warning").lower()

if settings.ON_SQLITE:
    # One process with threads: releases before 3.51.3 can corrupt the file when several processes checkpoint.
    workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
    threads = int(os.environ.get("WEB_THREADS", "8"))
    if workers != 1:
        raise SystemExit("On SQLite Fifty Cups runs in one web process: unset WEB_CONCURRENCY, or use PostgreSQL.")
else:
    workers = int(os.environ.get("WEB_CONCURRENCY", str(os.cpu_count() or 1)))
    threads = int(os.environ.get("WEB_THREADS", "1"))


def on_starting(server: Arbiter) -> None:
    """Keep a second server away from the same SQLite file; the lock goes with the process."""
    if not settings.ON_SQLITE:
        return
    server.serving = (settings.DATA_DIR / "serving").open("w")
    try:
        fcntl.flock(server.serving, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise SystemExit(f"Fifty Cups already runs on {settings.DATA_DIR}: stop it first, or set DATA_DIR.") from None


def when_ready(server: Arbiter) -> None:
    print(f"Fifty Cups is at http://{address} (Ctrl-C stops it)", flush=True)
    from django.db import connections

    from accounts.reads.setup_code import announcement  # the models stand only now

    if said := announcement():
        print(said, flush=True)
    connections.close_all()  # the workers are forks: none may inherit a connection
    gc.freeze()  # what stands now stays: looking through it again and again cost a quarter of an import's time
