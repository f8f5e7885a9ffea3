"""Half-sent requests hold no thread: the others are answered, and what does not come in time is closed."""

import http.client
import socket
import time

import pytest

from networking.patient_worker import ENOUGH, still_wanted
from tests.reliability.conftest import Server

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
POST = b"POST / HTTP/1.1\r\nHost: localhost\r\ncontent-length: 10\r\n"


@pytest.mark.parametrize(
    ("seen", "wanted"),
    [
        (b"G", 2),
        (GET, len(GET) + 1),
        (GET + b"\r\n", 0),
        (POST + b"\r\n", len(POST) + 2 + 10),
        (POST + b"\r\n123456789", len(POST) + 2 + 10),
        (POST + b"\r\n1234567890", 0),
        (POST + b"Expect: 100-continue\r\n\r\n", 0),
        (POST.replace(b" 10", b" 9999999") + b"\r\n", ENOUGH),
        (POST.replace(b" 10", b" 9999999") + b"\r\n" + b"x" * ENOUGH, 0),
        (b"x" * ENOUGH, 0),
    ],
)
def test_how_much_of_a_request_must_be_there(seen: bytes, wanted: int) -> None:
    assert still_wanted(seen) == wanted


def test_half_sent_requests_stop_nobody(server: Server) -> None:
    if "DATABASE_URL" in server.env:
        return  # one thread in each process, behind a proxy that waits for the whole request
    half = [GET + b"X-Slow: ", POST + b"\r\n12345"] * 10
    slow = [socket.create_connection(("127.0.0.1", server.port), timeout=30) for _ in half]
    for connection, words in zip(slow, half, strict=True):
        connection.sendall(words)
    began = time.monotonic()
    quick = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    for _ in range(3):
        quick.request("GET", "/healthz")
        assert quick.getresponse().read() == b"alive\n"
    quick.close()

    assert time.monotonic() - began < 8  # as long as they wait, they wait alone
    slow[0].sendall(b"yes\r\n\r\n")
    assert slow[0].recv(100).startswith(b"HTTP/1.1 302")
    slow[1].sendall(b"67890")
    assert slow[1].recv(100).startswith(b"HTTP/1.1 ")
    assert [ended(connection) for connection in slow[2:]] == [True] * 18
    for connection in slow:
        connection.close()


def ended(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True
