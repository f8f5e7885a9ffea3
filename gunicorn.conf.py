"""How the app is served, from a checkout (`make run`) and from the image; gunicorn reads this file by itself."""

import gc
import os
from contextlib import suppress

from django.conf import settings
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "networking.settings")

from networking import starting
from networking.own_names import in_brackets, is_everywhere, reached_at

address = f"{in_brackets(settings.HOST)}:{settings.PORT}"

wsgi_app = "networking.wsgi:application"
bind = address
preload_app = True  # one copy in memory, and the address is said only once the app stands behind it
control_socket_disable = True  # it would lie in $HOME, and nothing here asks it
forwarded_allow_ips = ""  # whether a proxy is believed is settled in one place: TRUSTED_PROXY
loglevel = settings.LOG_LEVEL.lower()
workers = settings.WEB_CONCURRENCY
threads = settings.WEB_THREADS
if threads > 1:
    worker_class = "networking.patient_worker.PatientWorker"
starting.refuse_a_wrong_number()


def on_starting(server: Arbiter) -> None:
    """Nothing may stand in the way. A second server is kept from the same SQLite file by a lock of this process."""
    server.serving = starting.refuse_a_second_server()
    if bind == address:  # not overruled on the command line
        starting.refuse_a_taken_address(settings.HOST, settings.PORT)
    starting.refuse_a_sick_database(new=False)


def when_ready(server: Arbiter) -> None:
    here = f"127.0.0.1:{settings.PORT}" if is_everywhere(settings.HOST) else address
    print(f"Fifty Cups is at http://{here} (Ctrl-C stops it)", flush=True)
    if not settings.SITE_URL and (elsewhere := reached_at(settings.HOST, settings.PORT)):
        print(f"On a phone in the same network: {' or '.join(elsewhere)}", flush=True)
    from django.db import connections

    from accounts.reads.setup_code import announcement  # the models stand only now

    if said := announcement():
        print(said, flush=True)
    connections.close_all()  # the workers are forks: none may inherit a connection
    spare_the_garbage_collector()


def spare_the_garbage_collector() -> None:
    """What stands now stays; and 50,000 rows are no garbage: looking through both cost a third of an import's time."""
    gc.freeze()
    gc.set_threshold(20_000)


def post_worker_init(worker: Worker) -> None:
    """From its first moment on a restore finds that this process serves; where the database is away, from then on."""
    from django.db import DatabaseError, connection

    if not settings.ON_SQLITE:
        with suppress(DatabaseError):
            connection.ensure_connection()
