"""What a browser shows of everybody's next step, read from the pages as they are painted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Page, expect

ROWS: Final = """selector => [...document.querySelectorAll(selector)].map(row => ({
    heading: row.closest('.day-group')?.querySelector('h3')?.innerText ?? '',
    name: row.querySelector('a.plain').innerText,
    lines: [...row.querySelectorAll('.line, .sub, .owed > span')].map(line => line.innerText),
    buttons: [...row.querySelectorAll('a.btn, button')].map(one => one.ariaLabel || one.innerText),
}))"""
CELLS: Final = """([rows, words]) => [...document.querySelectorAll(rows)].map(row =>
    [row.querySelector('a.plain').innerText, row.querySelector(words).innerText])"""
MEETINGS: Final = ("Meetings", "How did it go?", "Tomorrow")
TO_ASK: Final = re.compile(r"(Ask|Reminded:|One short reminder) ?\b")
"""How the words and the buttons begin with which somebody is asked, or asked once more."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row as it is painted: its heading, whom it is about, its lines and what its buttons are called."""

    name: str
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)

    @property
    def is_a_meeting(self) -> bool:
        """On Today."""
        return self.heading.startswith(MEETINGS)

    @property
    def asks(self) -> bool:
        return any(TO_ASK.match(words) for words in (*self.lines, *self.buttons))


@dataclass(frozen=True, kw_only=True)
class Seen:
    """All screens of one day. `steps` is what each of them says of each person: `steps[name][screen]`."""

    today: list[Row]
    beside: list[Row]
    """Who is proposed beside the list."""

    follow_ups: list[Row]
    steps: dict[str, dict[str, str]]

    @property
    def asked(self) -> set[str]:
        """Whom Today would have asked, or reminded, in the list or beside it."""
        return {row.name for row in self.today if row.asks} | {row.name for row in self.beside}


def look_around(page: Page) -> Seen:
    """Every screen that shows a next step, one after the other."""
    page.goto("/")
    today = [*_rows(page, "#list .day-group .row-item"), *_what_is_left(page)]
    beside = _rows(page, ".stack .panel:has(a[href$='/choose/']) .row-item")
    waiting, mine = (_follow_ups(page, show) for show in ("waiting", "open"))
    said = {
        "board": _on_the_board(page),
        "list": _in_the_list(page),
        "search": _in_the_search(page),
        "page": _on_their_pages(page),
    }
    steps = {name: {screen: words[name] for screen, words in said.items() if name in words} for name in said["list"]}
    return Seen(today=today, beside=beside, follow_ups=[*mine, *waiting], steps=steps)


def _rows(page: Page, selector: str) -> list[Row]:
    found: list[dict[str, Any]] = page.evaluate(ROWS, selector)
    return [Row(**row) for row in found]


def _what_is_left(page: Page) -> list[Row]:
    """With nothing due, the one to be asked is proposed in the middle of the list."""
    names: list[str] = page.locator("#list .empty b").all_inner_texts()
    return [Row(name=name, lines=["Ask"]) for name in names]


def _follow_ups(page: Page, show: str) -> list[Row]:
    page.goto(f"/follow-ups/?show={show}")
    return _rows(page, "main .row-item")


def _in_the_list(page: Page) -> dict[str, str]:
    page.goto("/people/?where=all")
    return dict(page.evaluate(CELLS, ["#people-table tbody tr", "td.span"]))


def _on_the_board(page: Page) -> dict[str, str]:
    page.goto("/people/board/")
    return dict(page.evaluate(CELLS, [".board li", "p.small"]))


def _in_the_search(page: Page) -> dict[str, str]:
    """Of the surname that all have: the quick search is opened by its key."""
    page.keyboard.press("/")
    page.keyboard.insert_text("Quill")
    options = page.get_by_role("dialog").get_by_role("option")
    expect(options.filter(has_text="Quill").first).to_be_visible()
    expect(page.locator("[data-goes-on]")).to_have_count(0)  # next steps come after a pause
    found: list[str] = options.evaluate_all("found => found.map(one => one.innerText)")
    page.keyboard.press("Escape")
    return dict(_hits(found))


def _hits(options: Iterable[str]) -> Iterator[tuple[str, str]]:
    """An option is read in lines: the initials, the name with what they do, the next step, the phase."""
    for option in options:
        lines = [line.strip() for line in option.splitlines() if line.strip()]
        named = [place for place, line in enumerate(lines) if line.endswith("Quill")]
        if named:
            yield lines[named[0]], lines[named[0] + 1]


def _on_their_pages(page: Page) -> dict[str, str]:
    """Of everybody in the list, which is open."""
    addresses = page.eval_on_selector_all(
        "#people-table tbody a.plain", "found => found.map(one => [one.innerText, one.href])"
    )
    return {name: _on_the_page(page, address) for name, address in addresses}


def _on_the_page(page: Page, address: str) -> str:
    page.goto(address, wait_until="domcontentloaded")
    return page.locator("#next b").first.inner_text()
