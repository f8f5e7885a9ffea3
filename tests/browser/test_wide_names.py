"""Names that are one long word, and names written from right to left: no page scrolls sideways for them."""

from django.urls import reverse
from playwright.sync_api import Page

from accounts.models import User
from tests.browser.conftest import OpenPage
from tests.safety.crowd import crowd
from tests.safety.places import addresses

LONG = "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschafers"
ARABIC = "عبدالرحمن"
WIDTHS = (390, 1440)
LEAST = 50  # pages
TOO_WIDE = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const right = one => one.getBoundingClientRect().right;
    const wide = [...document.querySelectorAll('body *')].filter(one => right(one) > root.clientWidth + 1)
        .map(one => `${one.tagName}.${one.getAttribute('class') ?? ''} ${one.textContent.trim().slice(0, 30)}`);
    return root.scrollWidth + ' in ' + root.clientWidth + ': ' + wide.slice(-3).join(' | ');
}"""
# Our sentences go from left to right, whatever name stands in them; a name, or a text of the user, that stands by
# itself has its own direction. (The words of a next step may be either.)
FLIPPED_OR_BARE = """name => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, home = node.parentElement, text = node.data.trim();
        if (!text.includes(name) || home.closest('option, textarea, head')) continue;
        const ours = / (is|to|with|for|you|wants|both|not|and|the) /i.test(' ' + text + ' ');
        if (ours && getComputedStyle(home).direction === 'rtl') found.push('flipped: ' + text);
        const alone = /^[^ @.\\/]+( (?!late|due)[a-z]+)?$/.test(text);
        if (alone && !home.closest('bdi, [dir=auto]')) found.push('bare: ' + text);
    }
    return found;
}"""
TWICE = "document.documentElement.style.fontSize = '200%'"
ONCE = "document.documentElement.style.fontSize = ''"


def pages_of(alice: User, word: str) -> list[str]:
    everybody = crowd(alice, word)
    found = dict(addresses(everybody, of_first=True))
    [*_, planned] = everybody.rows["meeting"]
    skipped = ("import", "healthz", "readyz")
    urls = [
        url for name, url in found.items() if not name.startswith(skipped) and not name.endswith(("card", "export"))
    ]
    before = [reverse(name, args=[planned.pk]) for name in ("meeting", "meeting_prepare")]
    return [*urls, *before, "/people/?where=all", "/follow-ups/?show=waiting", f"/search/?q={word[:3]}"]


def visited(page: Page, urls: list[str]) -> list[str]:
    """Those of them that are pages."""
    shown = []
    for url in urls:
        answer = page.request.get(url)
        if answer.status == 200 and "<main" in answer.text():
            shown.append(url)
    return shown


def test_no_page_scrolls_sideways_for_a_long_name(open_page: OpenPage, alice: User) -> None:
    urls, page, wide = pages_of(alice, LONG), open_page(alice), []
    shown = visited(page, urls)
    for url in shown:
        page.goto(url, wait_until="domcontentloaded")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            for size in (ONCE, TWICE):
                page.evaluate(size)
                if said := page.evaluate(TOO_WIDE):
                    wide.append(f"{url} at {width} px{' and 200 %' if size == TWICE else ''}: {said}")
        page.evaluate(ONCE)

    assert wide == []
    assert len(shown) > LEAST


def test_names_keep_their_own_direction_beside_our_words(open_page: OpenPage, alice: User) -> None:
    urls, page, bare = pages_of(alice, ARABIC), open_page(alice), []
    for url in visited(page, urls):
        page.goto(url, wait_until="domcontentloaded")
        bare += [f"{url}: {text}" for text in page.evaluate(FLIPPED_OR_BARE, ARABIC)]

    assert bare == []
