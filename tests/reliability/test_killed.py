"""No acknowledged write is ever lost: the server is killed while four clients write. Source: quality.md, section 3.

KILLS=100 makes the long run of docs/performance.md; the preset keeps CI short.
"""

import http.client
import os
import threading
import time

from django.conf import settings

from tests.reliability.conftest import Server, Visitor, new_name

KILLS = int(os.environ.get("KILLS", "4"))
CLIENTS = 4


class Writer(threading.Thread):
    """Adds people, one after another, and remembers who was acknowledged."""

    def __init__(self, visitor: Visitor, stop: threading.Event) -> None:
        super().__init__()
        self.visitor, self.stop = visitor, stop
        self.acknowledged: list[str] = []
        self.refused: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            name = new_name()
            try:
                fields = self.visitor.form("/people/new/")
                answer = self.visitor.post("/people/new/", fields | {"name": name})
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)  # killed: it will be back
                continue
            if answer.status == 302 and answer.location.startswith("/people/new/"):
                continue  # asked first: it was opened on what another had begun, and that is saved
            if answer.status == 302:
                self.acknowledged.append(name)
            else:
                self.refused.append(f"{answer.status} {answer.body[:200]}")


def wait_for_more(writers: list[Writer], patience: float = 60) -> int:
    """Until something more was acknowledged, however slow the machine; answers how much by now."""

    def so_far() -> int:
        return sum(len(writer.acknowledged) for writer in writers)

    before, end = so_far(), time.monotonic() + patience
    while so_far() <= before:
        assert time.monotonic() < end, "nothing is written any more"
        time.sleep(0.02)
    return so_far()


def test_no_acknowledged_write_is_lost(server: Server, marta: Visitor) -> None:
    stop = threading.Event()
    writers = [Writer(marta.twin(), stop) for _ in range(CLIENTS)]
    for writer in writers:
        writer.start()
    for turn in range(KILLS):
        written = wait_for_more(writers)
        time.sleep(0.02 * (turn % 7))  # in the middle of whatever they are at
        server.kill()
        server.start()
    assert wait_for_more(writers) > written
    stop.set()
    for writer in writers:
        writer.join()

    names = server.python("from contacts.models import Contact\nfor c in Contact.objects.all(): print(c.name)")
    acknowledged = [name for writer in writers for name in writer.acknowledged]
    assert [fault for writer in writers for fault in writer.refused] == []
    assert len(acknowledged) > KILLS
    assert set(acknowledged) <= set(names.splitlines())
    server.manage("check_standing")
    if settings.ON_SQLITE:
        asked = "from django.db import connection as c\nq = c.cursor(); q.execute('PRAGMA integrity_check')"
        assert "('ok',)" in server.python(f"{asked}\nprint(q.fetchall())")
