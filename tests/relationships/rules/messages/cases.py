"""What stands about somebody, from a stranger to an old friend: each with the words that follow from it beside."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from contacts.rules.places import OwnPlace
from meetings.rules.purpose import PurposeKind
from relationships.rules.messages.composing import Template
from relationships.rules.messages.days_to_offer import TIMES, two_days
from relationships.rules.messages.facts import DayWords, Given, MessageFacts, MessageKind, Named

MONDAY: Final = date(2026, 11, 30)
ANNA: Final = Named(first="Anna", full="Anna Lindqvist")
ADA: Final = Named(first="Ada", full="Ada Okafor", formal="Ms Okafor")
LEILA: Final = Named(first="ليلى", full="ليلى حداد")
LI: Final = Named(first="Li", full="Li Na", by_first=True)
MAPLE: Final = OwnPlace(name="Maple Foods", since=2014, until=2019)

COLLEGE: Final = OwnPlace(name="Aldermoor College")

STRANGER: Final = MessageFacts(
    them=ANNA,
    me="Frank Hauser",
    today=MONDAY,
    situation="my job ended in October",
    position="operations in a mid-sized company",
    days=two_days(MONDAY),
    times=TIMES,
)
EVERYTHING: Final = replace(
    STRANGER,
    them=ADA,
    company="Helmer",
    giver="Priya Nair",
    giver_at="Maple Foods",
    is_known=True,
    worked_at=MAPLE,
    studied_at=COLLEGE,
    shares="we both sail",
    skills=("dispatch", "planning"),
    last_met=date(2026, 11, 3),
    given=Given(text="Begin with the library project.", day=date(2026, 11, 3), became="I did."),
    story="The warehouse was full. I moved the fast goods to the front. Dispatch took half the time.",
)
A_NAME: Final = Given(text="", day=MONDAY, person="Jens Albrecht")
NOTHING: Final = MessageFacts(them=Named(first="", full="山田太郎"), today=MONDAY)

AT_THE_FAIR: Final[dict[str, Any]] = {"event": "the trade fair", "event_on": date(2026, 11, 23)}

INVITE: Final = MessageKind.INVITE
CASES: Final = (
    ("a stranger", INVITE, STRANGER),
    ("a stranger at a company", INVITE, replace(STRANGER, company="Helmer")),
    ("a stranger of whom nothing is known", INVITE, NOTHING),
    ("a stranger who shared an employer", INVITE, replace(STRANGER, worked_at=MAPLE)),
    ("the same, without years", INVITE, replace(STRANGER, worked_at=OwnPlace(name="Maple Foods"))),
    ("the same, until a year", INVITE, replace(STRANGER, worked_at=OwnPlace(name="Maple Foods", until=2019))),
    ("the same, since a year", INVITE, replace(STRANGER, worked_at=OwnPlace(name="Maple Foods", since=2019))),
    ("a stranger of the same school", INVITE, replace(STRANGER, studied_at=COLLEGE)),
    ("a stranger with something in common", INVITE, replace(STRANGER, shares="we both sail.")),
    ("introduced", INVITE, replace(STRANGER, them=ADA, giver="Priya Nair", company="Helmer")),
    ("introduced by a colleague", INVITE, replace(STRANGER, them=ADA, giver="Priya Nair", giver_at="Maple Foods")),
    ("a name that may be used", INVITE, replace(STRANGER, giver="Priya Nair", lent=True)),
    ("met at an event, and agreed", INVITE, replace(STRANGER, **AT_THE_FAIR, agreed=True, shares="we both sail")),
    ("met at an event, nothing said", INVITE, replace(STRANGER, **AT_THE_FAIR, worked_at=MAPLE)),
    ("an old friend, met at an event", INVITE, replace(STRANGER, **AT_THE_FAIR, is_known=True)),
    ("an old friend", INVITE, replace(STRANGER, is_known=True, purpose=PurposeKind.SKILLS)),
    ("long ago", INVITE, replace(STRANGER, is_known=True, long_ago=True, worked_at=MAPLE)),
    ("long ago, and nothing said of oneself", INVITE, replace(STRANGER, long_ago=True, situation="")),
    ("met before", INVITE, replace(STRANGER, last_met=date(2026, 11, 3))),
    ("met before, with advice", INVITE, EVERYTHING),
    ("met before, with a name", INVITE, replace(EVERYTHING, given=A_NAME)),
    ("a question of one’s own", INVITE, replace(STRANGER, ask="What did you have to learn first?")),
    ("an ask that is no question", INVITE, replace(STRANGER, ask="their view of my path")),
    ("the position", INVITE, replace(STRANGER, worked_at=MAPLE, purpose=PurposeKind.POSITION)),
    ("the path", INVITE, replace(STRANGER, worked_at=MAPLE, purpose=PurposeKind.PATH)),
    ("skills of a stranger", INVITE, replace(STRANGER, purpose=PurposeKind.SKILLS, skills=("dispatch", "planning"))),
    ("skills, none noted", INVITE, replace(STRANGER, purpose=PurposeKind.SKILLS)),
    ("somebody to talk to", INVITE, replace(STRANGER, purpose=PurposeKind.SOMEBODY)),
    ("what was changed", INVITE, replace(EVERYTHING, purpose=PurposeKind.CHANGED)),
    ("right to left", INVITE, replace(STRANGER, them=LEILA, company="شركة النور")),
    ("a long name", INVITE, replace(STRANGER, them=Named(first="A" * 120, full="A" * 120 + " " + "B" * 119))),
    ("by first name, as the user chose", INVITE, replace(STRANGER, them=replace(ANNA, by_first=True))),
    ("by full name, as the user chose", INVITE, replace(STRANGER, them=replace(ANNA, by_first=False), is_known=True)),
    ("a reminder", MessageKind.REMIND, replace(STRANGER, ask="What did you have to learn first?")),
    ("a reply to a yes", MessageKind.REPLY, STRANGER),
    ("a reply, at a place", MessageKind.REPLY, replace(STRANGER, place="Café Nord", is_known=True)),
    ("thanks", MessageKind.THANK, EVERYTHING),
    ("thanks for nothing noted", MessageKind.THANK, replace(STRANGER, last_met=MONDAY)),
    ("news of advice", MessageKind.TELL, EVERYTHING),
    ("news of a name", MessageKind.TELL, replace(EVERYTHING, given=A_NAME)),
    ("said no before", MessageKind.NEWS, replace(STRANGER, said_no_on=date(2025, 11, 9))),
    ("to pass on", MessageKind.BLURB, EVERYTHING),
    ("to pass on, without a story", MessageKind.BLURB, STRANGER),
    ("thanks for a no", MessageKind.THANK_NO, STRANGER),
    ("thanks for a no, among friends", MessageKind.THANK_NO, replace(STRANGER, is_known=True)),
    ("thanks for a name", MessageKind.THANK, replace(EVERYTHING, given=A_NAME)),
    ("a reminder to a friend", MessageKind.REMIND, replace(STRANGER, is_known=True, purpose=PurposeKind.SKILLS)),
    ("a reminder right to left", MessageKind.REMIND, replace(STRANGER, them=LEILA, ask="ما رأيك؟")),
    ("said no, and nothing is sought", MessageKind.NEWS, replace(STRANGER, said_no_on=date(2026, 11, 9), position="")),
    ("introduced right to left", INVITE, replace(STRANGER, them=LEILA, giver="سامي")),
    ("introduced, and nothing said of oneself", INVITE, replace(STRANGER, giver="Priya", situation="", position="")),
    ("an employer of both, and a story heard", INVITE, replace(EVERYTHING, giver="", is_known=False, last_met=None)),
    ("a school, by first name", INVITE, replace(STRANGER, them=LI, studied_at=COLLEGE)),
    ("long ago at school", INVITE, replace(STRANGER, long_ago=True, studied_at=COLLEGE)),
    ("a long question", INVITE, replace(STRANGER, worked_at=MAPLE, ask="Which of the many things " * 15 + "count?")),
    ("hostile text", INVITE, replace(STRANGER, company="<b>{name}</b>", ask="{me} & co?")),
    ("at the turn of a month", INVITE, replace(STRANGER, worked_at=MAPLE, days=two_days(date(2026, 11, 26)))),
    ("met today", MessageKind.THANK, replace(EVERYTHING, last_met=MONDAY, given=None)),
)  # fmt: skip

GERMAN: Final = replace(
    STRANGER,
    worked_at=MAPLE,
    in_other_words=DayWords(days="Montag 7. Dezember / Mittwoch 9. Dezember", times="Montag 7. Dezember, 10:00"),
)
OWN: Final = {
    "invite_colleague": Template(
        long="Guten Tag {name},\n\nwir waren beide bei {place}.\n{Situation}.\n{question}\nPasst {days}?\n\n{me}",
        short="Hallo {short_name},\nwir waren beide bei {place}.\n?{question}\n?{me}",
    ),
    "invite_none": Template(long="Guten Tag {name},\n\nwir kennen uns nicht.\n{question}\n\n{me}"),
    "reply": Template(long="Danke, {name}.\nPasst {times}?", short="Danke! Passt {times}?"),
}
IN_GERMAN: Final = (
    ("an employer of both, in German", INVITE, replace(GERMAN, ask="Was fehlt mir noch?")),
    ("the same, with nothing asked", INVITE, GERMAN),
    ("a stranger, in German", INVITE, replace(GERMAN, worked_at=None, ask="Was zählt?")),
    ("a reply, in German", MessageKind.REPLY, GERMAN),
    ("what is not written in German yet", MessageKind.THANK, replace(GERMAN, last_met=date(2026, 11, 3))),
)  # fmt: skip
