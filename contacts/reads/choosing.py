"""Who of the address book to ask about in one sitting: short lists that an index gives, weighed by the rule.

However many people there are, a few hundred are looked at.
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from campaigns.models import Campaign
from contacts.models import Company, Contact, ContactEmail, ContactQuerySet
from contacts.rules.likely import Acquainted, LikelyPerson, likely_first, telling_words
from contacts.rules.places import OwnPlace, own_places, place_of

LISTED: Final = 60
"""How many each list gives."""


def may_be_asked(campaign: Campaign, today: date) -> ContactQuerySet:
    """The address book without those left, put off, or not meant for this search."""
    free = Q(not_now_until=None) | Q(not_now_until__lte=today)
    people: ContactQuerySet = Contact.objects.in_address_book().here(today)
    return people.filter(free, campaign=campaign, not_for_this=False)


def one_sitting(campaign: Campaign, today: date) -> list[LikelyPerson]:
    """The likely ones, with the reasons."""
    worked, studied = own_places(campaign.worked_at), own_places(campaign.studied_at)
    ids = {pk for listed in _short_lists(campaign, today, worked | studied) for pk in listed[:LISTED]}
    has_email = Exists(ContactEmail.objects.filter(contact=OuterRef("pk")))
    people = Contact.objects.filter(campaign=campaign, pk__in=ids).select_related("company").order_by()
    return likely_first(
        (
            Acquainted(
                contact_id=contact.pk,
                company=contact.company.name if contact.company else "",
                position=contact.position,
                worked_at=_place(contact, worked),
                studied_at=_place(contact, studied),
                at_target=bool(contact.company and contact.company.is_target),
                is_known=contact.is_known,
                has_email=vars(contact)["has_email"],
                connected_on=contact.connected_on,
            )
            for contact in people.annotate(has_email=has_email)
        ),
        campaign.position,
    )


def _short_lists(campaign: Campaign, today: date, places: Iterable[str]) -> Iterable[QuerySet[Contact, int]]:
    book = may_be_asked(campaign, today)
    ids = book.order_by().values_list("pk", flat=True)
    companies = Company.objects.filter(campaign=campaign).order_by()
    own = companies.of_places(places).values_list("pk", flat=True)[:LISTED]
    if own:
        yield ids.filter(company__in=list(own))
    yield ids.filter(company__in=companies.targets().values("pk"))
    yield book.known().order_by().values_list("pk", flat=True)
    latest = ids.filter(connected_on__isnull=False).order_by("-connected_on", "pk")
    words = telling_words(campaign.position)
    if words:
        yield latest.filter(reduce(or_, (Q(position__icontains=word) for word in words)))
    yield latest.filter(Exists(ContactEmail.objects.filter(contact=OuterRef("pk"))))
    yield latest
    yield book.order_by("sort_name", "pk").values_list("pk", flat=True)


def _place(contact: Contact, places: dict[str, OwnPlace]) -> str:
    """Which of the user's places their company is."""
    place = place_of(contact.company.folded, places) if contact.company else None
    return place.name if place else ""
