"""Desmond names Oriel: what the tests of referrals look at."""

from datetime import date, timedelta

from contacts.models import Contact
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.reads.history import next_steps
from relationships.rules.debrief import Given
from relationships.rules.history import Moment
from relationships.rules.steps import StepKind
from tests import factories
from tests.factories import at

MONDAY = factories.DAY
TUESDAY = MONDAY + timedelta(days=1)
IN_A_WEEK = MONDAY + timedelta(days=7)
MORNING = Moment(today=MONDAY, now=at(MONDAY, 9))
NAMES = Given(kind=ItemKind.REFERRAL, name="Oriel Hathersey", company="Greenlow Foods")
LETS = Given(kind=ItemKind.REFERRAL, name="Oriel Hathersey", said=ReferralState.OFFERED)


def oriel() -> Contact:
    return Contact.objects.get(name="Oriel Hathersey")


def state(item: ObtainedItem) -> str:
    item.refresh_from_db()
    return item.referral_state


def waits() -> list[tuple[str, str, date]]:
    rows = FollowUp.objects.filter(kind=FollowUpKind.WAITING).order_by("pk")
    return [(row.text, row.status, row.due_on) for row in rows]


def to_write() -> list[tuple[str, str, date]]:
    return [(row.text, row.status, row.due_on) for row in FollowUp.objects.filter(introduction=True).order_by("pk")]


def step_of(contact: Contact) -> tuple[StepKind, str]:
    step = next_steps(contact.campaign, [contact.pk], MORNING)[contact.pk]
    return step.kind, step.words


WAITS = ("Desmond wants to introduce you to Oriel", FollowUpStatus.OPEN, IN_A_WEEK)
TO_WRITE = ("Write to Oriel: Desmond has introduced you", FollowUpStatus.OPEN, TUESDAY)
