"""R18: what a message may say. Only what is stored is here: an empty text is not known, and says nothing."""

from dataclasses import dataclass
from datetime import date

from accounts.rules.words import Worded
from contacts.rules.places import OwnPlace
from meetings.rules.purpose import PurposeKind


class MessageKind(Worded):
    """What is to be written."""

    INVITE = "invite", "An invitation"
    REMIND = "remind", "A reminder"
    REPLY = "reply", "A reply to a yes"
    THANK = "thank", "Thanks"
    THANK_NO = "thank_no", "Thanks to who said no"
    TELL = "tell", "What became of what they gave"
    NEWS = "news", "News to who said no"
    BLURB = "blurb", "An introduction to pass on"


class Tie(Worded):
    """What stands in the first line of an invitation: the strongest thing there is between the two."""

    AGAIN = "again", "You have met"
    INTRODUCED = "introduced", "Introduced"
    LENT = "lent", "A name you may use"
    LONG_AGO = "long_ago", "Long ago"
    KNOWN = "known", "Known from before"
    EVENT = "event", "Met at an event"
    COLLEAGUE = "colleague", "The same employer"
    SCHOOL = "school", "The same school"
    GROUND = "ground", "Something in common"
    NONE = "none", "Nothing in common yet"


@dataclass(frozen=True, kw_only=True)
class Named:
    """A person as a message calls them: `first` where they are on first names, else `Ms Okafor` or the full name."""

    first: str
    full: str
    formal: str = ""
    """Title and family name, where a title is noted."""

    by_first: bool | None = None
    """What the user chose; None: as the tie says."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """What they gave: its words, its day, and what became of it in words."""

    text: str
    day: date
    became: str = ""
    person: str = ""
    """Whom they named, where it was a name."""


@dataclass(frozen=True, kw_only=True)
class DayWords:
    """The days of a message as its language says them; empty where there is no such day."""

    days: str = ""
    times: str = ""
    last_met: str = ""
    said_no_on: str = ""
    given_on: str = ""
    event_on: str = ""


@dataclass(frozen=True, kw_only=True)
class MessageFacts:
    """All that a message to one person may say; days are those that can be offered."""

    them: Named
    me: str = ""
    today: date
    situation: str = ""
    """*How I say it*, half a sentence (R12)."""

    position: str = ""
    """The position that the user seeks."""

    story: str = ""
    skills: tuple[str, ...] = ()
    company: str = ""
    giver: str = ""
    """Who introduced them, or let their name be said; `lent` says which."""

    lent: bool = False
    giver_at: str = ""
    """The employer that user and giver share."""

    is_known: bool = False
    long_ago: bool = False
    worked_at: OwnPlace | None = None
    studied_at: OwnPlace | None = None
    shares: str = ""
    event: str = ""
    """Where they were met among others, as a sentence says it: `the trade fair`; empty for who was not interested."""

    event_on: date | None = None
    agreed: bool = False
    """They agreed there to meet again."""

    last_met: date | None = None
    said_no_on: date | None = None
    given: Given | None = None
    purpose: PurposeKind | None = None
    ask: str = ""
    days: tuple[date, ...] = ()
    times: tuple[str, ...] = ()
    """Two times of day for a reply: `10:00`."""

    place: str = ""
    in_other_words: DayWords | None = None
    """The days in a language other than English: then nothing is said for which the program has English words only."""

    @property
    def tie(self) -> Tie:
        """The strongest tie; whoever was met is met again."""
        ties = {
            Tie.AGAIN: self.last_met is not None,
            Tie.INTRODUCED: bool(self.giver) and not self.lent,
            Tie.LENT: bool(self.giver),
            Tie.LONG_AGO: self.long_ago,
            Tie.KNOWN: self.is_known,
            Tie.EVENT: bool(self.event),
            Tie.COLLEAGUE: self.worked_at is not None,
            Tie.SCHOOL: self.studied_at is not None,
            Tie.GROUND: bool(self.shares),
        }
        return next((tie for tie, holds in ties.items() if holds), Tie.NONE)
