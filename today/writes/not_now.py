"""R10: "Not now" keeps a person out of the proposals for four weeks; it can be taken back."""

from datetime import date

from contacts.models import Contact
from today.rules.next_people import not_now_until


def not_now(contact: Contact, today: date) -> date:
    contact.not_now_until = not_now_until(today)
    contact.save(update_fields=["not_now_until"])
    return contact.not_now_until


def propose_again(contact: Contact) -> None:
    contact.not_now_until = None
    contact.save(update_fields=["not_now_until"])
