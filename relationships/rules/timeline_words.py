"""How an entry of a timeline is worded: what happened, and what was said about it.

Source: design.md (a person's page); the words are product.md's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import capitalised
from campaigns.rules.days import short_day
from contacts.rules.joining import JoinedBecause
from contacts.rules.leaving import LeftBecause
from contacts.rules.part_days import since_words
from meetings.rules.asking import Answer
from meetings.rules.cups import refill
from meetings.rules.events import EncounterAnswer, spoken_event
from meetings.rules.meeting import Mode, Status
from meetings.rules.purpose import PurposeKind
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something about a contact on a day. Which words stand in which field depends on the kind."""

    kind: str
    pk: int
    day: date
    state: str = ""
    about: str = ""
    way: str = ""
    place: str = ""
    purpose: str = ""
    ask: str = ""
    text: str = ""
    wrote: str = ""
    """Of an invitation: the message that was sent."""

    closed_on: date | None = None
    """Of an invitation: the day of their answer."""

    nth: int = 0
    """Of a meeting held in this campaign: the how-manieth with this contact; 0 for one before it."""

    @property
    def anchor(self) -> str:
        """Its name on the page of the person."""
        return f"{self.kind}-{self.pk}"

    @property
    def icon(self) -> str:
        return ICONS[self.kind]

    @property
    def is_open(self) -> bool:
        """Still to come or to do: it says its day in its heading."""
        return self.kind in {"follow_up", "meeting"} and self.state in {"open", Status.PLANNED}

    @property
    def purpose_words(self) -> str:
        """`Purpose: their view of your path.` before what was asked."""
        if self.kind not in {"meeting", "invitation"} or not (self.about or self.purpose):
            return ""
        words = [PurposeKind(self.about).to_you] if self.about else []
        return f"Purpose: {_lowered('; '.join([*words, *([self.purpose] if self.purpose else [])]))}"


ICONS: Final = {
    "follow_up": "clock",
    "meeting": "cup-hot",
    "item": "lightbulb",
    "named": "person-plus",
    "told": "chat-quote",
    "came_back": "chat-quote",
    "touch": "envelope",
    "invitation": "send",
    "note": "chat-left-text",
    "encounter": "people",
    "ground": "people",
    "left": "hourglass-split",
    "joined": "person-plus",
    "connected": "linkedin",
    "known": "people",
}

MATTERS: Final = {
    Matter.INVITE: ", to invite",
    Matter.REMIND: ", to remind",
    Matter.THANK: ", to thank",
    Matter.TELL: ", to tell",
    Matter.INTRODUCE: ", after an introduction",
    Matter.OTHER: "",
}

ANSWERS: Final = {
    Answer.WAITING: "Invitation, waiting for an answer",
    Answer.YES: "Invitation, answered yes",
    Answer.LATER: "Invitation, answered “ask later”",
    Answer.NO: "Invitation, answered no",
    Answer.NO_ANSWER: "Invitation, no answer",
}

DO: Final = {FollowUpKind.ACTION: "Follow-up", FollowUpKind.TELL: "To tell"}
"""Where the label of the kind would not do."""


def title(entry: Entry, name: str, cup: int | None) -> str:
    """What happened, in a few words; `name` is what the contact is called, `cup` the number of their cup."""
    match entry.kind:
        case "meeting":
            return _meeting(entry, cup)
        case "follow_up":
            kind = FollowUpKind(entry.about)
            what = DO.get(kind, kind.label)
            return what if entry.state == "open" else f"{what}, {entry.state}"
        case "touch":
            return touch_words(entry.state, entry.way, name) + MATTERS[Matter(entry.about)]
        case "invitation":
            return _answered(entry)
        case "item":
            what = ItemKind(entry.about).label + (f": {entry.place}" if entry.place else "")
            return f"{what}, {ReferralState(entry.state).label.lower()}" if entry.state else what
        case "named":
            return _named(entry, name)
        case "joined":
            return f"In your network: {_lowered(JoinedBecause(entry.state).label)}"
        case "left":
            until = f" {short_day(date.fromisoformat(entry.way), entry.day)}" if entry.way else ""
            return f"Left for now: {_lowered(LeftBecause(entry.state).label)}{until}"
        case "known":
            return f"Known from before, since {since_words(entry.day)}"
        case _:
            return _plain(entry)


SAID_THERE: Final[Mapping[str, str]] = {
    EncounterAnswer.AGREED: ": you agreed to meet again",
    EncounterAnswer.NOT_INTERESTED: ": not interested",
}

PLAIN: Final = {
    "note": "Note",
    "told": "What you told them",
    "came_back": "A story came back to them",
    "ground": "You found what you share",
    "connected": "Connected on LinkedIn",
}


def _plain(entry: Entry) -> str:
    if entry.kind == "encounter":
        return f"Met at {spoken_event(entry.place)}{SAID_THERE.get(entry.state, '')}"
    return PLAIN[entry.kind]


def _meeting(entry: Entry, cup: int | None) -> str:
    status = Status(entry.state)
    way = Mode(entry.way)
    where = entry.place or ("" if way is Mode.IN_PERSON else way.label.lower())
    what = {Status.PLANNED: "A one-on-one", Status.CANCELLED: "Cancelled one-on-one", Status.NO_SHOW: "No-show"}
    if status is Status.HELD and not entry.nth:
        return f"One-on-one before this campaign{f', {where}' if where else ''}"
    if status is Status.HELD:
        held = (f"Cup {cup}" if cup else "First one-on-one") if entry.nth == 1 else refill(entry.nth - 2)
        return f"{held}, {where}" if where else held
    return f"{what[status]}, {where}" if where else what[status]


def _answered(entry: Entry) -> str:
    """Its own day is that on which it was sent; an answer has another one."""
    answer = Answer(entry.state)
    is_theirs = answer in {Answer.YES, Answer.LATER, Answer.NO} and entry.closed_on
    return ANSWERS[answer] + (f" on {short_day(entry.closed_on, entry.day)}" if is_theirs and entry.closed_on else "")


def _named(entry: Entry, name: str) -> str:
    if ReferralState(entry.state) is ReferralState.PROMISED:
        return f"{entry.place} wants to introduce you"
    return f"{entry.place} named {name} to you, {ReferralState(entry.state).label.lower()}"


def touch_words(direction: str, channel: str, name: str) -> str:
    """`Mail from Wren`, `Message sent`, `Short call`, `Wren rang`, `In touch with Wren`."""
    way, received = Channel(channel), direction == Direction.RECEIVED
    if way is Channel.CALL:
        what = f"{name} rang" if received else "Short call"
    elif way is Channel.OTHER:  # a few words in passing as well as a postcard
        what = f"in touch with {name}"
    else:
        words = "Mail" if way is Channel.MAIL else "Message"
        what = f"{words} from {name}" if received else f"{words} sent"
    return capitalised(what)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
