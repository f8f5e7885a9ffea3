"""What is open in the sample today: who is booked, who was asked, and what falls due."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from meetings.rules.asking import AskKind
from meetings.rules.purpose import PurposeKind
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from pitch.models import Story
from relationships.writes import asking, planning
from relationships.writes.follow_ups import add_follow_up, put_off
from relationships.writes.introductions import introduced
from transfer.rules.sample_days import day_from
from transfer.rules.sample_people import BOOKED, INVITED
from transfer.writes.sample.people import known

ASK: Final = "Your view of plants of that size, twenty minutes"


def leave_open(campaign: Campaign, stories: Sequence[Story], today: date) -> None:
    for person, day in INVITED:
        sent = day_from(today, day)
        contact = known(campaign, person, sent, JoinedBecause.INVITATION)
        asking.invite(contact, sent_on=sent, today=sent, purpose_kind=PurposeKind.POSITION.value, ask=ASK)
    _book(campaign, today)
    people = {contact.name: contact for contact in Contact.objects.filter(campaign=campaign, joined_on__isnull=False)}
    _follow_up(people, today)
    Contact.objects.filter(pk=people["Mireille Vossanne"].pk).update(ask_next_time="Did the second roaster arrive?")
    planning.touch(
        people["Noor Halvane"],
        today=today,
        day=today,
        direction=Direction.SENT.value,
        channel=Channel.MAIL.value,
        matter=Matter.OTHER.value,
        text="The plant list is on its way.",
    )


def _book(campaign: Campaign, today: date) -> None:
    """One to log, two today, one later this week: each was asked, and what for is carried into the plan."""
    desmond, ilse, matteo = (known(campaign, person, day_from(today, -12)) for person in BOOKED)
    samir = Contact.objects.get(campaign=campaign, name="Samir Oakhurst")
    agreed = day_from(today, -5)
    for contact, day, hour, minute, purpose in (
        (desmond, -3, 15, 0, PurposeKind.ACQUAINT),
        (ilse, 0, 10, 30, PurposeKind.SKILLS),
        (samir, 0, 15, 0, PurposeKind.CHANGED),
        (matteo, 3, 9, 0, PurposeKind.POSITION),
    ):
        when = day_from(today, day)
        starts_at = datetime(when.year, when.month, when.day, hour, minute, tzinfo=campaign.owner.zone())
        said: dict[str, Any] = {
            "purpose_kind": purpose.value,
            "purpose": "a shorter resume" if purpose is PurposeKind.CHANGED else "",
            "ask_kind": AskKind.VIEW.value,
            "ask": ASK,
        }
        asked = day_from(today, -9)
        asking.invite(contact, sent_on=asked, today=asked, **said)
        planning.plan(
            contact, today=min(agreed, when), day=when, starts_at=starts_at, place="Quayside Roasters", **said
        )


def _follow_up(people: dict[str, Contact], today: date) -> None:
    """Thandi made the introduction on the last business day; the rest was wanted, or follows from what was used."""
    before = day_from(today, -3)
    promised = ObtainedItem.objects.get(contact=people["Thandi Wexcombe"], referred=people["Oriel Hathersey"])
    introduced(promised, before)
    put_off(FollowUp.objects.waiting().filter(item__referred=people["Bram Ollershaw"]), before)
    for name, kind, text, due, by_rule in (
        ("Corwin Stroud", FollowUpKind.ACTION, "Offer Corwin two dates in December", 0, False),
        ("Thandi Wexcombe", FollowUpKind.THANK_YOU, "Thank Thandi for the introduction", 1, True),
        ("Rosalind Keaveney", FollowUpKind.ACTION, "Send Rosalind the plant sizes", 1, False),
        ("Graham Estevane", FollowUpKind.ACTION, "Show Graham the revised opening", 4, False),
    ):
        add_follow_up(people[name], kind, text, day_from(today, due), today=before, by_rule=by_rule)
