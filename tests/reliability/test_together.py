"""Sixteen writers at once: no error, and the copies on the contacts are right afterwards. Twice at once is once."""

import os
import threading
from collections.abc import Callable
from functools import partial

import pytest

from tests.reliability.conftest import Answer, Server, Visitor

WRITERS = 16
ROUNDS = int(os.environ.get("ROUNDS", "6"))


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


def counted(server: Server, model: str) -> int:
    app, name = model.split(".")
    code = f"from {app}.models import {name}; print({name}.objects.count())"
    return int(server.python(code).strip().splitlines()[-1])


def new_person(visitor: Visitor, name: str) -> str:
    answer = visitor.post("/people/new/", visitor.form("/people/new/") | {"name": name})
    assert answer.status == 302, answer.body
    return answer.location


def test_sixteen_writers_meet_no_error(server: Server, marta: Visitor) -> None:
    person = new_person(marta, "Tove Marrick")
    clients = [marta.twin() for _ in range(WRITERS)]

    for turn in range(ROUNDS):
        forms = [client.form("/people/new/") for client in clients]
        tasks = [
            partial(client.post, "/people/new/", form | {"name": f"Writer{n} Turn{turn}"})
            for n, (client, form) in enumerate(zip(clients, forms, strict=True))
        ]
        assert {answer.status for answer in at_once(*tasks)} == {302}
        touches = [client.form(f"{person}touch/") for client in clients]
        tasks = [
            partial(client.post, f"{person}touch/", form | {"text": "Wrote"})
            for client, form in zip(clients, touches, strict=True)
        ]
        assert {answer.status for answer in at_once(*tasks)} == {302}

    assert counted(server, "contacts.Contact") == 1 + WRITERS * ROUNDS
    assert counted(server, "meetings.Touch") == WRITERS * ROUNDS
    server.manage("check_standing")


CREATING = {
    "/people/new/": ({"name": "Desmond Achterby"}, "contacts.Contact"),
    "{person}invite/": ({"ask": "How plants are staffed"}, "meetings.Invitation"),
    "{person}touch/": ({"text": "Wrote to say hello"}, "meetings.Touch"),
    "/meetings/new/?contact={pk}": ({"purpose_kind": "acquaint", "ask_kind": ""}, "meetings.Meeting"),
    "/meetings/log/?contact={pk}": ({"remember": "Nights at 22"}, "meetings.Meeting"),
    "/follow-ups/new/?contact={pk}": ({"text": "Send the summary"}, "outcomes.FollowUp"),
    "/pitch/stories/new/": ({"title": "The night-shift vote"}, "pitch.Story"),
}


@pytest.mark.parametrize("path", CREATING)
def test_a_form_posted_twice_at_once_creates_one_row(server: Server, marta: Visitor, path: str) -> None:
    fields, model = CREATING[path]
    for turn in range(ROUNDS):
        person = new_person(marta, f"Person{turn} Number{turn}")
        address = path.format(person=person, pk=person.strip("/").split("/")[-1])
        before = counted(server, model)
        form = marta.form(address) | fields
        answers = at_once(*(partial(marta.twin().post, address, form) for _ in range(2)))

        assert [answer.status for answer in answers] == [302, 302], answers[0].body
        assert len({answer.location for answer in answers}) == 1
        assert counted(server, model) == before + 1
