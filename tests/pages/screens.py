"""What the screens say of everybody's next step, read from the pages as they are sent."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from django.test import Client

from contacts.models import Contact

HTMX: Final = {"HX-Request": "true"}
PERSON: Final = re.compile(r'href="/people/(\d+)/"')
ABOUT: Final = re.compile(r'id="((?:follow-up|invitation)-\d+)"')
MEETING: Final = re.compile(r'href="/meetings/(\d+)/(?:log/)?"')
ROW: Final = '<li class="row-item"'
LINE: Final = r'<span class="line"[^>]*>(.*?)</span>\s*<span class="sub"'
FIRST: Final = r'<span class="sub" dir="auto">(First: .*?)</span>'


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A row about somebody: its heading, its line, what is said to come first, and what it is about: `meeting-7`."""

    person: int
    heading: str
    line: str
    first: str = ""
    about: str = ""
    owed: tuple[str, ...] = ()
    """What is due to who is met, each with its own tick."""

    @property
    def is_a_meeting(self) -> bool:
        return self.heading in {"Meetings", "How did it go?", "Tomorrow"}


def sent(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, address
    return unmarked(answer.content.decode())


def unmarked(html: str) -> str:
    """Without the elements that keep a name in its own direction."""
    return re.sub("</?bdi>", "", html)


def words(html: str) -> str:
    """The text without its tags, as it is read."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def found(pattern: str, html: str) -> str:
    """The words of the first place that fits; empty where none does."""
    place = re.search(pattern, html, re.DOTALL)
    return words(place[1]) if place else ""


def person_in(html: str) -> int:
    place = PERSON.search(html)
    assert place, html
    return int(place[1])


def about(row: str) -> str:
    """What a row is about; a meeting before the follow-ups that are owed at it."""
    meeting, other = MEETING.search(row), ABOUT.search(row)
    return f"meeting-{meeting[1]}" if meeting else other[1] if other else ""


def on_the_page(client: Client, contact: Contact) -> str:
    return found(r'id="next".*?<b [^>]*>(.*?)</b>', sent(client, f"/people/{contact.pk}/"))


def in_the_list(client: Client) -> dict[int, str]:
    """Everybody, through all pages."""
    said: dict[int, str] = {}
    address = "/people/?where=all"
    while address:
        html = sent(client, address)
        for line in html.partition("<tbody>")[2].partition("</tbody>")[0].split("<tr>")[1:]:
            assert person_in(line) not in said, "twice in the list"
            said[person_in(line)] = found(r'<td class="span beside">(.*?)</td>', line)
        onward = re.search(r'href="(\?[^"]*)" rel="next"', html)
        address = f"/people/{unescape(onward[1])}" if onward else ""
    return said


def on_the_board(client: Client) -> dict[int, str]:
    cards = sent(client, "/people/board/").partition('<div class="board">')[2].split('<li class="panel">')[1:]
    said = {person_in(card): found(r'<p class="small mb-0 mt-2">(.*?)</p>', card) for card in cards}
    assert len(said) == len(cards), "twice on the board"
    return said


def in_the_search(client: Client, typed: str) -> dict[int, str]:
    """Beside the names of all who are found; empty for the address book."""
    html = sent(client, f"/search/?q={typed}", **HTMX)
    options = [option for option in html.split('<a role="option"')[1:] if PERSON.search(option)]
    said = {person_in(option): found(r'<span class="d-block small muted">(.*?)</span>', option) for option in options}
    assert len(said) == len(options), "twice in the search"
    return said


def among_follow_ups(client: Client, show: str) -> list[Shown]:
    """The rows of the open or of the waiting ones: one page, which is enough for these tests."""
    html = sent(client, f"/follow-ups/?show={show}")
    assert "Page 1 of" not in html
    return [
        Shown(
            person=person_in(row),
            heading="",
            line=found(LINE, row),
            first=found(FIRST, row).removeprefix("First: "),
            about=about(row),
        )
        for row in html.split(ROW)[1:]
    ]


def on_today(client: Client) -> list[Shown]:
    """The rows of the list in their order, those of tomorrow's meetings too."""
    html = sent(client, "/").partition('id="list"')[2].partition("Who else to ask")[0].partition('class="doors"')[0]
    rows = []
    for group in html.split('<section class="day-group">')[1:]:
        heading = found(r"<h3>(.*?)(?:<span|</h3>)", group)
        for row in group.split(ROW)[1:]:
            owed = re.findall(r'<form class="owed".*?<span>(.*?)<span aria-hidden', row, re.DOTALL)
            rows.append(
                Shown(
                    person=person_in(row),
                    heading=heading,
                    line=found(LINE, row),
                    about=about(row),
                    owed=tuple(words(line) for line in owed),
                )
            )
    return rows


def proposed(client: Client) -> list[int]:
    """Who is proposed beside the list."""
    html = sent(client, "/").partition("Who else to ask")[2].partition("</section>")[0]
    return [person_in(row) for row in html.split(ROW)[1:]]
