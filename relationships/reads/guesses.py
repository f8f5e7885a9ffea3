"""R2: what the user and somebody may share, as far as the app knows: offered as one click wherever it is asked for."""

from collections.abc import Iterable

from contacts.models import Contact
from contacts.rules.may_share import KnownOfThem, may_share
from outcomes.models import ObtainedItem


def guesses_for(contact: Contact) -> list[str]:
    """At most three, in words that can be noted."""
    givers = ObtainedItem.objects.filter(referred=contact).order_by("day", "pk").values_list("contact__name", flat=True)
    noted = contact.common_ground.values_list("text", flat=True)
    return guessed(contact, introduced_by=givers, noted=noted)


def guessed(contact: Contact, *, introduced_by: Iterable[str], noted: Iterable[str]) -> list[str]:
    """The same where it was read already who named them, and what is noted."""
    details = contact.imported_details.values()
    texts = (", ".join(map(str, value)) if isinstance(value, list) else str(value) for value in details)
    introducers = [contact.introduced_by.name] if contact.introduced_by else []
    them = KnownOfThem(
        company=contact.company.name if contact.company else "",
        texts=(contact.how_we_met, contact.worked_before, *texts),
        introduced_by=(*introducers, *introduced_by),
        noted=tuple(noted),
    )
    return may_share(them, worked_at=contact.campaign.worked_at, studied_at=contact.campaign.studied_at)
