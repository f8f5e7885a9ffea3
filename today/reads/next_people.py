"""R10: the people who might be asked next, from short lists that indices give, and what the rule weighs of each."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from campaigns.models import Campaign
from contacts.models import CommonGround, Company, Contact, ContactQuerySet
from contacts.rules.knowing import KnownAs
from meetings.rules.purpose import shares_a_word
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ReferralState
from today.rules.candidate import Candidate
from today.rules.next_people import AGAIN_AFTER, why_ask
from today.rules.places import OwnPlace, own_places, place_of

LISTED: Final = 15
"""How many each list gives: three are shown, and the rule weighs who is among several."""

COLUMNS: Final = (
    "name", "given_name", "phase", "joined_on", "known_as", "known_from_before", "position", "held_count",
    "first_held_on", "last_spoke_on", "connected_on", "company__name", "company__folded", "company__is_target",
    "introduced_by__name", "introduced_by__given_name",
)  # fmt: skip
Places = tuple[dict[str, OwnPlace], dict[str, OwnPlace]]
NOT_MADE: Final = (ReferralState.PROMISED, ReferralState.OFFERED, ReferralState.DECLINED)


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Those who stand on the list of the day, and those who might be asked beside them."""

    listed: list[Candidate]
    others: list[Candidate]


def weighed(campaign: Campaign, today: date, listed: Collection[int] = ()) -> Weighed:
    """What the rule weighs of those on the list, by their keys, and of those who are likely to be asked; one query."""
    places = _places(campaign)
    worked, studied = places
    lists = (Q(pk__in=one.values("pk")[:LISTED]) for one in _short_lists(campaign, today, [*worked, *studied]))
    found = _candidates(campaign, reduce(or_, lists, Q(pk__in=listed)), places)
    return Weighed(
        listed=[one for one in found if one.contact_id in listed],
        others=[one for one in found if one.contact_id not in listed],
    )


def reasons_for(campaign: Campaign, contact_ids: Iterable[int], today: date) -> dict[int, tuple[str, ...]]:
    """Why each of these people would be asked, the heaviest reason first; nobody without one is among them."""
    cups = campaign.contacts.cups().count()
    ids = Q(pk__in=list(contact_ids))
    return {
        one.contact_id: why
        for one in _candidates(campaign, ids, _places(campaign))
        if (why := why_ask(one, today, cups))
    }


def _places(campaign: Campaign) -> Places:
    """Where the user worked, and where they studied."""
    return own_places(campaign.worked_at.splitlines()), own_places(campaign.studied_at.splitlines())


def _short_lists(campaign: Campaign, today: date, places: list[str]) -> Iterator[ContactQuerySet]:
    """Each way of being worth a row: of the network by the day from which they may be asked, then of the book."""
    nothing_to_do = Q(acts_on=None) | Q(acts_on__gt=today)
    free = campaign.contacts.in_network().filter(nothing_to_do, free_on__lte=today).order_by()
    fresh, book = free.filter(held_count=0), _book(campaign, today)
    own = Q(company__in=_own_companies(campaign, places))
    named = ObtainedItem.objects.referrals().filter(campaign=campaign, referred__isnull=False)
    yield fresh.filter(Q(pk__in=named.values("referred")) | Q(introduced_by__isnull=False))
    yield fresh.known()
    yield fresh.filter(own)
    yield fresh.filter(pk__in=CommonGround.objects.found().filter(campaign=campaign).values("contact"))
    yield fresh.order_by("-free_on", "-pk")
    told = FollowUp.objects.filter(contact=OuterRef("pk"), kind=FollowUpKind.TELL, status=FollowUpStatus.DONE)
    ready = Q(held_count__gte=2) | Q(known_as=KnownAs.WE_TALK) | Exists(told)
    yield free.filter(ready, first_held_on__lte=today - AGAIN_AFTER).order_by("first_held_on", "pk")
    yield book.known()
    yield book.filter(own)
    yield book.filter(connected_on__isnull=False).order_by("-connected_on", "pk")


def _own_companies(campaign: Campaign, places: list[str]) -> QuerySet[Company]:
    """The target companies, and those where the user worked or studied."""
    mine = (Q(folded=place) | Q(folded__startswith=f"{place} ") for place in places)
    return Company.objects.filter(reduce(or_, mine, Q(is_target=True)), campaign=campaign).order_by()


def _book(campaign: Campaign, today: date) -> ContactQuerySet:
    """Of the address book who was not left, put off, or not meant for this search."""
    put_off = Q(not_now_until__gt=today)
    return campaign.contacts.in_address_book().here(today).filter(~put_off, not_for_this=False).order_by()


def _candidates(campaign: Campaign, which: Q, places: Places) -> list[Candidate]:
    items = ObtainedItem.objects.referrals().filter(referred=OuterRef("pk")).order_by("-day", "-pk")
    made = items.exclude(referral_state__in=NOT_MADE).values("contact__given_name")[:1]
    lent = items.filter(referral_state=ReferralState.OFFERED).values("contact__given_name")[:1]
    promised = items.filter(referral_state=ReferralState.PROMISED)
    ground = CommonGround.objects.found().filter(contact=OuterRef("pk")).order_by("found_on", "pk").values("text")[:1]
    told = FollowUp.objects.filter(contact=OuterRef("pk"), kind=FollowUpKind.TELL, status=FollowUpStatus.DONE)
    people: ContactQuerySet = Contact.objects.filter(which, campaign=campaign).order_by()
    found = (
        people.select_related("company", "introduced_by")
        .only(*COLUMNS)
        .annotate(
            made=Subquery(made),
            lent=Subquery(lent),
            promised=Exists(promised),
            shares=Subquery(ground),
            told=Exists(told),
        )
    )
    return [_candidate(contact, vars(contact), campaign.position, *places) for contact in found]


def _candidate(
    contact: Contact,
    also: dict[str, Any],
    position: str,
    worked: dict[str, OwnPlace],
    studied: dict[str, OwnPlace],
) -> Candidate:
    company = contact.company
    folded = company.folded if company else ""
    # Where no referral speaks of it, the contact itself says who introduced them.
    giver = contact.introduced_by.short_name if contact.introduced_by and not also["promised"] else ""
    return Candidate(
        contact_id=contact.pk,
        name=contact.name,
        called=contact.short_name,
        phase=contact.phase,
        in_network=contact.in_network,
        introduced_by=also["made"] or ("" if also["lent"] else giver),
        named_by=also["lent"] or "",
        is_known=contact.is_known,
        known_as=KnownAs(contact.known_as) if contact.known_as else None,
        at_target=company.name if company and company.is_target else "",
        shares=also["shares"] or "",
        worked_at=place_of(folded, worked),
        studied_at=place_of(folded, studied),
        position_like_mine=shares_a_word(position, contact.position),
        times_met=contact.held_count,
        first_met_on=contact.first_held_on,
        told_of_use=also["told"],
        last_spoke_on=contact.last_spoke_on,
        connected_on=contact.connected_on,
    )
