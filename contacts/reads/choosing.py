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
from contacts.models import Company, Contact, ContactEmail
from contacts.rules.likely import Acquainted, LikelyPerson, likely_first, telling_words
from contacts.rules.same_person import fold

LISTED: Final = 60
"""How many each list gives."""


def may_be_asked(campaign: Campaign, today: date) -> QuerySet[Contact]:
    """The address book without those left, put off, or not meant for this search."""
    free = Q(not_now_until=None) | Q(not_now_until__lte=today)
    return Contact.objects.in_address_book().here(today).filter(free, campaign=campaign, not_for_this=False)


def one_sitting(campaign: Campaign, today: date) -> list[LikelyPerson]:
    """The likely ones, with the reasons."""
    worked, studied = _places(campaign.worked_at), _places(campaign.studied_at)
    ids = {pk for listed in _short_lists(campaign, today, worked | studied) for pk in listed[:LISTED]}
    has_email = Exists(ContactEmail.objects.filter(contact=OuterRef("pk")))
    people = Contact.objects.filter(campaign=campaign, pk__in=ids).select_related("company").order_by()
    return likely_first(
        (
            Acquainted(
                contact_id=contact.pk,
                name=contact.name,
                company=contact.company.name if contact.company else "",
                position=contact.position,
                worked_at=_place(contact, worked),
                studied_at=_place(contact, studied),
                at_target=bool(contact.company and contact.company.is_target),
                known_from_before=contact.known_from_before is not None,
                has_email=vars(contact)["has_email"],
                connected_on=contact.connected_on,
            )
            for contact in people.annotate(has_email=has_email)
        ),
        campaign.position,
    )


def _short_lists(campaign: Campaign, today: date, places: dict[str, str]) -> Iterable[QuerySet[Contact, int]]:
    book = may_be_asked(campaign, today)
    ids = book.order_by().values_list("pk", flat=True)
    companies = Company.objects.filter(campaign=campaign).order_by()
    if places:
        named = reduce(or_, (Q(folded=place) | Q(folded__startswith=f"{place} ") for place in places))
        yield ids.filter(company__in=list(companies.filter(named).values_list("pk", flat=True)[:LISTED]))
    yield ids.filter(company__in=companies.targets().values("pk"))
    yield ids.filter(known_from_before__isnull=False)
    latest = ids.filter(connected_on__isnull=False).order_by("-connected_on", "pk")
    words = telling_words(campaign.position)
    if words:
        yield latest.filter(reduce(or_, (Q(position__icontains=word) for word in words)))
    yield latest.filter(Exists(ContactEmail.objects.filter(contact=OuterRef("pk"))))
    yield latest
    yield book.order_by("sort_name", "pk").values_list("pk", flat=True)


def _places(lines: str) -> dict[str, str]:
    return {folded: line.strip() for line in lines.splitlines()[:50] if (folded := fold(line))}


def _place(contact: Contact, places: dict[str, str]) -> str:
    """Which of the user's places their company is: `Greenlow` is also `Greenlow Foods`."""
    folded = contact.company.folded if contact.company else ""
    return next((said for place, said in places.items() if f"{folded} ".startswith(f"{place} ")), "")
