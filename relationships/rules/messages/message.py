"""R18: what is written to somebody, in full and within 300 characters; composed from what is stored, in one place."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Final

from accounts.rules.words import capitalised
from meetings.rules.purpose import PurposeKind
from pitch.rules.background import looking_for
from relationships.rules.messages.composing import Template, filled, shortened
from relationships.rules.messages.days_to_offer import days_in_words, on_spoken_day, spoken_day, times_in_words
from relationships.rules.messages.english import OTHERS
from relationships.rules.messages.english_invitations import INVITE
from relationships.rules.messages.facts import DayWords, MessageFacts, MessageKind, Named, Tie

BY_FIRST_NAME: Final = frozenset({Tie.AGAIN, Tie.LONG_AGO, Tie.KNOWN})
OF_THEIR_OWN: Final = frozenset({Tie.LONG_AGO, Tie.KNOWN, Tie.COLLEAGUE})
"""They saw the user at work, so they can say what others cannot."""

ENDS: Final = "?.!…؟？。！"
"""What ends a sentence of the user's, in any script."""

LONG_NAME: Final = 60
"""Letters of a name above which the short form does without it."""

SUBJECTS: Final = {
    MessageKind.INVITE: "A question",
    MessageKind.REMIND: "My question, once more",
    MessageKind.REPLY: "Our talk",
    MessageKind.THANK: "Thank you",
    MessageKind.THANK_NO: "Thank you",
    MessageKind.TELL: "What became of your advice",
    MessageKind.NEWS: "News",
    MessageKind.BLURB: "An introduction",
}


@dataclass(frozen=True, kw_only=True)
class Message:
    """Ready to be copied: `short` is empty where not even its shortest form has room."""

    subject: str
    long: str
    short: str


def composed(kind: MessageKind, facts: MessageFacts, own: Mapping[str, Template] | None = None) -> Message:
    """The message of this kind; `own` holds the user's templates of the person's language, by `key_of`.

    Where there is none of this kind, it is in English whole.
    """
    if mine := (own or {}).get(key_of(kind, facts.tie)):
        return filled_in(mine, facts, SUBJECTS[kind])
    return filled_in(template_of(kind, facts.tie), replace(facts, in_other_words=None), SUBJECTS[kind])


def filled_in(template: Template, facts: MessageFacts, subject: str = "") -> Message:
    slots = slots_of(facts)
    return Message(subject=subject, long=filled(template.long, slots), short=shortened(template.short, slots))


def template_of(kind: MessageKind, tie: Tie) -> Template:
    return INVITE[tie] if kind is MessageKind.INVITE else OTHERS[kind]


def key_of(kind: MessageKind, tie: Tie) -> str:
    """What a template of the user's own is kept under: an invitation has one for each tie."""
    return f"{kind}_{tie}" if kind is MessageKind.INVITE else str(kind.value)


def slots_of(facts: MessageFacts) -> dict[str, str]:
    """What templates may take, by name; those in capitals begin a sentence."""
    name, given = called(facts.them, facts.tie), facts.given
    days = facts.in_other_words or english_days(facts)
    stored = {
        "name": name,
        "short_name": name if len(name) <= LONG_NAME else "",
        "me": facts.me,
        "giver": facts.giver,
        "position": facts.position.rstrip(". "),
        "company": facts.company,
        "event": facts.event,
        "place": facts.worked_at.name if facts.worked_at else "",
        "school": facts.studied_at.name if facts.studied_at else "",
        "shares": facts.shares.rstrip(". "),
        "given": given.text.strip().rstrip(".") if given else "",
        "given_person": given.person if given else "",
        "question": facts.ask.strip(),
        "meeting_place": facts.place,
        "story": facts.story,
        **asdict(days),
    }
    return stored if facts.in_other_words else stored | _in_english(facts, name)


def _in_english(facts: MessageFacts, name: str) -> dict[str, str]:
    """What the program has English words for."""
    hello = "Hi" if facts.tie in BY_FIRST_NAME else "Dear"
    return {
        "greeting": f"{hello} {name},",
        "short_greeting": f"{hello} {name}," if len(name) <= LONG_NAME else "Hello,",
        "giver_and_i": f"We worked together at {facts.giver_at}." if facts.giver_at else "",
        "situation": facts.situation,
        "Situation": capitalised(facts.situation),
        "Looking_for": looking_for(facts.position),
        "i_was_there": _years_there(facts),
        "agreed": "and you said that we can talk again" if facts.agreed else "",
        "became": facts.given.became if facts.given else "",
        "question": question(facts),
    }


def english_days(facts: MessageFacts) -> DayWords:
    """`Tuesday 8 or Thursday 10 December`, `on 3 November`."""
    return DayWords(
        days=days_in_words(facts.days) if facts.days else "",
        times=times_in_words(facts.days, facts.times) if facts.times else "",
        last_met=on_spoken_day(facts.last_met, facts.today) if facts.last_met else "",
        event_on=on_spoken_day(facts.event_on, facts.today) if facts.event_on else "",
        said_no_on=spoken_day(facts.said_no_on, facts.today) if facts.said_no_on else "",
        given_on=spoken_day(facts.given.day, facts.today) if facts.given else "",
    )


def called(them: Named, tie: Tie) -> str:
    """`Ms Okafor` only where a title is noted, else the full name; the first name where they are on first names."""
    by_first = tie in BY_FIRST_NAME if them.by_first is None else them.by_first
    return (them.first or them.full) if by_first else (them.formal or them.full)


def question(facts: MessageFacts) -> str:
    """The user's own one, as a sentence; else one of their purpose that this person can answer."""
    own = facts.ask.strip()
    if own:
        return own if own[-1] in ENDS else f"What I would like to ask you: {own}."
    at_theirs = f" at {facts.company}" if facts.company else ""
    match facts.purpose:
        case PurposeKind.PATH:
            return "What would you do next in my place?"
        case PurposeKind.SKILLS if facts.tie in OF_THEIR_OWN:
            return "What would you say I am good at, that I leave out?"
        case PurposeKind.SKILLS if facts.skills:
            return f"Which of these would count most{at_theirs}: {', '.join(facts.skills)}?"
        case PurposeKind.SKILLS:
            return "What does somebody have to be good at, to do your work?"
        case PurposeKind.POSITION if facts.position:
            return f"What would you look for in somebody for this position: {facts.position.rstrip('. ')}?"
        case PurposeKind.SOMEBODY:
            return "Whose view of this do you trust?"
        case PurposeKind.CHANGED:
            return "I would like to show you what I changed."
    return f"What does it really take to do your work{at_theirs}?"


def _years_there(facts: MessageFacts) -> str:
    """`I was there from 2014 to 2019`, `I was there until 2019`, `I have been there since 2019`."""
    place = facts.worked_at
    if place is None or not (place.since or place.until):
        return ""
    if place.since and place.until:
        return f"I was there from {place.since} to {place.until}"
    return f"I was there until {place.until}" if place.until else f"I have been there since {place.since}"
