"""Whether Bob's world is the same with Alice in it: every answer to every attack, and every row that it leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any
from unittest import mock

from django.test import Client

from tests import factories
from tests.safety.attacks import PK, WORD, Answer, Attack, Walk, by_address, same_each_time, through_the_admin
from tests.safety.crowd import Crowd, crowd
from tests.safety.places import addresses
from tests.safety.worlds import number_new_rows_from, rolled_back, rows_of

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Posted


@dataclass(frozen=True, kw_only=True)
class Outcome:
    answer: Answer
    rows: str


def sorted_text(rows: dict[str, list[Any]]) -> str:
    return "\n".join(f"{label}: {same_each_time(repr(row))}" for label, some in rows.items() for row in some)


class StaysSignedIn(Client):
    """What an answer does to the cookies is undone with all else that it did. No context is copied: that is slow."""

    kept: SimpleCookie | None = None

    def request(self, **request: Any) -> "Posted":
        self.cookies = SimpleCookie({name: one.value for name, one in self.kept.items()}) if self.kept else self.cookies
        with mock.patch("django.test.client.store_rendered_templates"):
            return super().request(**request)


class Siege:
    """Bob attacks: first alone in the house, to see how it answers where nothing is to be had; then with Alice."""

    def __init__(self) -> None:
        self.bob = factories.make_user("bob@example.com", name="Bob Baker", is_staff=True, is_superuser=True)
        self.his = crowd(self.bob, "Bobolink", meets=WORD)
        self.client = StaysSignedIn(raise_request_exception=False)
        self.client.force_login(self.bob, backend="django.contrib.auth.backends.ModelBackend")
        self.client.kept = self.client.cookies
        number_new_rows_from()
        with rolled_back():
            hers = list(addresses(self.alice_comes()))
        self.attacks = [*Walk(self.client, self.his).attacks(), *by_address(hers), *through_the_admin()]
        self.alone = [self.outcome(attack) for attack in self.attacks]
        self.hers = self.alice_comes()
        self.hers_before = rows_of(self.hers.campaign)

    def alice_comes(self) -> Crowd:
        alice = factories.make_user("alice@example.com", pk=PK, name=f"{WORD} Archer")
        return crowd(alice, WORD, pk=PK)

    def outcome(self, attack: Attack) -> Outcome:
        with rolled_back():
            answer = attack.sent_by(self.client)
            broken = answer.status == 500
            writes = attack.method != "get" and not broken
            return Outcome(answer=answer, rows=sorted_text(rows_of(self.his.campaign)) if writes else "")

    def finds(self, attack: Attack, alone: Outcome) -> Iterator[str]:
        """What of Alice's shows in the answer or in Bob's rows, and whether anything of hers was changed."""
        with rolled_back():
            answer = attack.sent_by(self.client)
            if answer.status == 500:
                yield f"{attack}\n  breaks"
                return
            if (answer.status, answer.location) != (alone.answer.status, alone.answer.location):
                was = f"{alone.answer.status} {alone.answer.location}"
                yield f"{attack}\n  answers {answer.status} {answer.location} instead of {was}"
            elif answer.body != alone.answer.body:
                yield f"{attack}\n  shows {difference(alone.answer.body, answer.body)}"
            if attack.method != "get":
                rows = sorted_text(rows_of(self.his.campaign))
                if rows != alone.rows:
                    yield f"{attack}\n  writes {difference(alone.rows, rows)}"
            if rows_of(self.hers.campaign) != self.hers_before:
                yield f"{attack}\n  changes what is Alice's"


def difference(before: str, after: str) -> str:
    lines = [
        line
        for line in unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
        if line[:2] not in ("--", "++", "@@")
    ]
    return " ⏎ ".join(line.strip()[:160] for line in lines[:6])
