"""Two questions that a proxy asks: is the process alive, and may it be sent people."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

DRAINING = "draining"  # an empty file of this name in DATA_DIR takes the process out before it is stopped


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked, so that a database away restarts no process."""
    return HttpResponse("alive\n", content_type="text/plain")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    reason = not_ready()
    return HttpResponse(f"{reason or 'ready'}\n", content_type="text/plain", status=503 if reason else 200)


class HealthMiddleware:
    """Answers both before anything asks for a session, which lies in the database, or for the right Host: a proxy asks
    by address. It stands behind the middleware that writes headers, and before all others.
    """

    answers = {"/healthz": healthz, "/readyz": readyz}

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answers.get(request.path_info, self.get_response)(request)


def not_ready() -> str:
    """Why nobody should be sent here; empty when they may come."""
    if (settings.DATA_DIR / DRAINING).exists():
        return "draining"
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except (DatabaseError, InterfaceError):
        return "the database does not answer"
    return "" if known_migrations() <= set(applied) else "migrations are waiting: run manage.py migrate"


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """The migrations that this code comes with; they do not change while it runs."""
    return frozenset(MigrationLoader(None).disk_migrations)
