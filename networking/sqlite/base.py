"""SQLite as Django has it, with a fair queue in front of the write.

SQLite lets one connection write; the others look again now and then, and who has bad luck looks for seconds. In our one
web process they wait in line instead, each woken when its turn has come. Another process, such as a command, meets them
at SQLite's own lock as before.
"""

import threading
from collections import deque
from collections.abc import Callable

from django.db import DEFAULT_DB_ALIAS, OperationalError
from django.db.backends.sqlite3 import base

PATIENCE = 20
"""Seconds, as of SQLite's own wait."""
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class Line:
    """A lock that goes to whoever has waited longest."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    def enter(self, patience: float = PATIENCE) -> None:
        turn = threading.Event()
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            self._waiting.append(turn)
        if turn.wait(patience):
            return
        with self._guard:
            if not turn.is_set():
                self._waiting.remove(turn)
                raise OperationalError("database is locked")

    def leave(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


line = Line()


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, settings_dict: dict[str, object], alias: str = DEFAULT_DB_ALIAS) -> None:
        super().__init__(settings_dict, alias)
        self.in_line = False
        self.execute_wrappers.append(self._alone_in_turn)

    def enter(self) -> None:
        if not self.in_line:
            line.enter()
            self.in_line = True

    def leave(self) -> None:
        if self.in_line:
            self.in_line = False
            line.leave()

    def _alone_in_turn(self, execute: Callable[..., object], sql: str, *more: object) -> object:
        """A write outside of a transaction is one of its own, and waits in the same line."""
        if self.in_line or not str(sql)[:8].lstrip().upper().startswith(WRITES):
            return execute(sql, *more)
        self.enter()
        try:
            return execute(sql, *more)
        finally:
            self.leave()

    def _start_transaction_under_autocommit(self) -> None:
        """Django's `BEGIN IMMEDIATE`, in turn."""
        self.enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # its stubs leave it out
        except BaseException:
            self.leave()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self.leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self.leave()
