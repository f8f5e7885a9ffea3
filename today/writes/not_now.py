"""R10: "Not now" keeps a person out of the proposals for four weeks; it can be taken back."""

from datetime import date

from django.db import transaction

from contacts.models import Contact
from relationships.writes.standing import refresh
from today.rules.next_people import not_now_until


@transaction.atomic
def not_now(contact: Contact, today: date) -> date:
    """Answers until when."""
    until = not_now_until(today)
    _keep_away(contact, until)
    return until


@transaction.atomic
def propose_again(contact: Contact) -> None:
    """The same taken back."""
    _keep_away(contact, None)


def _keep_away(contact: Contact, until: date | None) -> None:
    contact.not_now_until = until
    contact.save(update_fields=["not_now_until"])
    refresh([contact.pk])
