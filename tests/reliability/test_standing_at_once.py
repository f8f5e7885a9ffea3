"""Two kinds of evidence written at once leave no stale copy on the contact (law 3)."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import permutations

import pytest
from django.db import connection, connections

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.purpose import PurposeKind
from meetings.rules.touch import Direction
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.writes import asking, follow_ups, people, planning
from relationships.writes.standing import out_of_step
from tests import factories

TODAY = date(2026, 11, 23)
ROUNDS = int(os.environ.get("ROUNDS", "100" if connection.vendor == "postgresql" else "10"))
PAIRS = list(permutations(range(6), 2))


def kinds(contact: Contact) -> list[Callable[[], object]]:
    """Something of each kind for one person; each reads the person anew, as a request does."""

    def again() -> Contact:
        return Contact.objects.get(pk=contact.pk)

    def done() -> None:
        follow_ups.done(FollowUp.objects.open().filter(contact=contact), TODAY)

    due = TODAY + timedelta(days=2)
    return [
        lambda: planning.touch(again(), today=TODAY, day=TODAY, direction=Direction.RECEIVED.value),
        lambda: follow_ups.add_follow_up(again(), FollowUpKind.PROMISE, "Send the plan", due, today=TODAY),
        lambda: people.share(again(), "Both row", TODAY),
        lambda: planning.plan(again(), today=TODAY, day=due, purpose_kind=PurposeKind.ACQUAINT),
        lambda: asking.invite(again(), sent_on=TODAY, today=TODAY),
        done,
    ]


def at_once(*tasks: Callable[[], object]) -> None:
    """All from one starting line; what one raises is raised here."""
    line = threading.Barrier(len(tasks))

    def run(task: Callable[[], object]) -> None:
        try:
            line.wait()
            task()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(tasks)) as pool:
        for future in [pool.submit(run, task) for task in tasks]:
            future.result()


@pytest.mark.django_db(transaction=True)
def test_two_kinds_of_evidence_written_at_once_leave_no_stale_copy() -> None:
    campaign: Campaign = factories.make_campaign()
    for number in range(ROUNDS):
        tasks = kinds(factories.make_contact(campaign))
        first, second = PAIRS[number % len(PAIRS)]

        at_once(tasks[first], tasks[second])

        if number % 20 == 19:
            assert not list(out_of_step()), (first, second)
    assert not list(out_of_step())
