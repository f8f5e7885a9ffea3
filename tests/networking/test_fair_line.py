"""Who writes to SQLite waits in one line, and is served in the order of coming."""

import threading
import time

import pytest
from django.conf import settings
from django.db import OperationalError, connection, transaction

from accounts.models import User
from networking.sqlite.base import Line, line
from tests import factories


def test_the_first_to_come_is_the_first_to_go() -> None:
    one, order, waiting = Line(), [], []
    one.enter()

    def wait(number: int) -> None:
        one.enter()
        order.append(number)
        one.leave()

    for number in range(16):
        waiting.append(threading.Thread(target=wait, args=[number]))
        waiting[-1].start()
        while len(one._waiting) <= number:
            time.sleep(0.001)
    one.leave()
    for thread in waiting:
        thread.join()

    assert order == list(range(16))


def test_who_waits_too_long_leaves_the_line_to_the_others() -> None:
    one = Line()
    one.enter()

    with pytest.raises(OperationalError, match="locked"):
        one.enter(0.01)

    one.leave()
    one.enter(0.01)


if settings.ON_SQLITE:

    @pytest.mark.django_db(transaction=True)
    def test_every_end_of_a_transaction_lets_the_next_one_in(alice: User) -> None:
        class OnPurpose(Exception):
            pass

        with transaction.atomic(), transaction.atomic():
            alice.save()
            assert line._taken
        assert not line._taken
        with pytest.raises(OnPurpose), transaction.atomic():
            raise OnPurpose
        assert not line._taken
        User.objects.update(name="Alone")
        with pytest.raises(OperationalError), connection.cursor() as cursor:
            cursor.execute("INSERT INTO nowhere VALUES (1)")
        assert not line._taken

    @pytest.mark.django_db(transaction=True)
    def test_a_write_waits_for_the_transaction_of_another_thread(alice: User) -> None:
        began, done = threading.Event(), []

        def write() -> None:
            began.set()
            factories.make_user("bob@example.com")
            done.append("bob")
            connection.close()

        other = threading.Thread(target=write)
        with transaction.atomic():
            other.start()
            began.wait()
            time.sleep(0.05)
            assert done == []
        other.join()
        assert done == ["bob"]
