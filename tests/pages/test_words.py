"""The words of the screens: none that nobody understood, none of Django's, and each page has a title of its own."""

import ast
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from tests.safety.crowd import crowd
from tests.safety.places import addresses

pytestmark = pytest.mark.of_the_pages

ROOT = Path(settings.BASE_DIR)
APPS = (
    "accounts", "campaigns", "contacts", "pitch", "meetings", "outcomes", "relationships", "today", "transfer", "trash",
    "pages",
)  # fmt: skip
NOT_UNDERSTOOD = (
    "Steam:", "The deeper the glaze", "Open my shelf", "rows are only a day", "First refill", "The cup stands already",
    "Save what it leads to", "Thank and tell", "Once more:", "an interview for an opening is none",
    "Same coffee, another person", "Write it anew", "Keep the week",
)  # fmt: skip
DJANGOS = (
    "This field is required",
    "Enter a valid",
    "Select a valid choice",
    "Ensure this value",
    "Please correct the error",
)
NO_TEXT = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>", re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


Walker = tuple[Client, list[str]]


@pytest.fixture
def walker(alice: User, sign_in: Callable[[User], Client]) -> Walker:
    """Alice's browser, and the addresses of her pages, each about the first row that it can be about."""
    urls = [url for _, url in addresses(crowd(alice, "Plain"), of_first=True)]
    return sign_in(alice), urls


def sources() -> list[Path]:
    python = [path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    return [*(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").rglob("*.txt"), *python]


@pytest.mark.parametrize("words", [*NOT_UNDERSTOOD, *DJANGOS])
def test_no_screen_says_what_nobody_understood(words: str) -> None:
    assert [str(path) for path in sources() if words.lower() in path.read_text(encoding="utf-8").lower()] == []


def test_the_words_of_a_button_are_one() -> None:
    """A button is a flex box: words beside an element that has none of them around it would stand apart from it."""
    torn = re.compile(r'<(?:a|button)[^>]* class="btn\b[^>]*>(?:{%[^%]*%})?\s*[^<{\s][^<{]*<(?:bdi|b|span)\b')
    found = {str(path): torn.findall(path.read_text(encoding="utf-8")) for path in sources() if path.suffix == ".html"}

    assert {path: words for path, words in found.items() if words} == {}


def test_a_day_inside_a_sentence_has_no_capital() -> None:
    """`today`, `on Friday`: the tags `dayin` and `onday`; with `day` a sentence or a line begins."""
    inside = re.compile(r"[\w,:;}] {% day [^%]*%}")
    found = {
        str(path): inside.findall(path.read_text(encoding="utf-8")) for path in sources() if path.suffix == ".html"
    }

    assert {path: words for path, words in found.items() if words} == {}


def test_who_of_several_is_meant_is_asked_in_one_partial() -> None:
    asking = [str(path) for path in sources() if path.suffix == ".html" and 'value="new"' in path.read_text("utf-8")]

    assert asking == [str(ROOT / "templates" / "parts" / "_which_one.html")]


def test_what_is_counted_agrees_with_its_number() -> None:
    """`1 row`, `2 rows`: after a number that may be one stands `pluralize`. (Twice and more is said before "times".)"""
    bare = re.compile(r"{{ [^}]*(?:count|number|records|minutes|people|length|total)[^}]*}} (?!times)[a-z]+s\b")
    found = {str(path): bare.findall(path.read_text(encoding="utf-8")) for path in sources() if path.suffix == ".html"}

    assert {path: words for path, words in found.items() if words} == {}


def test_an_e_mail_is_spelt_in_one_way() -> None:
    """`E-mail`; without its hyphen it is the name of a field, and what LinkedIn calls its column."""
    texts = [
        (path, text)
        for path in sources()
        for text in (of_python(path) if path.suffix == ".py" else [NO_TEXT.sub(" ", path.read_text(encoding="utf-8"))])
    ]
    wrong = re.compile(r".{0,20}(?<![-`])\b[Ee]mails?\b(?! Address).{0,20}")
    assert [f"{path}: {found[0]}" for path, text in texts if (found := wrong.search(text))] == []


def of_python(path: Path) -> list[str]:
    """What is written for people: strings with a blank or a capital, which no name of a field has."""
    strings = (
        node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)
    )
    return [text for text in strings if isinstance(text, str) and (" " in text or text[:1].isupper())]


def test_each_page_has_a_title_of_its_own(walker: Walker) -> None:
    client, urls = walker
    titles = defaultdict[str, set[str]](set)
    for url in urls:
        answer = client.get(url)
        if answer.status_code == 200 and (title := TITLE.search(answer.getvalue().decode())):
            titles[" ".join(title[1].split())].add(url)

    assert len(titles) > 40
    assert {title: found for title, found in titles.items() if len(found) > 1} == {}


def test_every_form_speaks_plainly(walker: Walker) -> None:
    """Each form sent empty is answered in the words of pages/parts/errors.py, and its summary leads to the fields."""
    client, urls = walker
    said, dead = list[str](), list[str]()
    for url in urls:
        if client.get(url).status_code != 200:
            continue
        answer = client.post(url, {})
        if answer.status_code != 422:
            continue
        text = answer.getvalue().decode()
        said += [f"{url}: {words}" for words in DJANGOS if words in text]
        links = re.findall(r'href="#([\w-]+)"', text)
        dead += [f"{url}: #{link}" for link in links if f'id="{link}"' not in text]

    assert said == []
    assert dead == []
