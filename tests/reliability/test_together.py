"""Sixteen writers at once: no error, and the copies on the contacts are right afterwards. Twice at once is once."""

import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from tests.reliability.conftest import Answer, Server, Visitor, new_name
from tests.reliability.databases import counted

WRITERS = 16
ROUNDS = int(os.environ.get("ROUNDS", "3"))


def at_once(*tasks: Callable[[], Answer]) -> list[Answer]:
    """All of them from one starting line."""
    line = threading.Barrier(len(tasks))
    answers: list[Answer] = []

    def run(task: Callable[[], Answer]) -> None:
        line.wait()
        answers.append(task())

    threads = [threading.Thread(target=run, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def new_person(visitor: Visitor, name: str) -> str:
    answer = visitor.post("/people/new/", visitor.form("/people/new/") | {"name": name})
    assert answer.status == 302, answer.body
    return answer.location


def test_sixteen_writers_meet_no_error(server: Server, marta: Visitor) -> None:
    person = new_person(marta, new_name())
    before = counted(server.env)
    clients = [marta.twin() for _ in range(WRITERS)]

    for _ in range(ROUNDS):
        forms = [client.form("/people/new/") for client in clients]
        tasks = [
            partial(client.post, "/people/new/", form | {"name": new_name()})
            for client, form in zip(clients, forms, strict=True)
        ]
        assert {answer.status for answer in at_once(*tasks)} == {302}
        touches = [client.form(f"{person}touch/") for client in clients]
        tasks = [
            partial(client.post, f"{person}touch/", form | {"text": new_name()})
            for client, form in zip(clients, touches, strict=True)
        ]
        assert {answer.status for answer in at_once(*tasks)} == {302}

    new = counted(server.env) - before
    assert new["contacts.Contact"] == new["meetings.Touch"] == WRITERS * ROUNDS
    server.manage("check_standing")


TODAY = datetime.now(tz=UTC).date().isoformat()
CREATING = {
    "/people/new/": ({"name": ""}, "contacts.Contact"),
    "{person}invite/": ({"ask": "How plants are staffed"}, "meetings.Invitation"),
    "{person}touch/": ({"text": "Wrote to say hello"}, "meetings.Touch"),
    "/meetings/new/?contact={pk}": ({"purpose_kind": "acquaint", "day": TODAY}, "meetings.Meeting"),
    "/meetings/log/?contact={pk}": ({"remember": "Nights at 22"}, "meetings.Meeting"),
    "/follow-ups/new/?contact={pk}": ({"text": "Send the summary", "due_on": TODAY}, "outcomes.FollowUp"),
    "/pitch/card/": ({"text": "", "ask": "Whom should I ask?"}, "pitch.PitchVersion"),
    "/pitch/one-to-one/": ({"text": ""}, "pitch.PitchVersion"),
    "/pitch/stories/new/": ({"title": ""}, "pitch.Story"),
    "/research/new/": ({"text": ""}, "research.Question"),
}


@pytest.mark.parametrize("path", CREATING)
def test_a_form_posted_twice_at_once_creates_one_row(server: Server, marta: Visitor, path: str) -> None:
    """ROUNDS=100 makes the long run. An empty field is filled anew: the same words again would be asked about."""
    fields, model = CREATING[path]
    people = [new_person(marta, new_name()) for _ in range(ROUNDS)]
    before = counted(server.env)
    for person in people:
        address = path.format(person=person, pk=person.strip("/").split("/")[-1])
        form = marta.form(address) | {name: value or new_name() for name, value in fields.items()}
        answers = at_once(*(partial(marta.twin().post, address, form) for _ in range(2)))

        assert [answer.status for answer in answers] == [302, 302], answers[0].body
        assert len({answer.location for answer in answers}) == 1

    assert (counted(server.env) - before)[model] == ROUNDS
