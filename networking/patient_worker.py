"""gunicorn's worker with threads, which gives a request to a thread only once it is there.

Otherwise eight half-sent requests hold the eight threads of a laptop for as long as their senders like. Here they wait
in the worker's own loop, which looks at what has come without taking it, and closes what has not come in time.
"""

import re
import selectors
import socket
import struct
import time
from contextlib import suppress
from functools import partial
from typing import Any, Final

from gunicorn.workers.gthread import TConn, ThreadWorker

WITHIN: Final = 10.0
"""Seconds for the head of a request, and for each next piece of a long body."""
ENOUGH: Final = 16 * 1024
"""Bytes of a request that the kernel keeps for us in any case; the rest of an upload is read by its thread."""
LENGTH: Final = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*\r\n", re.IGNORECASE)
EXPECTS: Final = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)


def still_wanted(seen: bytes) -> int:
    """How many bytes must have come before a thread may read; 0 when enough of them are there."""
    if len(seen) >= ENOUGH:
        return 0
    head, end, _ = seen.partition(b"\r\n\r\n")
    if not end:
        return len(seen) + 1
    said = LENGTH.search(head + b"\r\n")
    if said is None or EXPECTS.search(head):
        return 0
    whole = min(len(head) + len(end) + int(said[1]), ENOUGH)
    return whole if len(seen) < whole else 0


class PatientWorker(ThreadWorker):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.arriving: dict[TConn, float] = {}

    def enqueue_req(self, conn: TConn) -> None:
        """A connection of which something may have come: a new one, or a kept one that speaks again."""
        if conn.parser is not None and conn.parser.unreader.buf.getvalue():
            super().enqueue_req(conn)  # read with the request before
        else:
            self.arriving[conn] = time.monotonic() + WITHIN
            self._look(conn)

    def _look(self, conn: TConn) -> None:
        try:
            seen = conn.sock.recv(ENOUGH, socket.MSG_PEEK | socket.MSG_DONTWAIT)
            wanted = still_wanted(seen) if seen else 0  # closed by the other side: the thread finds out
        except BlockingIOError:
            wanted = 1
        except OSError:
            self._drop(conn)
            return
        if wanted:
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, wanted)  # woken by no byte less
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._more, conn))
            return
        del self.arriving[conn]
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", int(WITHIN), 0))
        conn.data_ready = True
        super().enqueue_req(conn)

    def _more(self, conn: TConn, client: object) -> None:
        self.poller.unregister(conn.sock)
        self._look(conn)

    def _drop(self, conn: TConn) -> None:
        del self.arriving[conn]
        with suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Called in every round of the loop."""
        super().murder_pending()
        now = time.monotonic()
        for conn in [conn for conn, until in self.arriving.items() if until < now]:
            self._drop(conn)
