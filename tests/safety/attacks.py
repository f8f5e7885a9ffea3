"""What Bob sends to get at what is Alice's: her keys, names and signed tokens, wherever a page takes anything.

Nobody lists the fields. Bob opens each of his own pages, sends each form on it with one field changed, and also what a
page looks up in its address or form without showing it. A field that is added tomorrow is attacked tomorrow.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from accounts.models import User
from campaigns import drafts
from outcomes.models import FollowUp
from outcomes.writes.bulk import Done
from outcomes.writes.undo import state_before, state_of
from tests.safety.crowd import Crowd, email_of, name_of, profile_of
from tests.safety.html_forms import Box, Form, Page
from tests.safety.parameters import asked
from tests.safety.places import OWN_ADMINS, addresses, admin_address, admin_addresses
from tests.safety.worlds import rolled_back

HTMX = {"HX-Request": "true"}
WORD, HIS = "Zanzibarine", "Bobolink"
PK = 4_242_424
MOST_LINKS = 150
REACHES = re.compile("mail|link|url|address|^q$")
ADMINS_OWN = {"_popup", "_to_field", "_changelist_filters", "_source_model", "e", "p", "o", "all"}
ADDRESS = "account_address"  # would end the walk
Data = dict[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Attack:
    page: str
    what: str
    method: str
    url: str
    data: Data = field(default_factory=dict)
    uploads: tuple[str, ...] = ()
    htmx: bool = False
    who: str = "bob"

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.url} ({self.page}{', htmx' if self.htmx else ''}): {self.what}"

    def sent_by(self, client: Client) -> "Answer":
        file = spreadsheet if self.page.startswith("admin:") else connections_file
        data: dict[str, Any] = {**self.data, **{name: file() for name in self.uploads}}
        answer = getattr(client, self.method)(self.url, data, headers=HTMX if self.htmx else {})
        return Answer.of(answer)


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    location: str
    body: str
    said: str = ""
    raw: str = field(default="", compare=False, repr=False)
    error: str = field(default="", compare=False)

    @classmethod
    def of(cls, answer: HttpResponse | StreamingHttpResponse) -> "Answer":
        text = answer.getvalue().decode("utf-8", "replace")
        where = answer.get("Location", "") + answer.get("HX-Redirect", "")
        kept = getattr(getattr(answer, "wsgi_request", None), "_messages", None)
        return cls(
            status=answer.status_code,
            location=same_each_time(where),
            body=same_each_time(text),
            raw=text,
            error=repr(error[1]) if (error := getattr(answer, "exc_info", None)) else "",
            said=same_each_time("; ".join(str(one) for one in getattr(kept, "_queued_messages", ()))),
        )


CHANGES_BY_ITSELF = re.compile(
    r"(?P<csrf>(?<=csrfmiddlewaretoken\" value=\")\w+|(?<=X-CSRFToken\": \")\w+)"
    r"|(?P<signed>\.?[\w-]{8,}:[\w-]{5,8}:[\w-]{43})"
    r"|(?P<uuid>[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})"
    r"|(?P<new>\b9\d{6}\b)"
)


def same_each_time(text: str) -> str:
    """Without what differs between two equal answers: tokens, random keys, and the numbers of rows just made."""
    return CHANGES_BY_ITSELF.sub(lambda match: f"[{match.lastgroup}]", text)


def connections_file() -> SimpleUploadedFile:
    """As LinkedIn sends it; Alice's people stand in it."""
    lines = [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        f"{WORD},Quill,{profile_of(WORD)},{email_of(WORD)},{name_of(WORD)},Manager,05 Jul 2023",
    ]
    return SimpleUploadedFile("Connections.csv", "\n".join(lines).encode(), content_type="text/csv")


def spreadsheet() -> SimpleUploadedFile:
    """As the admin writes it, with her keys."""
    lines = [
        "id,name,given_name,family_name,company,position",
        f"{PK},{name_of(WORD)},{WORD},Quill,{name_of(WORD)},Manager",
    ]
    return SimpleUploadedFile("contacts.csv", "\n".join(lines).encode(), content_type="text/csv")


def tokens() -> dict[str, list[str]]:
    """By the field that they are sent in: what was signed for Alice."""
    hers = uuid.UUID(int=PK)
    keys = [drafts.Key(owner_id=PK, draft=hers, path="/people/new/").signed()]
    done = Done(joined=[PK + 2], follow_ups=[PK], left=[PK + 1], tagged=[PK], tag=PK + 3, tag_is_new=True)
    before = state_before([FollowUp(pk=PK, status="done", due_on=date(2026, 1, 2), closed_on=date(2026, 1, 3))])
    return {"draft": [hers.hex, *keys], "state": [before, state_of(done)]}


def points_at_a_row(box: Box) -> bool:
    numbers = [value for value in box.values if value.isdecimal()]
    if box.kind == "hidden":
        return bool(numbers) or not any(box.values)
    return box.kind in ("select", "multiple", "checkbox", "radio") and (bool(numbers) or not any(box.values))


def without_digits(name: str) -> str:
    """The lines of a formset take the same."""
    return re.sub(r"\d+", "#", name)


def words_of_hers() -> list[str]:
    return [name_of(WORD), email_of(WORD), profile_of(WORD)]


class Walk:
    """Bob's way through the house, in a world in which Alice does not exist."""

    def __init__(self, client: Client, crowd: Crowd) -> None:
        self.client, self.crowd = client, crowd
        self.tokens = tokens()
        self.seen: set[tuple[object, ...]] = set()
        self.found: list[Attack] = []

    def attacks(self) -> list[Attack]:
        queue = [*addresses(self.crowd), *admin_addresses(self.crowd)]
        links = 0
        for name, url in queue:
            for htmx in (False, True) if not name.startswith("admin:") else (False,):
                page = self.open(name, url, htmx=htmx)
                for link in page.links if not name.startswith("admin:") else []:
                    there = urljoin(url, link)
                    if links < MOST_LINKS and (known := self.new_link(there)):
                        queue.append((known, there))
                        links += 1
                for form in page.forms:
                    self.send_form(url, form, htmx=htmx)
            if "?" not in url:
                self.post_unshown(name, url)
        return self.found

    def new_link(self, url: str) -> str:
        """The name of the page that a link with a query leads to, the first time."""
        parts = urlsplit(url)
        if not parts.query or parts.netloc:
            return ""
        try:
            name = resolve(parts.path).url_name or ""
        except Resolver404:
            return ""
        return name if self.is_new("link", name, parts.query) else ""

    def is_new(self, *key: object) -> bool:
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    def open(self, name: str, url: str, *, htmx: bool) -> Page:
        """Its page, its attacks by address kept."""
        with rolled_back(), asked() as names:
            answer = self.client.get(url, headers=HTMX if htmx else {})
            text = answer.getvalue().decode("utf-8", "replace")
        self.keep(Attack(page=name, what="looks at it", method="get", url=url, htmx=htmx))
        here = dict(parse_qsl(urlsplit(url).query))
        for parameter in sorted(names - ADMINS_OWN) if not htmx else []:
            for value in self.values(parameter):
                data = {**{key: [kept] for key, kept in here.items()}, parameter: [value]}
                self.add(name, "get", url.partition("?")[0], parameter, value, data, htmx=htmx)
        if "html" not in answer.get("Content-Type", ""):
            return Page("")
        return Page(text)

    def values(self, name: str, box: Box | None = None) -> list[str]:
        if name in self.tokens:
            return self.tokens[name]
        if box and box.kind == "textarea":
            return words_of_hers() if REACHES.search(name) else [name_of(WORD)]
        if box and box.kind in ("date", "time"):
            return []
        if box and box.kind in ("select", "multiple", "radio", "checkbox", "number"):
            return [str(PK)]
        if box and box.takes_words:
            return words_of_hers() if REACHES.search(name) else [name_of(WORD)]
        return [str(PK)] if box else [str(PK), name_of(WORD)]

    def send_form(self, page_url: str, form: Form, *, htmx: bool) -> None:
        """By each of its buttons: what stands in it, and what is answered by another form."""
        for button, value, action in form.buttons or [("", "", "")]:
            url = urljoin(page_url, action or form.action or page_url)
            try:
                name = resolve(urlsplit(url).path).view_name
            except Resolver404:
                continue
            if urlsplit(url).netloc or (name != ADDRESS and name.startswith(("account_", "mfa_"))):
                continue
            # The admin's fields for days look like any text: there only what has words is given others.
            untouched = name.startswith("admin:") and not form.uploads
            filled = form.as_it_stands() if untouched else form.filled()
            whole = {**filled, **({button: [value]} if button else {})}
            method = "post" if form.method == "post" else "get"
            kinds = tuple(sorted({without_digits(one) for one in filled}))
            if self.is_new("form", name, method, kinds, button, value[:30], htmx):
                fully = not htmx and self.is_new("fully", name, method, kinds)
                self.attack_form(name, method, url, form, whole, htmx=htmx, fully=fully)

    def attack_form(
        self, name: str, method: str, url: str, form: Form, whole: Data, *, htmx: bool, fully: bool
    ) -> None:
        """Fully: each field by itself. With other buttons, and as htmx sends it, all at once will do."""
        uploads = tuple(form.uploads)
        first = Attack(page=name, what="sends the form", method=method, url=url, data=whole, uploads=uploads, htmx=htmx)
        names, status = self.send_first(first)
        if status == 422 and not name.startswith("admin:"):  # "Some words" are no year
            whole = {**whole, **form.sparse()}
            again, _ = self.send_first(replace(first, what="sends as little as it may", data=whole))
            names |= again
        unshown = sorted(names - set(whole))
        for field_name in [*whole, *unshown] if fully else []:
            if field_name.endswith("_FORMS"):
                continue
            box = form.boxes.get(field_name)
            if name.startswith("admin:") and (
                box is None or not (points_at_a_row(box) or box.kind in ("url", "email"))
            ):
                continue  # the admin's own words, and texts, which all at once will do for
            for value in self.values(field_name, box):
                self.add(name, method, url, field_name, value, {**whole, field_name: [value]}, uploads, htmx=htmx)
        if fully:
            self.with_a_name_of_his(name, method, url, form, whole)
        for token in ({}, *({key: [one]} for key in self.tokens.keys() & whole.keys() for one in self.tokens[key])):
            self.all_at_once(name, method, url, form, whole, token, htmx=htmx)

    def send_first(self, attack: Attack) -> tuple[set[str], int]:
        """What was looked up in it, and the answer's status; the forms that answer it are attacked as well."""
        self.keep(attack)
        with rolled_back(), asked() as names:
            answer = attack.sent_by(self.client)
        asks = answer.status in (200, 422) and attack.method == "post"
        for form in Page(answer.raw).forms if asks else []:
            self.send_form(attack.url, form, htmx=attack.htmx)
        return names, answer.status

    def with_a_name_of_his(self, name: str, method: str, url: str, form: Form, whole: Data) -> None:
        """Somebody of that name is known: what is asked then takes an answer."""
        known = {
            one: [name_of(HIS)]
            for one, box in form.boxes.items()
            if (box.kind == "text" and "name" in one) or one == "person"
        }
        if not known:
            return
        data = {**whole, **known}
        names, _ = self.send_first(Attack(page=name, what="sends a known name", method=method, url=url, data=data))
        for field_name in sorted(names - set(form.boxes)):
            for value in self.values(field_name):
                self.add(name, method, url, f"{field_name} for a known name", value, {**data, field_name: [value]})

    def all_at_once(
        self, name: str, method: str, url: str, form: Form, whole: Data, token: Data, *, htmx: bool
    ) -> None:
        """Her key in each field that takes one, and her name beside it; for each choice of an action."""
        hers: Data = {}
        for field_name, box in form.boxes.items():
            if field_name in self.tokens or field_name.endswith("_FORMS") or field_name == "version":
                continue
            if points_at_a_row(box):
                hers[field_name] = [str(PK)]
            elif box.kind in ("email", "url"):
                hers[field_name] = [email_of(WORD) if box.kind == "email" else profile_of(WORD)]
            elif box.kind in ("text", "search") and (whole.get(field_name, [""])[0] or not name.startswith("admin:")):
                hers[field_name] = [name_of(WORD)]
        if hers:
            options = form.boxes["action"].values if "action" in form.boxes else [""]
            for option in options:
                data = {**whole, **hers, **token, **({"action": [option]} if option else {})}
                what = f"all at once {option} {sorted(token)}"
                self.keep(Attack(page=name, what=what, method=method, url=url, data=data, htmx=htmx))

    def post_unshown(self, name: str, url: str) -> None:
        """To pages whose form stands nowhere, or is made by a script."""
        if name.startswith(("admin:", "account")):
            return
        with rolled_back(), asked() as names:
            self.client.post(url)
        self.keep(Attack(page=name, what="sends nothing", method="post", url=url))
        for field_name in sorted(names):
            for value in self.values(field_name):
                self.add(name, "post", url, field_name, value, {field_name: [value]})

    def add(
        self, name: str, method: str, url: str, field_name: str, value: str, data: Data, uploads: tuple[str, ...] = (),
        *, htmx: bool = False,
    ) -> None:  # fmt: skip
        kinds = frozenset(map(without_digits, data)) if method == "post" else None
        if not self.is_new(name, method, without_digits(field_name), value, kinds, htmx):
            return
        what = f"{field_name} = {value[:40]!r}"
        self.keep(Attack(page=name, what=what, method=method, url=url, data=data, uploads=uploads, htmx=htmx))

    def keep(self, attack: Attack) -> None:
        self.found.append(attack)


def by_address(hers: Iterable[tuple[str, str]]) -> Iterator[Attack]:
    """Her pages, asked for by their own addresses."""
    for name, url in hers:
        if re.search(r"\d{7}", url):
            for method in ("get", "post"):
                yield Attack(page=name, what="her page", method=method, url=url)


def by_others() -> Iterator[Attack]:
    """Who has no campaign yet; and Bob, whose form another site sends, without the token."""
    for url in ("/", "/people/", "/campaign/"):
        yield Attack(page="first visit", what="looks at it", method="get", url=url, who="carol")
    for key in tokens()["draft"]:
        yield Attack(
            page="no token", what="draft", method="post", url="/people/new/", data={"draft": [key]}, who="forged"
        )


def through_the_admin() -> Iterator[Attack]:
    """Lookups and pages of the admin that no form shows."""
    lookups = ("contact__id__exact", "company__id__exact", "tags__id__exact", "campaign__id__exact", "skill__id__exact")
    guesses = (
        "campaign__owner__email__startswith",
        "contact__name__startswith",
        "campaign__owner__password__startswith",
    )
    for model, page in OWN_ADMINS.items():
        label, url = f"admin:{model._meta.label_lower}", admin_address(model, "changelist")
        for lookup in (*lookups, *(str(one) for one in page.get_list_filter(None) if isinstance(one, str))):
            yield Attack(page=label, what=lookup, method="get", url=url, data={lookup: [str(PK)]})
        for guess in guesses:
            yield Attack(page=label, what=guess, method="get", url=url, data={guess: ["a"]})
        for term in ("", WORD):
            yield Attack(page=label, what=f"search {term}", method="get", url=url, data={"q": [term], "o": ["1"]})
        for kind in ("change", "delete", "history"):
            here = admin_address(model, kind, PK if model._meta.pk.name != "key" else uuid.UUID(int=PK))
            yield Attack(page=label, what=f"her {kind}", method="get", url=here)
            yield Attack(page=label, what=f"her {kind}", method="post", url=here, data={"post": ["yes"]})
        for column in model._meta.get_fields():
            if (
                column.is_relation and column.concrete and column.related_model is not User
            ):  # accounts are staff's to see
                asks = {
                    "app_label": model._meta.app_label,
                    "model_name": model._meta.model_name,
                    "field_name": column.name,
                }
                data = {**{key: [str(value)] for key, value in asks.items()}, "term": [WORD]}
                yield Attack(
                    page=label,
                    what=f"autocomplete {column.name}",
                    method="get",
                    url=reverse("admin:autocomplete"),
                    data=data,
                )
