"""Law 3: the copies on the contact that follow from the evidence are written here, and nowhere else."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Final

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import Contact, SearchWord
from relationships.reads.history import histories_of
from relationships.rules.standing import Standing, standing_of

AT_ONCE: Final = 500
COPIES: Final = [field.name for field in fields(Standing)]


def refresh(contacts: Iterable[int]) -> None:
    """Write what follows from the evidence that stands, for one contact or thousands.

    Called inside the transaction of every write of evidence, with the primary keys of the contacts concerned. The
    contacts are locked before their history is read: two kinds of evidence written at once leave no stale copy.
    """
    for some in slices(contacts):
        with transaction.atomic(savepoint=False):
            people = Contact.objects.select_for_update(of=("self",), no_key=True)
            locked = list(people.filter(pk__in=some).order_by("pk"))
            histories = histories_of(contact.pk for contact in locked)
            _write(contact for contact in locked if _take_over(contact, standing_of(histories[contact.pk])))
            SearchWord.objects.filter(contact__in=some).mark_again()


def refresh_network(campaign: Campaign) -> None:
    """After a write that is evidence for everybody: the time zone, days off, the campaign's start."""
    refresh(campaign.contacts.in_network().order_by("pk").values_list("pk", flat=True))


def out_of_step() -> Iterator[int]:
    """The contacts, of all campaigns, whose copies say something else than follows from their evidence."""
    for some in slices(Contact.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=AT_ONCE)):
        histories = histories_of(some)
        for contact in Contact.objects.filter(pk__in=some):
            if stored(contact) != standing_of(histories[contact.pk]):
                yield contact.pk
    yield from SearchWord.objects.out_of_step().values_list("contact", flat=True)


def stored(contact: Contact) -> Standing:
    """What the copies on the contact say now."""
    return Standing(**{name: getattr(contact, name) for name in COPIES})


def slices(contacts: Iterable[int]) -> Iterator[list[int]]:
    """Each once, some at a time."""
    ids = list(dict.fromkeys(contacts))
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _take_over(contact: Contact, standing: Standing) -> bool:
    """Whether anything changes by it."""
    if stored(contact) == standing:
        return False
    for name, value in asdict(standing).items():
        setattr(contact, name, value)
    return True


def _write(changed: Iterable[Contact]) -> None:
    contacts = list(changed)
    if len(contacts) == 1:
        contacts[0].save(update_fields=COPIES)
    else:
        Contact.objects.bulk_update(contacts, COPIES, batch_size=100)
