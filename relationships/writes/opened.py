"""R18: a message was opened in another program; was it sent? Until that is said they are not asked for anything."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import OpenedMessage
from meetings.rules.opened import WrittenIn
from relationships.writes.people import record
from relationships.writes.standing import refresh


@transaction.atomic
def opened(contact: Contact, written_in: WrittenIn, form: dict[str, list[str]], today: date) -> None:
    """The latest counts: who opens mail and then the profile has written one message. It joins them (R1)."""
    OpenedMessage.objects.update_or_create(
        contact=contact,
        defaults={
            "campaign_id": contact.campaign_id,
            "written_in": written_in.value,
            "form": form,
            "opened_on": today,
        },
    )
    because = JoinedBecause.TOUCH if written_in is WrittenIn.TOUCH else JoinedBecause.INVITATION
    record(contact, because, today)


@transaction.atomic
def not_yet(message: OpenedMessage, today: date) -> None:
    """Asked again tomorrow."""
    OpenedMessage.objects.filter(pk=message.pk).update(opened_on=today)
    refresh([message.contact_id])


@transaction.atomic
def never_sent(message: OpenedMessage) -> None:
    forget([message.contact_id])
    refresh([message.contact_id])


def forget(contacts: Iterable[int]) -> None:
    """It was sent, or another one was: nothing is left to ask. The caller writes the four days of these people anew."""
    OpenedMessage.objects.filter(contact__in=contacts).delete()


def as_it_is(message: OpenedMessage) -> list[Any]:
    return [message.contact_id, message.written_in, message.form, message.opened_on.isoformat()]


def put_back(campaign: Campaign, contact_id: int, written_in: str, form: dict[str, list[str]], day: str) -> int:
    """Ask again whether it was sent; unless another one was opened since, or they are gone."""
    contact = campaign.contacts.filter(pk=contact_id, opened_message=None).first()
    if contact is None:
        return 0
    opened(contact, WrittenIn(written_in), form, date.fromisoformat(day))
    return 1
