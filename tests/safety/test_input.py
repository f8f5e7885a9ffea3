"""Whatever is sent, a page answers with a sentence: never an error of the server, and never a NUL to the database."""

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client

from accounts.models import User
from tests.addresses import PAGES
from tests.safety.cast import Crowd
from tests.safety.crowd import crowd
from tests.safety.hers import without_digits
from tests.safety.html_forms import Form, Page
from tests.safety.isolation import signed_in
from tests.safety.parameters import asked
from tests.safety.places import addresses, admin_addresses
from tests.safety.worlds import rolled_back

# As they stand in an address, or in a form as browsers send it.
HOSTILE = {
    "NUL": "%00",
    "lone surrogate": "%ED%A0%80",
    "no UTF-8": "%FF%FE",
    "bidi controls": "%E2%80%AE%E2%81%A6%E2%80%8F",
    "far page": "99999999",
    "page before the first": "-1",
    "another table": "owner__password",
    "huge number": "9" * 40,
    "percent signs": "%25%25s%25(x)s%7B0%7D",
    "brackets": "%5B%5D%7B%7D%3C%3E%22%27%60%3B--",
    "long": "x" * 20_000,
    "exponent": "1e400",
    "arabic digits": "%D9%A3%D9%A4",
    "superscript": "%C2%B2",
}
EVERYWHERE = (
    "page",
    "sort",
    "dir",
    "q",
    "where",
    "company",
    "tag",
    "contact",
    "draft",
    "next",
    "show",
    "tab",
    "view",
    "day",
)
REFUSALS = {400, 404, 405, 413}
SENTENCES = {200, 204, 302, 304, 400, 403, 404, 405, 409, 413, 422}
URLENCODED = "application/x-www-form-urlencoded"


@pytest.fixture
def hers(alice: User) -> Crowd:
    alice.is_staff = True
    alice.save()
    return crowd(alice, "Tove")


@pytest.fixture
def browser_of_hers(hers: Crowd, alice: User) -> Client:
    client = signed_in(alice)
    client.get("/")  # opens the day, once for all that follows
    return client


@pytest.fixture(autouse=True)
def as_postgresql(db: None) -> Iterator[None]:
    """What PostgreSQL takes in no text, SQLite refuses here too."""

    def strict(
        execute: Callable[..., object], sql: str, params: Iterable[Iterable[object]] | None, many: bool, context: object
    ) -> object:
        for row in params if many and params else [params or ()]:
            for value in row.values() if isinstance(row, dict) else row:
                text = value if isinstance(value, str) else ""
                if "\0" in text or "\\u0000" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
                    raise ValueError("A text that PostgreSQL does not take")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(strict):
        yield


def places(hers: Crowd) -> list[str]:
    visitors = [address.url(None) for address in PAGES if address.public() and not address.parts]
    return [url for _, url in [*addresses(hers, of_first=True), *admin_addresses(hers)]] + visitors


def body(form: Form, **changed: str) -> str:
    pairs = [(name, quote(value)) for name, values in form.filled().items() if name not in changed for value in values]
    return "&".join(f"{quote(name)}={value}" for name, value in [*pairs, *changed.items()])


@pytest.mark.siege
def test_no_address_breaks_a_page(browser_of_hers: Client, hers: Crowd) -> None:
    broken = []

    def send(url: str, what: str, query: str) -> set[str]:
        """The names that were looked up in it."""
        with rolled_back(), asked() as names:
            status = browser_of_hers.get(f"{url}?{query}").status_code
        if status not in SENTENCES:
            broken.append(f"{status} {url}?{query[:80]} ({what})")
        return names

    for url in places(hers):
        names = send(url, "nothing", "")
        for what, value in HOSTILE.items():
            all_at_once = "&".join(f"{name}={value}" for name in sorted(names | set(EVERYWHERE)))
            looked_up = send(url, what, all_at_once)
            if what in ("another table", "huge number", "superscript"):  # one may stand in the way of another
                for name in sorted(names | looked_up):
                    send(url, what, f"{name}={value}")

    assert broken == [], "\n".join(broken)


@pytest.mark.siege
def test_no_form_breaks_a_page(browser_of_hers: Client, hers: Crowd) -> None:
    broken, sent, seen = [], 0, set()
    for url in places(hers):
        answer = browser_of_hers.get(url)
        forms = Page(answer.getvalue().decode()).forms if "html" in answer.get("Content-Type", "") else []
        for form in forms:
            action = form.action or url
            key = (without_digits(action), frozenset(map(without_digits, form.boxes)))
            if form.method != "post" or key in seen:
                continue
            seen.add(key)
            for what, value in HOSTILE.items():
                with rolled_back():
                    data = body(form, **dict.fromkeys(form.boxes, value))
                    status = browser_of_hers.post(action, data, content_type=URLENCODED).status_code
                sent += 1
                if status not in SENTENCES:
                    broken.append(f"{status} {action} ({what})")
            for name in {without_digits(name): name for name in form.boxes}.values():
                with rolled_back():
                    data = body(form, **{name: "9" * 40})
                    status = browser_of_hers.post(action, data, content_type=URLENCODED).status_code
                if status not in SENTENCES:
                    broken.append(f"{status} {action} ({name})")

    assert broken == [], "\n".join(broken)
    assert sent > 500


TOO_MUCH = [("text", "DATA_UPLOAD_MAX_MEMORY_SIZE"), ("a=1&b", "DATA_UPLOAD_MAX_NUMBER_FIELDS")]


@pytest.mark.parametrize(("name", "setting"), TOO_MUCH, ids=["a field beyond the limit", "more fields than the limit"])
def test_too_much_is_refused(
    name: str, setting: str, browser_of_hers: Client, hers: Crowd, settings: LazySettings
) -> None:
    """At a limit that few bytes break: ten megabytes for each page would fill the memory."""
    setattr(settings, setting, 1)
    taken = []
    for url in set(places(hers)) - {"/account/sign-out/"}:
        with rolled_back():
            if browser_of_hers.post(url, f"{name}=words", content_type=URLENCODED).status_code not in REFUSALS:
                taken.append(url)

    assert taken == []


@pytest.mark.parametrize("data", ["text=" + "x" * 10 * 1024 * 1024, "a=1&" * 5_000], ids=["10 MB", "5,000 fields"])
def test_the_limits_are_lower_than_too_much(data: str, browser_of_hers: Client) -> None:
    assert browser_of_hers.post("/people/new/", data, content_type=URLENCODED).status_code in REFUSALS


def test_too_many_parameters_are_refused(browser_of_hers: Client, hers: Crowd) -> None:
    assert browser_of_hers.get("/people/?" + "a=1&" * 5_000).status_code == 400
    assert browser_of_hers.get("/people/?" + "q=" + "x" * 5_000_000).status_code in SENTENCES


def test_a_nul_is_refused_with_a_sentence(browser_of_hers: Client, hers: Crowd) -> None:
    answer = browser_of_hers.get("/people/?q=%00")

    assert (answer.status_code, b"We cannot read that request" in answer.content) == (400, True)
    for url, typed in (("/people/new/", {"name": "Tove\0Marrick"}), ("/drafts/", {"na\0me": "Tove"})):
        assert browser_of_hers.post(url, typed).status_code == 400


@pytest.fixture
def nul_gets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first request on: a browser keeps the middleware that it met."""
    monkeypatch.setattr("networking.middleware.NoNulMiddleware.process_view", lambda *args: None)


def test_a_page_that_breaks_is_noticed(nul_gets_in: None, browser_of_hers: Client, hers: Crowd) -> None:
    assert browser_of_hers.get("/search/?q=%00").status_code in (200, 500)
    assert browser_of_hers.post("/people/new/", {"name": "Tove\0", "draft": "x"}).status_code == 422
