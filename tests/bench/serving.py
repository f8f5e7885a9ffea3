"""Two ways of asking for a page: through gunicorn, as it is deployed, and in this process, where CPU time is exact."""

import http.client
import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol

from django.conf import settings
from django.test import Client

from accounts.models import User

AS_YOU_TYPE = "/search/"
"""Asked as the palette asks while somebody types: for the list alone, without the frame."""


class Answer(NamedTuple):
    seconds: float
    body: bytes


class Asking(Protocol):
    """Ask for an address, or post a body to it."""

    def __call__(self, address: str, body: bytes | None = None) -> Answer: ...


def signed_in(user: User) -> tuple[Client, dict[str, str], str]:
    """A client, the cookies of its session as headers, and the token that its forms post."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/campaign/")
    cookies = {name: client.cookies[name].value for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)}
    header = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return client, {"Cookie": header}, cookies[settings.CSRF_COOKIE_NAME]


@contextmanager
def served(processes: int = 1, **environment: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The app in gunicorn, as it is deployed, on a free port; answers the port and the process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    threads = ["--workers", str(processes), "--threads", "4" if settings.ON_SQLITE else "1"]
    command = [sys.executable, "-m", "gunicorn", "tests.bench.wsgi", "--bind", f"127.0.0.1:{port}", *threads]
    process = subprocess.Popen(command, env=os.environ | {"PORT": str(port)} | environment, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port, process
    finally:
        process.terminate()
        process.wait(30)


def through_gunicorn(port: int, headers: dict[str, str]) -> Asking:
    """By one kept connection; wall time."""
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def ask(address: str, body: bytes | None = None) -> Answer:
        more = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        if address.startswith(AS_YOU_TYPE):
            more["HX-Request"] = "true"
        start = time.perf_counter()
        connection.request("POST" if body else "GET", address, body, headers | more)
        answer = connection.getresponse()
        content = answer.read()
        taken = time.perf_counter() - start
        _expect(address, answer.status, 302 if body else 200)
        return Answer(taken, content)

    return ask


def in_this_process(headers: dict[str, str]) -> Asking:
    """Straight to the application; on SQLite the CPU time of this thread, which others on the machine do not change."""
    from tests.bench.wsgi import application

    clock = time.thread_time if settings.ON_SQLITE else time.perf_counter

    def ask(address: str, body: bytes | None = None) -> Answer:
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "POST" if body else "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_COOKIE": headers["Cookie"],
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body or b"")),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body or b""),
            "wsgi.errors": sys.stderr,
        }
        if path == AS_YOU_TYPE:
            environ["HTTP_HX_REQUEST"] = "true"
        statuses: list[str] = []

        def start_response(status: str, *_: object) -> Callable[[bytes], object]:
            statuses.append(status)
            return len  # WSGI's old way to write, which nothing uses

        start = clock()
        answer = application(environ, start_response)
        content = b"".join(answer)
        answer.close()
        taken = clock() - start
        _expect(address, int(statuses[0][:3]), 302 if body else 200)
        return Answer(taken, content)

    return ask


def _expect(address: str, status: int, expected: int) -> None:
    if status != expected:
        raise SystemExit(f"{address} answered {status}")
