"""Whether Bob's world is the same with Alice in it: every answer to every attack, and every row that it leaves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any
from unittest import mock

from allauth.account.models import EmailAddress
from django.test import Client
from django.test.signals import template_rendered

from accounts.models import User
from tests import factories
from tests.factories import DAY
from tests.safety.attacks import Answer, Attack, same_each_time
from tests.safety.by_hand import (
    after_her,
    by_address,
    by_others,
    by_scenes,
    her_words,
    in_quick_search,
    through_the_admin,
    with_keys_of_his_own,
)
from tests.safety.cast import Crowd
from tests.safety.crowd import crowd
from tests.safety.hers import HIS, PK, WORD
from tests.safety.places import addresses
from tests.safety.scenes import SCENES
from tests.safety.walk import Walk
from tests.safety.worlds import HER_ROWS_FROM, HIS_ROWS_FROM, NEW_ROWS_FROM, number_new_rows_from, rolled_back, rows_of

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Posted


@dataclass(frozen=True, kw_only=True)
class Outcome:
    answer: Answer
    rows: str


def sorted_text(rows: dict[str, list[Any]]) -> str:
    return "\n".join(f"{label}: {same_each_time(repr(row))}" for label, some in rows.items() for row in some)


def unheard(*args: object, **named: object) -> None:
    """Who would hear what was rendered."""


class StaysSignedIn(Client):
    """What an answer does to the cookies is undone with all else that it did. No template is watched: that is slow."""

    kept: SimpleCookie | None = None

    def request(self, **request: Any) -> "Posted":
        self.cookies = SimpleCookie({name: one.value for name, one in self.kept.items()}) if self.kept else self.cookies
        with mock.patch.object(template_rendered, "connect", unheard):
            return super().request(**request)


def signed_in(user: User, **options: Any) -> StaysSignedIn:
    """In a browser that stays so."""
    client = StaysSignedIn(raise_request_exception=False, **options)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.kept = client.cookies
    return client


class Siege:
    """Bob attacks: first alone in the house, to see how it answers where nothing is to be had; then with Alice.

    Who compares something else has no use for the first (`alone`).
    """

    def __init__(self, *, alone: bool = True) -> None:
        self.bob = factories.make_user("bob@example.com", name="Bob Baker", is_staff=True, is_superuser=True)
        number_new_rows_from(HIS_ROWS_FROM)
        self.his = crowd(self.bob, HIS, meets=WORD)
        list(addresses(self.his))  # makes what the crowd has not got, before new rows are numbered
        carol = factories.make_user("carol@example.com")
        self.clients = {
            "bob": signed_in(self.bob), "carol": signed_in(carol),
            "forged": signed_in(self.bob, enforce_csrf_checks=True), "anew": signed_in(self.bob),
        }  # fmt: skip
        self.prepare(self.clients["bob"])
        with rolled_back():
            _, hers = self.alice_comes()
        number_new_rows_from(NEW_ROWS_FROM)
        walk = Walk(self.clients["bob"], self.his)
        walked = walk.attacks()
        by_hand = (
            *by_address(hers, walk.parameters),
            *after_her(hers),
            *through_the_admin(),
            *by_others(),
            *by_scenes(),
            *her_words(self.bob),
            *in_quick_search(),
        )
        self.attacks = [*walked, *by_hand]
        if not alone:  # such a key is taken where there is no such draft
            self.attacks += with_keys_of_his_own(self.bob)
        self.his_before = sorted_text(rows_of(self.his.campaign))
        self.alone = [self.outcome(attack) for attack in self.attacks] if alone else []
        self.hers, _ = self.alice_comes()
        number_new_rows_from(NEW_ROWS_FROM)
        self.hers_before = rows_of(self.hers.campaign)

    def prepare(self, client: StaysSignedIn) -> None:
        """He has just typed his password, and is asked about somebody of his address book: his session keeps both."""
        client.kept = None
        client.post("/account/confirm/", {"password": factories.PASSWORD})
        client.get("/people/choose/?from=book")
        client.kept = client.cookies

    def alice_comes(self) -> tuple[Crowd, list[tuple[str, str]]]:
        """With the addresses of her pages: the same ones each time. Dora, whose day off it is, comes along."""
        number_new_rows_from(HER_ROWS_FROM)
        alice = factories.make_user("alice@example.com", pk=PK, name=f"{WORD} Archer")
        EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
        hers = crowd(alice, WORD, pk=PK)
        factories.make_campaign(owner=factories.make_user("dora@example.com")).pauses.create(from_day=DAY, to_day=DAY)
        return hers, list(addresses(hers))

    def outcome(self, attack: Attack) -> Outcome:
        with rolled_back() as written:
            answer = self.send(attack)
            return Outcome(answer=replace(answer, raw=""), rows=self.his_rows(answer, written))

    def his_rows(self, answer: Answer, written: list[str]) -> str:
        changed = written and answer.status != 500
        return sorted_text(rows_of(self.his.campaign)) if changed else self.his_before

    def send(self, attack: Attack) -> Answer:
        SCENES[attack.scene](self.his.campaign)
        return attack.sent_by(self.clients[attack.who])

    def leaves(self, attack: Attack) -> tuple[Answer, str, str]:
        """The answer, and the rows of both as it leaves them."""
        with rolled_back() as written:
            answer = self.send(attack)
            hers = sorted_text(rows_of(self.hers.campaign)) if written and answer.status != 500 else ""
            return replace(answer, raw=""), self.his_rows(answer, written), hers

    def finds(self, attack: Attack, alone: Outcome) -> Iterator[str]:
        """What of Alice's shows in the answer or in Bob's rows, and whether anything of hers was changed.

        `alone`: how it ends where nothing of hers can show.
        """
        with rolled_back() as written:
            answer = self.send(attack)
            if answer.status == 500:
                yield f"{attack}\n  breaks: {answer.error}"
                return
            if (answer.status, answer.location) != (alone.answer.status, alone.answer.location):
                was = f"{alone.answer.status} {alone.answer.location}"
                yield f"{attack}\n  answers {answer.status} {answer.location} instead of {was}"
            elif answer.said != alone.answer.said:
                yield f"{attack}\n  says {answer.said} instead of {alone.answer.said}"
            elif answer.body != alone.answer.body:
                yield f"{attack}\n  shows {difference(alone.answer.body, answer.body)}"
            rows = self.his_rows(answer, written)
            if rows != alone.rows:
                yield f"{attack}\n  writes {difference(alone.rows, rows)}"
            if written and rows_of(self.hers.campaign) != self.hers_before:
                yield f"{attack}\n  changes what is Alice's"


def difference(before: str, after: str) -> str:
    lines = [
        line
        for line in unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
        if line[:2] not in ("--", "++", "@@")
    ]
    return " ⏎ ".join(line.strip()[:160] for line in lines[:6])
