"""R1: whom the user names as somebody they know is in the network, and known from before; how well is kept."""

from datetime import date

from django.db import transaction

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.knowing import KnownAs
from relationships.writes.editing import back_to_address_book
from relationships.writes.people import join
from relationships.writes.standing import refresh


@transaction.atomic
def know(contact: Contact, known_as: KnownAs, today: date) -> None:
    """They join the network; that they are merely known takes nothing back of what was said before."""
    stored = Contact.objects.select_for_update().get(pk=contact.pk)
    if known_as is not KnownAs.KNOWN or not stored.known_as:
        stored.known_as = known_as.value
        stored.save(update_fields=["known_as"])
    join([stored.pk], JoinedBecause.SAID_SO, today)
    refresh([stored.pk])


@transaction.atomic
def unknow(contact: Contact, before: str) -> bool:
    """As if nobody had said so: back in the address book, known as before. False where something was recorded since."""
    if not back_to_address_book(contact):
        return False
    Contact.objects.filter(pk=contact.pk).update(known_as=before)
    refresh([contact.pk])
    return True
