"""The acts on questions of the research and on what is filed under them; and what an act is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Model

from accounts.models import User
from contacts.models import Contact
from meetings.rules.meeting import Status
from tests import event_factories, factories

Fields = dict[str, str]


def nothing(contact: Contact) -> Fields:
    return {}


@dataclass(frozen=True, kw_only=True)
class Act:
    """`about`: the row that the address names, else the usual one; `fields`: what is posted beside the form's own."""

    about: Callable[[Contact], Model] | None = None
    fields: Callable[[Contact], Fields] = nothing
    query: str = ""


def says(**fields: str) -> Callable[[Contact], Fields]:
    return lambda contact: fields


def today() -> date:
    return User.objects.get().today()


def planned(contact: Contact) -> Model:
    return factories.make_meeting(contact, status=Status.PLANNED, day=today())


def asked(contact: Contact) -> Model:
    return event_factories.make_question(contact.campaign)


def research_acts() -> dict[str, list[Act]]:
    return {
        "item_file": [Act(fields=lambda contact: {"question": str(asked(contact).pk), "stance": "adds"})],
        "question_answer": [Act(fields=says(answer="Planning first"))],
        "question_edit": [Act(fields=says(text="Who hires?"))],
        "question_file": [Act(fields=lambda contact: {"item": str(factories.make_item(contact).pk), "stance": "adds"})],
        "question_move": [Act(fields=lambda contact: {"above": str(asked(contact).pk)})],
        "question_take_out": [Act(fields=lambda contact: {"item": str(factories.make_item(contact).pk)})],
        "question_who": [Act(fields=lambda contact: {"contact": str(contact.pk), "knows": "yes"})],
        "meeting_questions": [Act(about=planned, fields=lambda contact: {"questions": str(asked(contact).pk)})],
    }
