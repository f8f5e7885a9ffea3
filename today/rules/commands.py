"""What quick search can do besides finding: the pages and acts, found by the words that people use for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MOST_COMMANDS: Final = 6


@dataclass(frozen=True, kw_only=True)
class Command:
    """One act or page: `page` names its address, `also` are other words for it, `key` does the same."""

    words: str
    page: str
    icon: str
    also: str = ""
    key: str = ""


COMMANDS: Final = (
    Command(words="Log a coffee or talk", page="meeting_log_new", icon="plus-lg", also="meeting debrief note", key="L"),
    Command(words="Note a message or short call", page="touch_new", icon="envelope", also="log touch mail write"),
    Command(words="Plan a meeting", page="meeting_plan", icon="calendar-plus", also="coffee agree day"),
    Command(words="Add a person", page="contact_new", icon="person-plus", also="new contact people"),
    Command(words="Add a follow-up", page="follow_up_new", icon="check2", also="new remind todo promise"),
    Command(words="Choose whom to ask", page="people_choose", icon="people", also="who do i know address book pick"),
    Command(words="Go to Today", page="today", icon="sun", also="review start home"),
    Command(words="Go to People", page="people", icon="people", also="list contacts network table"),
    Command(words="See the board", page="people_board", icon="kanban", also="phases people"),
    Command(words="Print the contact sheet", page="people_sheet", icon="printer", also="list paper people"),
    Command(words="See target companies", page="companies", icon="briefcase", also="employers rank"),
    Command(words="Go to Meetings", page="meetings", icon="calendar3", also="coffees planned held"),
    Command(words="Go to Follow-ups", page="follow_ups", icon="check2", also="due waiting open"),
    Command(words="Go to Pitch", page="pitch", icon="chat-quote", also="position skills stories"),
    Command(words="Import people", page="import", icon="upload", also="linkedin csv vcard file upload"),
    Command(words="Campaign settings", page="campaign", icon="clipboard", also="goal pause figures"),
    Command(words="Trash", page="trash", icon="arrow-counterclockwise", also="deleted restore"),
    Command(words="Account", page="account", icon="person", also="password theme time zone keys"),
    Command(words="Help", page="help", icon="info-circle", also="method keys shortcuts keyboard", key="?"),
)


@dataclass(frozen=True, kw_only=True)
class ForPerson:
    """An act for the person who was found first; `page` takes their number in the address, or after `?contact=`."""

    words: str
    page: str
    icon: str
    in_address: bool = False


FOR_PERSON: Final = (
    ForPerson(words="Log a coffee with {}", page="meeting_log_new", icon="plus-lg"),
    ForPerson(words="Invite {}", page="invite", icon="send", in_address=True),
    ForPerson(words="Plan a meeting with {}", page="meeting_plan", icon="calendar-plus"),
)


def commands_for(typed: Iterable[str]) -> list[Command]:
    """The commands of which each typed word, folded, begins a word; the first ones where nothing is typed."""
    words = list(typed)
    if not words:
        return list(COMMANDS[:MOST_COMMANDS])
    found = [command for command in COMMANDS if _fits(words, f"{command.words} {command.also}".lower())]
    return found[:MOST_COMMANDS]


def _fits(typed: list[str], words: str) -> bool:
    known = words.replace("-", " ").split()
    return all(any(word.startswith(part) for word in known) for part in typed)
