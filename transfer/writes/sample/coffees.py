"""The coffees of the sample: asked, agreed, held and logged, each on its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.knowing import KnownAs
from meetings.models import Meeting, Telling
from meetings.rules.asking import AskKind
from meetings.rules.meeting import Mode
from meetings.rules.purpose import PurposeKind
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from pitch.models import Story
from relationships.rules.debrief import Debrief, Given, Promise
from relationships.writes import asking, planning
from relationships.writes.debrief import log_planned
from relationships.writes.follow_ups import done
from relationships.writes.people import share
from transfer.rules.sample_days import day_from
from transfer.rules.sample_people import COFFEES, Coffee
from transfer.writes.sample.people import known

ASKED, AGREED = -6, -3
"""Days before a coffee."""


@dataclass(frozen=True, kw_only=True)
class Refill:
    name: str
    day: int
    purpose: PurposeKind
    remember: str
    mode: Mode = Mode.IN_PERSON
    gave: tuple[tuple[str, str], ...] = ()
    stories: tuple[int, ...] = ()
    ask_next_time: str | None = None


REFILLS = (
    Refill(
        name="Graham Estevane",
        day=-40,
        purpose=PurposeKind.POSITION,
        remember="Which food makers are growing within an hour of home? Three names, one of them new to me.",
        gave=(("suggestion", "Put plant sizes on the resume"),),
    ),
    Refill(
        name="Yusra Penhale",
        day=-24,
        purpose=PurposeKind.SKILLS,
        remember="Planning and the night shift still do not speak at Brightmill.",
    ),
    Refill(
        name="Halden Brooks",
        day=-19,
        purpose=PurposeKind.SOMEBODY,
        remember="The second site is decided. Bram Ollershaw will staff it.",
        gave=(("referral", "Bram Ollershaw, Saltmarsh Seafood"),),
    ),
    Refill(
        name="Graham Estevane",
        day=-5,
        purpose=PurposeKind.SKILLS,
        mode=Mode.VIDEO,
        remember="The card runs long and the cost story comes first; Graham only woke up at the late deliveries."
        " A daughter has moved back to Aldermoor.",
        gave=(("advice", "Open with late deliveries, not cost"),),
        stories=(1,),
        ask_next_time="Did the boat pass its survey?",
    ),
    Refill(
        name="Annika Sorrel",
        day=-5,
        purpose=PurposeKind.CHANGED,
        remember="The shorter resume reads well. Clemence runs the plant, and would have a view.",
        gave=(("referral", "Clemence Yardlow, Pellworm Drinks"),),
    ),
)

ASK = "Your view, twenty minutes"


def drink_coffees(campaign: Campaign, stories: Sequence[Story], today: date) -> None:
    """In the order of their days, so that the cups are numbered as they were filled."""
    for coffee in (*COFFEES, *REFILLS):
        if isinstance(coffee, Coffee):
            _first(campaign, coffee, stories, today)
        else:
            _again(campaign, coffee, stories, today)
    graham, jonah = (
        Contact.objects.get(campaign=campaign, name=name) for name in ("Graham Estevane", "Jonah Petrelund")
    )
    share(graham, "Canal walks", day_from(today, -40))
    Telling.objects.filter(contact=jonah, story=stories[0]).update(recalled_on=day_from(today, -3))


def _first(campaign: Campaign, coffee: Coffee, stories: Sequence[Story], today: date) -> None:
    held, asked = day_from(today, coffee.day), day_from(today, coffee.day + ASKED)
    before = {
        "known_from_before": date(2009, 3, 2),
        "known_as": KnownAs.WE_TALK.value,
        "knows_about": "Family-owned food makers, night shifts, audits",
    }
    of_graham = before if coffee.name == "Graham Estevane" else {}
    contact = known(campaign, coffee, asked, JoinedBecause.INVITATION, **of_graham)
    purpose = PurposeKind(coffee.purpose)
    asking.invite(contact, sent_on=asked, today=asked, purpose_kind=purpose.value, ask=ASK, ask_kind=AskKind.VIEW.value)
    meeting = _planned(contact, held, day_from(today, coffee.day + AGREED), purpose, coffee.place, ask=ASK)
    debrief = Debrief(
        day=held,
        ask=ASK,
        place=coffee.place,
        remember=coffee.remember,
        share=coffee.share,
        given=tuple(_given(kind, text) for kind, text in coffee.gave),
        stories=frozenset(stories[number].pk for number in coffee.stories),
        promised=_promise(coffee.promised, today),
        waiting=_promise(coffee.waiting, today),
    )
    log_planned(meeting, debrief, today=held)


def _again(campaign: Campaign, refill: Refill, stories: Sequence[Story], today: date) -> None:
    held = day_from(today, refill.day)
    contact = Contact.objects.get(campaign=campaign, name=refill.name)
    done(FollowUp.objects.open().filter(contact=contact, kind=FollowUpKind.TELL), held)
    meeting = _planned(contact, held, day_from(today, refill.day + AGREED), refill.purpose, "Quayside Roasters")
    debrief = Debrief(
        day=held,
        mode=refill.mode,
        place="" if refill.mode is Mode.VIDEO else "Quayside Roasters",
        remember=refill.remember,
        given=tuple(_given(kind, text) for kind, text in refill.gave),
        stories=frozenset(stories[number].pk for number in refill.stories),
        ask_next_time=refill.ask_next_time,
    )
    log_planned(meeting, debrief, today=held)


def _planned(contact: Contact, day: date, agreed: date, purpose: PurposeKind, place: str, ask: str = "") -> Meeting:
    return planning.plan(contact, today=agreed, day=day, place=place, purpose_kind=purpose.value, ask=ask)


def _given(kind: str, text: str) -> Given:
    """A line of what they gave; of a referral, promised or offered, `Name, Company`."""
    if kind not in {ItemKind.REFERRAL.value, ReferralState.OFFERED.value}:
        return Given(kind=ItemKind(kind), text=text)
    name, _, company = text.partition(", ")
    said = ReferralState.OFFERED if kind == ReferralState.OFFERED else ReferralState.PROMISED
    return Given(kind=ItemKind.REFERRAL, name=name, company=company, said=said)


def _promise(written: tuple[str, int] | None, today: date) -> Promise | None:
    return Promise(text=written[0], due=day_from(today, written[1])) if written else None
