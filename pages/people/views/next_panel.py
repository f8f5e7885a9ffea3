"""The next step as a person's page shows it: its words, what is said beside it, and its buttons."""

from typing import Any, Final

from django.urls import reverse

from campaigns.rules.days import on_day
from campaigns.rules.if_silent import AT_A_NO, IfSilent
from contacts.models import Contact
from meetings.rules.asking import FIRST_SILENCE
from outcomes.models import FollowUp, ObtainedItem
from pages.people.views.next_action import Action, action_for, to_write
from relationships.reads.record import Record
from relationships.rules.days import silent_on
from relationships.rules.history import Moment
from relationships.rules.kind_words import A_NO, rests_after_a_no, rests_for_the_giver, wrote_after_a_no
from relationships.rules.messages.facts import MessageKind
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep, StepKind
from today.reads.next_people import easy_to_ask, reasons_for

SILENT: Final = {StepKind.REMIND, StepKind.LEAVE}
ASKING: Final = {StepKind.ASK, StepKind.AGAIN, StepKind.NAME}


def next_panel(record: Record, now: Moment) -> dict[str, Any]:
    """What the template says; somebody who rests is not asked by the buttons above the page either."""
    person, history = record.contact, record.history
    step = next_step(history, now)
    after_a_no, for_the_giver = rests_after_a_no(history, step, now), rests_for_the_giver(history, step, now)
    wrote = wrote_after_a_no(history)
    return {
        "step": step,
        "action": after_no(person, wrote=wrote) if after_a_no else action_for(person, step),
        "beside": (f"{A_NO} You wrote since." if wrote else f"{A_NO} Thank {person.short_name}, and leave it there.")
        if after_a_no
        else said_beside(record, step, now),
        "may_wait": step.kind in ASKING,
        "invitation": history.waiting_invitation,
        "is_waiting": step.kind is StepKind.WAIT,
        "awaited": record.promised,
        "whose_turn": turn_of(record.promised[-1], now) if for_the_giver else "",
        "rests": after_a_no or for_the_giver,
        **_beforehand(record, step, now, is_no=after_a_no),
    }


def _beforehand(record: Record, step: NextStep, now: Moment, *, is_no: bool) -> dict[str, Any]:
    """R23: what to do at a silence is asked once, after the first *Sent*, and shown at a silence and at a no."""
    person, waiting = record.contact, record.history.waiting_invitation
    campaign = person.campaign
    if is_no or step.kind in SILENT:
        is_first = is_no or not record.was_silent
        easy = easy_to_ask(campaign, now.today, person.pk) if is_first else None
        holds = not is_no or campaign.if_silent in AT_A_NO
        return {"decided": campaign.decided_before if holds else "", "easy": easy}
    if waiting and campaign.if_silent:
        return {"decided": campaign.decided_before}
    if waiting:
        return {"silent_on": silent_on(waiting, record.history), "if_silent_choices": IfSilent.choices()}
    return {}


def said_beside(record: Record, step: NextStep, now: Moment) -> str:
    """R17: what is said once, to who meets silence for the first time. R21: the reasons to ask them."""
    person = record.contact
    if step.kind in ASKING:
        return " ".join(
            f"{reason}." for reason in reasons_for(person.campaign, [person.pk], now.today).get(person.pk, ())
        )
    return FIRST_SILENCE if step.kind is StepKind.REMIND and not record.was_silent else ""


def after_no(person: Contact, *, wrote: bool) -> Action:
    leave = Action(label="Leave for now", url=reverse("contact_leave", args=[person.pk]))
    if wrote:
        return leave
    return Action(label="Thank them", url=to_write(person, MessageKind.THANK_NO), other=leave)


def turn_of(promised: ObtainedItem, now: Moment) -> str:
    """Who said it when, and when Today asks again."""
    giver, today = promised.contact.short_name, now.today
    said = f"Said {on_day(promised.day, today)}. It is {giver}’s turn"
    waits = FollowUp.objects.waiting().filter(item=promised).order_by("due_on").first()
    if waits is None or waits.due_on <= today:
        return f"{said}."
    return f"{said}; Today asks again {on_day(waits.due_on, today)}. Until then there is nothing to do."
