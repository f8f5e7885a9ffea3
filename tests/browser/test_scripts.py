"""What the small scripts add to pages that work without them, on a page into which each test puts its rows."""

import pytest
from playwright.sync_api import Page, Route, expect

ROWS = """
<h1>Rows</h1>
<ul class="rows">
  <li class="row-item" id="one"><a href="#one">First</a>
    <button data-key="d" hx-post="/row/1/done/" hx-target="#one" hx-swap="outerHTML">Done</button></li>
  <li class="row-item" id="two"><a href="#two">Second</a> <button data-key="d">Done</button></li>
</ul>
"""
WHO = """
<h1>Who</h1>
<label for="who">Who</label><input id="who" data-suggest="/suggest/" data-into="contact">
<input type="hidden" id="contact" value="3">
"""
FOUND = """
<ul role="listbox">
  <li role="option" data-id="7" data-value="Imogen Tressel">Imogen Tressel, Coldharbour</li>
  <li role="option" data-id="8" data-value="Imogen Thorley">Imogen Thorley, Fenwick</li>
</ul>
"""
DONE = """<li class="row-item is-done" id="one">Done just now</li>
<div id="toasts" hx-swap-oob="innerHTML"><div class="toast-box"><span>Done.</span> <a href="#">Undo</a></div></div>"""


def put(page: Page, html: str) -> None:
    page.goto("/campaign/")
    page.evaluate("html => { document.querySelector('#main').innerHTML = html; htmx.process(document.body); }", html)


def answer(page: Page, path: str, body: str) -> None:
    def fulfil(route: Route) -> None:
        route.fulfill(body=body, content_type="text/html")

    page.route(f"**{path}", fulfil)


def test_the_menu_closes_with_escape_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/campaign/")
    summary = page.locator(".me-menu")
    summary.click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Campaign")).to_be_focused()

    page.keyboard.press("Escape")

    expect(summary).to_be_focused()
    expect(page.locator("details.menu[open]")).to_have_count(0)


def test_the_menu_works_without_scripts(plain_page: Page) -> None:
    plain_page.goto("/campaign/")
    plain_page.locator(".me-menu").click()

    expect(plain_page.get_by_role("button", name="Sign out")).to_be_visible()


def test_single_keys_walk_the_rows(page: Page) -> None:
    put(page, ROWS)

    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Second")).to_be_focused()

    page.keyboard.press("k")
    expect(page.get_by_role("link", name="First")).to_be_focused()


def test_single_keys_can_be_switched_off(page: Page) -> None:
    put(page, ROWS)
    page.evaluate("document.body.dataset.keys = 'off'")

    page.keyboard.press("j")

    expect(page.get_by_role("link", name="First")).not_to_be_focused()


def test_what_is_typed_into_a_field_is_no_command(page: Page) -> None:
    put(page, ROWS + WHO)
    answer(page, "/suggest/*", FOUND)

    page.get_by_label("Who").press_sequentially("jd")

    expect(page.get_by_label("Who")).to_be_focused()
    expect(page.get_by_label("Who")).to_have_value("jd")


def test_done_leads_the_focus_to_the_next_row_and_says_so(page: Page) -> None:
    put(page, ROWS)
    answer(page, "/row/1/done/", DONE)
    page.get_by_role("link", name="First").focus()
    page.get_by_role("button", name="Done").first.focus()

    page.keyboard.press("Enter")

    expect(page.locator("#two button")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Done.")).to_be_visible()


def test_a_person_is_chosen_by_keyboard_from_suggestions(page: Page) -> None:
    put(page, WHO)
    answer(page, "/suggest/*", FOUND)
    field = page.get_by_role("combobox", name="Who")

    page.get_by_label("Who").press_sequentially("Imo")
    expect(page.get_by_role("option")).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#contact")).to_have_value("")  # the former choice is no more
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Imogen Thorley, Fenwick")
    page.keyboard.press("Enter")

    expect(field).to_have_value("Imogen Thorley")
    expect(page.locator("#contact")).to_have_value("8")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Imogen Thorley, Fenwick")).to_be_visible()


def test_without_a_connection_the_field_is_a_plain_field(page: Page) -> None:
    put(page, WHO)
    page.route("**/suggest/*", lambda route: route.fulfill(status=204))

    page.get_by_label("Who").press_sequentially("Imo")

    expect(page.get_by_label("Who")).to_have_value("Imo")
    expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize("key", ["Control+Enter", "Meta+Enter"])
def test_a_form_is_saved_from_within_a_field(page: Page, key: str) -> None:
    put(page, '<form action="/campaign/"><label>Text <input name="text"></label><button>Save</button></form>')
    page.get_by_label("Text").fill("words")

    page.keyboard.press(key)

    page.wait_for_url("**/campaign/?text=words")


def test_the_shelf_is_one_tab_stop_with_arrow_keys(page: Page) -> None:
    cups = "".join(f'<li><a class="cup held use" href="#cup-{n}">Cup {n}</a></li>' for n in (1, 2, 3))
    put(page, "<p></p>")
    page.evaluate("html => { document.querySelector('#main').innerHTML = html }", f'<ol class="shelf">{cups}</ol>')
    page.evaluate("htmx.trigger(document.querySelector('#main'), 'htmx:load')")

    expect(page.locator("a.cup[tabindex='0']")).to_have_text("Cup 3")
    page.locator("a.cup[tabindex='0']").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("link", name="Cup 2")).to_be_focused()
    page.keyboard.press("Home")
    expect(page.get_by_role("link", name="Cup 1")).to_be_focused()
    expect(page.locator("a.cup[tabindex='0']")).to_have_count(1)
