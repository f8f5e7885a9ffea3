"""What a test reads from the page of Today."""

import re
from typing import Final

from django.test import Client

PAGES: Final = ("/", "/people/", "/meetings/", "/pitch/", "/follow-ups/")


def shown(client: Client, address: str = "/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def headings(html: str) -> list[str]:
    groups = re.findall(r'<section class="day-group">\s*<h3>(.*?)</h3>', html, re.DOTALL)
    return [re.sub(r"\s*<.*", "", group) for group in groups]


def badge(html: str) -> int:
    """The number on the rail, which is that on the bottom bar."""
    rail, below = (re.search(rf'id="{name}"[^>]*>(\d+)<', html) for name in ("badge", "badge-below"))
    assert rail
    assert below
    assert rail[1] == below[1]
    return int(rail[1])


def greeting_number(html: str) -> int:
    found = re.search(r'id="for-today"[^>]*>(?:(\d+) for today|Done for today)', html)
    assert found
    return int(found[1] or 0)


def rows(html: str) -> int:
    """The rows that count: all of the list but the meetings of tomorrow."""
    listed = html.partition('id="list"')[2].partition("Who else to ask")[0]
    return len(re.findall(r'class="row-item"', listed.partition("<h3>Tomorrow")[0]))


def number(client: Client) -> int:
    """The one number, after having made sure that five pages and the greeting say the same."""
    said = {address: badge(shown(client, address)) for address in PAGES}
    assert len(set(said.values())) == 1, said
    assert greeting_number(shown(client)) == said["/"]
    return said["/"]
