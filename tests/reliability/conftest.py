"""A real server on a database of its own, and clients that speak HTTP to it as a browser without scripts does."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from tests.reliability.databases import environment, own_database

ROOT = Path(__file__).parents[2]
EMAIL, PASSWORD = "marta@example.com", "correct horse battery"


def new_name() -> str:
    """A name that is close to no other, so that nobody is asked which one is meant."""
    return f"{uuid.uuid4().hex} {uuid.uuid4().hex}"


class FirstForm(HTMLParser):
    """The fields of the form that holds a draft key (or else of the only form), with the values they have."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        name = has.get("name", "")
        if tag == "input" and name:
            if has.get("type") in ("checkbox", "radio") and "checked" not in has:
                return
            self.fields[name] = has.get("value", "on" if has.get("type") == "checkbox" else "")
        elif tag in ("select", "textarea"):
            self.select, self.area = (name, "") if tag == "select" else ("", name)
            self.fields.setdefault(name, "")
        elif tag == "option" and self.select and "selected" in has:
            self.fields[self.select] = has.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self.select = self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data


@dataclass
class Answer:
    status: int
    location: str
    body: str


def fields_of(page: Answer) -> dict[str, str]:
    """What the form of a page posts: of the one with a draft, or of the last."""
    forms = re.findall(r"<form.*?</form>", page.body, re.DOTALL)
    reader = FirstForm()
    reader.feed(next((form for form in forms if 'name="draft"' in form), forms[-1] if forms else ""))
    return reader.fields


@dataclass
class Visitor:
    """One client with its cookies; each request is a connection of its own, so that a killed server is noticed."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def request(self, method: str, path: str, body: str = "") -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        # Closed whatever happens: the server may be killed between the question and the answer.
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as to:
            to.request(method, path, body, headers)
            with closing(to.getresponse()) as answer:
                text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(answer.status, urlsplit(answer.headers.get("Location", "")).path, text)

    def get(self, path: str) -> Answer:
        return self.request("GET", path)

    def form(self, path: str) -> dict[str, str]:
        page = self.get(path)
        assert page.status == 200, (path, page.status)
        return fields_of(page)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        return self.request("POST", path, urlencode(fields))

    def twin(self) -> "Visitor":
        return Visitor(self.port, dict(self.cookies))


@dataclass
class Server:
    """gunicorn as `make run` starts it; it can be killed and started again on the same data."""

    env: dict[str, str]
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn"],
            cwd=ROOT,
            env=self.env,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
        )
        for _ in range(1200):  # a minute: other tests hold both cores
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the server did not come up")

    def kill(self) -> None:
        """kill -9 of the whole server, master and workers."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def manage(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=self.env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def python(self, code: str) -> str:
        """What this code prints when it is run in the app."""
        return self.manage("shell", "--verbosity", "0", "-c", code)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of an installation without anybody: each server begins with a copy of its database."""
    with own_database(tmp_path_factory) as own:
        new = Server(environment(own), 0)
        new.manage("migrate", "--verbosity", "0")
        new.manage("createcachetable")
        yield own


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, migrated: dict[str, str]) -> Iterator[Server]:
    """Migrated and started, on data of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with own_database(tmp_path_factory, like=migrated) as own:
        running = Server(environment(own | {"PORT": str(port), "HOST": "127.0.0.1", "WEB_CONCURRENCY": ""}), port)
        running.start()
        yield running
        running.kill()


@pytest.fixture(scope="module")
def marta(server: Server) -> Visitor:
    """The first account, made the way a new user makes it."""
    visitor = Visitor(server.port)
    fields = visitor.form("/account/first/") | {"name": "Marta", "email": EMAIL, "time_zone": "UTC"}
    fields |= {name: PASSWORD for name in fields if name.startswith("password")}
    assert visitor.post("/account/first/", fields).status == 302
    return visitor
