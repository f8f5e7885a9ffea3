"""Law 5: two posts at once of any act do what one does, and are answered like one."""

import json
import os
import re
from collections import Counter
from functools import partial
from urllib.parse import urlsplit

from tests.reliability.conftest import Answer, Server, Visitor
from tests.reliability.databases import counted
from tests.reliability.test_together import at_once
from tests.safety.html_forms import Form, Page

ROUNDS = int(os.environ.get("ROUNDS", "2"))
REPLACES = {"message_template", "week"}
"""Saved again, it takes the place of what was saved before: no row is more than there were the first time."""

TOKEN = "csrfmiddlewaretoken"


def page_of(visitor: Visitor, url: str, said: dict[str, str]) -> str:
    """Where the form of this act stands: at its own address, or where that asks first, or on the page above it."""
    own = visitor.get(url)
    if own.status == 405:
        own = visitor.get(urlsplit(url).path.rsplit("/", 2)[0] + "/")
    elif own.status == 302 and "picked" in said:
        own = visitor.post(url, {name: said[name] for name in ("picked", TOKEN)})
    return own.body if own.status == 200 else ""


def form_at(visitor: Visitor, url: str, said: dict[str, str]) -> dict[str, str]:
    """What a browser would send from that form, with what is said in it."""
    here = urlsplit(url).path
    forms = [
        form
        for form in Page(page_of(visitor, url, said)).forms
        if form.method == "post" and form.id != "start-over" and urlsplit(form.action).path in ("", here)
    ]

    def fits(form: Form) -> tuple[bool, int]:
        return any((name, value) in said.items() for name, value, _ in form.buttons), len(form.boxes)

    stands = max(forms, key=fits).as_it_stands() if forms else {}
    return {name: values[0] for name, values in stands.items() if values} | said


def test_whatever_is_pressed_twice_at_once_is_done_once(server: Server, marta: Visitor) -> None:
    token = re.search(rf'name="{TOKEN}" value="(\w+)"', marta.get("/campaign/").body)
    assert token
    code = f"import json\nfrom tests.reliability.acts import prepared\nprint(json.dumps(list(prepared({ROUNDS + 1}))))"
    acts = json.loads(server.python(code).splitlines()[-1])
    wrong, refused, done = [], set(), 0
    for what, posts in acts:
        changed: list[Counter[str]] = []
        answers: list[list[Answer]] = []
        for place, (url, said) in enumerate(posts):
            fields = form_at(marta, url, said | {TOKEN: token[1]})
            before = counted(server.env)
            answers.append(at_once(*(partial(marta.twin().post, url, fields) for _ in range(2 if place else 1))))
            after = counted(server.env)
            after.subtract(before)
            changed.append(Counter({table: number for table, number in after.items() if number}))
        (one,), twice = answers[0], answers[1:]
        if one.status == 405:
            continue
        done += 1
        if one.status >= 400:
            refused.add(f"{what}: {one.status}")
        if any(answer.status != one.status for pair in twice for answer in pair):
            wrong.append(f"{what}: {[[answer.status for answer in pair] for pair in twice]}, once {one.status}")
        if any(first.location != other.location for first, other in twice):
            wrong.append(f"{what}: {[[answer.location for answer in pair] for pair in twice]}")
        if any(change - changed[0] if what.split()[0] in REPLACES else change != changed[0] for change in changed[1:]):
            wrong.append(f"{what}: once {dict(changed[0])}, twice {[dict(change) for change in changed[1:]]}")

    assert wrong == [], "\n".join(wrong)
    assert refused == set()
    assert done > 50
    server.manage("check_standing")
