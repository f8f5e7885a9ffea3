"""Where the next step of a person is done: the main button of their page; and where missing evidence is supplied."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from contacts.models import Contact
from contacts.rules.phases import Missing
from relationships.rules.history import History
from relationships.rules.messages.facts import MessageKind
from relationships.rules.steps import NextStep, StepKind

SHARE_FIELD: Final = "#id_shared"


@dataclass(frozen=True, kw_only=True)
class Action:
    """A button: a link, or a form that is posted. `other` is a second one beside it."""

    label: str
    url: str
    is_post: bool = False
    other: "Action | None" = None


POSTED: Final = {StepKind.ADD: "contact_join", StepKind.BACK: "contact_back"}
ABOUT_ONE: Final = {StepKind.LOG: "meeting_log", StepKind.PREPARE: "meeting"}
VERBS: Final = {StepKind.PREPARE: "Open the plan", StepKind.LOG: "Log it"}
"""Where the words of the step are no verb."""

ASKED: Final = {StepKind.ASK, StepKind.NAME, StepKind.AGAIN}


def action_for(contact: Contact, step: NextStep) -> Action | None:
    """None where the step has its own form in its place, as the answer to an invitation; and where somebody rests."""
    label = VERBS.get(step.kind, step.kind.label)
    if step.kind in POSTED:
        return Action(label=label, url=reverse(POSTED[step.kind], args=[contact.pk]), is_post=True)
    if step.kind in ABOUT_ONE:
        return Action(label=label, url=reverse(ABOUT_ONE[step.kind], args=[step.about]))
    if step.kind in ASKED:
        return Action(label=label, url=reverse("invite", args=[contact.pk]))
    return _of_kind(contact, step, label)


def _of_kind(contact: Contact, step: NextStep, label: str) -> Action | None:
    match step.kind:
        case StepKind.PLAN:
            reply = Action(label="Write two times", url=to_write(contact, MessageKind.REPLY))
            return Action(label=label, url=of(contact, "meeting_plan"), other=reply)
        case StepKind.DO:
            return done(step, label)
        case StepKind.WRITE:
            return Action(label=label, url=writing(contact, step), other=done(step, "Done already"))
        case StepKind.CHASE:
            return Action(label=label, url=writing(contact, step), other=done(step, "They did it"))
        case StepKind.REMIND:
            url = reverse("invitation_remind", args=[step.about])
            reminded = Action(label="I have reminded them", url=url, is_post=True)
            return Action(label=label, url=reverse("invite", args=[contact.pk]), other=reminded)
        case StepKind.LEAVE:
            return Action(label=label, url=reverse("contact_leave", args=[contact.pk]))
        case StepKind.QUIET:
            return Action(label=label, url=reverse("contact_touch", args=[contact.pk]))
        case _:
            return None


def supplies(contact: Contact, what: Missing, history: History) -> str:
    """The address where this missing evidence is noted."""
    if what is Missing.SHARED:
        return SHARE_FIELD
    if what is Missing.ONE_ON_ONE:
        return reverse("invite", args=[contact.pk])
    planned = history.planned
    return reverse("meeting_log", args=[planned[0].meeting_id]) if planned else of(contact, "meeting_log_new")


def of(contact: Contact, name: str) -> str:
    """The form of this name, about this contact."""
    return f"{reverse(name)}?contact={contact.pk}"


def to_write(contact: Contact, kind: MessageKind) -> str:
    """Where a message of this kind stands composed."""
    return f"{reverse('contact_touch', args=[contact.pk])}?write={kind}"


def writing(contact: Contact, step: NextStep) -> str:
    return f"{reverse('contact_touch', args=[contact.pk])}?follow_up={step.about}"


def done(step: NextStep, label: str) -> Action:
    return Action(label=label, url=reverse("follow_up_done", args=[step.about]), is_post=True)
