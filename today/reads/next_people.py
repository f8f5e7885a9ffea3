"""R10: the people who might be asked next, from short lists that indices give, and what the rule weighs of each."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Case, Exists, OuterRef, Q, Subquery, When

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact, ContactQuerySet
from contacts.reads.companies import own_companies
from contacts.rules.knowing import KnownAs
from contacts.rules.places import OwnPlace, own_places, place_of
from meetings.models import Encounter
from meetings.rules.events import spoken_event
from meetings.rules.purpose import shares_a_word
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import LED_ON, ReferralState, UsedAs
from today.models import PlannedAsk
from today.rules.candidate import Candidate
from today.rules.next_people import (
    AGAIN_AFTER,
    AGREED,
    COMMON_GROUND,
    INTRODUCED,
    KNOWN,
    TARGET,
    Proposal,
    best,
    proposals,
    why_ask,
)
from today.rules.week_ahead import How, planned_words

LISTED: Final = 20
"""How many each list gives: three are shown, and the rule weighs who is among several."""

EASY: Final = 5
KNOWN_BEFORE: Final = Q(known_from_before__isnull=False) | ~Q(known_as="")
COLUMNS: Final = (
    "name", "given_name", "phase", "joined_on", "known_as", "known_from_before", "position", "held_count",
    "first_held_on", "last_spoke_on", "connected_on", "company__name", "company__folded", "company__is_target",
    "introduced_by__name", "introduced_by__given_name",
)  # fmt: skip
Columns = Any
"""A row of the columns that are asked for here."""

Places = tuple[dict[str, OwnPlace], dict[str, OwnPlace]]


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
    found = _candidates(campaign, reduce(or_, lists, Q(pk__in=listed)), places, today)
    return Weighed(
        listed=[one for one in found if one.contact_id in listed],
        others=[one for one in found if one.contact_id not in listed],
    )


def easy_to_ask(campaign: Campaign, today: date, besides: int) -> Proposal | None:
    """One easy name at a silence or a no (R23): of the network, somebody known from before if there is one."""
    known_first = Case(When(KNOWN_BEFORE, then=1), default=0).desc()
    easy = _free(campaign, today).exclude(pk=besides).order_by(known_first, "-free_on", "-pk").values("pk")[:EASY]
    found = _candidates(campaign, Q(pk__in=easy), _places(campaign), today)
    return best(*proposals(found, today, cups=0), cups=0)


def reasons_for(campaign: Campaign, contact_ids: Iterable[int], today: date) -> dict[int, tuple[str, ...]]:
    """Why each of these people would be asked, the heaviest reason first; nobody without one is among them."""
    cups, ids = campaign.contacts.cups().count(), Q(pk__in=list(contact_ids))
    return {
        one.contact_id: why
        for one in _candidates(campaign, ids, _places(campaign), today)
        if (why := why_ask(one, today, cups))
    }


def _places(campaign: Campaign) -> Places:
    """Where the user worked, and where they studied."""
    return own_places(campaign.worked_at), own_places(campaign.studied_at)


def _short_lists(campaign: Campaign, today: date, places: list[str]) -> Iterator[ContactQuerySet]:
    """New ones and those to ask again, of the network by the day from which they may be asked; then of the book."""
    free = _free(campaign, today)
    named = ObtainedItem.objects.referrals().filter(campaign=campaign, referred__isnull=False).values("referred")
    own = Q(company__in=own_companies(campaign, places))
    ground = Q(pk__in=CommonGround.objects.found().filter(campaign=campaign).values("contact"))
    agreed = Q(pk__in=Encounter.objects.agreed().filter(campaign=campaign).order_by().values("contact"))
    heaviest_reason = Case(
        When(Q(pk__in=named) | Q(introduced_by__isnull=False), then=INTRODUCED),
        When(agreed, then=AGREED),
        When(KNOWN_BEFORE, then=KNOWN),
        When(own, then=TARGET),
        When(ground, then=COMMON_GROUND),
        default=0,
    )
    yield free.filter(held_count=0).order_by(heaviest_reason.desc(), "-free_on", "-pk")
    told = FollowUp.objects.filter(contact=OuterRef("pk"), kind=FollowUpKind.TELL, status=FollowUpStatus.DONE)
    ready = Q(held_count__gte=2) | Q(known_as=KnownAs.WE_TALK) | Exists(told)
    yield free.filter(ready, first_held_on__lte=today - AGAIN_AFTER).order_by("first_held_on", "pk")
    # By their keys: a join would walk the whole network, and the whole address book, to find these few.
    planned = Q(pk__in=PlannedAsk.objects.filter(campaign=campaign, day=today).order_by().values("contact"))
    yield free.filter(planned)
    book = book_to_ask(campaign, today)
    yield book.filter(planned)
    yield book.known()
    yield book.filter(own)
    yield book.filter(connected_on__isnull=False).order_by("-connected_on", "pk")


def _free(campaign: Campaign, today: date) -> ContactQuerySet:
    """Of the network who may be asked, and with whom nothing else is to be done."""
    nothing_to_do = Q(acts_on=None) | Q(acts_on__gt=today)
    is_not_quiet = Q(quiet_on=None) | Q(quiet_on__gt=today)
    return campaign.contacts.in_network().filter(nothing_to_do, is_not_quiet, free_on__lte=today)


def book_to_ask(campaign: Campaign, today: date) -> ContactQuerySet:
    """Of the address book who was not left, put off, or not meant for this search."""
    put_off = Q(not_now_until__gt=today)
    return campaign.contacts.in_address_book().here(today).filter(~put_off, not_for_this=False).order_by()


def _candidates(campaign: Campaign, which: Q, places: Places, today: date) -> list[Candidate]:
    """Read as columns, not as contacts with their companies: what is weighed is thrown away again."""
    items = ObtainedItem.objects.referrals().filter(referred=OuterRef("pk")).order_by("-day", "-pk")
    made = items.introduced().filter(referral_state__in=LED_ON).values("contact__given_name")[:1]
    led_by_name = {"referral_state__in": (ReferralState.OFFERED, *LED_ON), "introduced_on": None}
    lent = (
        items.filter(**led_by_name).exclude(referral_state=ReferralState.INTRODUCED).values("contact__given_name")[:1]
    )
    promised = items.filter(referral_state=ReferralState.PROMISED)
    ground = CommonGround.objects.found().filter(contact=OuterRef("pk")).order_by("found_on", "pk").values("text")[:1]
    told = FollowUp.objects.filter(contact=OuterRef("pk"), kind=FollowUpKind.TELL, status=FollowUpStatus.DONE)
    used = ObtainedItem.objects.filter(contact=OuterRef("pk"), used_as__in=(UsedAs.PITCH, UsedAs.RESUME))
    agreed = Encounter.objects.agreed().filter(contact=OuterRef("pk")).order_by("-event__day", "-pk")
    people = Contact.objects.filter(which, campaign=campaign).order_by().annotate(
        made=Subquery(made),
        lent=Subquery(lent),
        promised=Exists(promised),
        shares=Subquery(ground),
        agreed_at=Subquery(agreed.values("event__name")[:1]),
        told=Exists(told),
        revised=Subquery(used.order_by("-used_on", "-pk").values("used_as")[:1]),
        planned=Subquery(PlannedAsk.objects.filter(contact=OuterRef("pk"), day=today).values("how")),
    )  # fmt: skip
    rows = people.values_list(
        "pk", *COLUMNS, "made", "lent", "promised", "shares", "agreed_at", "told", "revised", "planned", named=True
    )
    return [_candidate(row, campaign.position, *places) for row in rows]


def _candidate(row: Columns, position: str, worked: dict[str, OwnPlace], studied: dict[str, OwnPlace]) -> Candidate:
    folded = row.company__folded or ""
    # Where no referral speaks of it, the contact itself says who introduced them.
    giver = "" if row.promised else row.introduced_by__given_name or row.introduced_by__name or ""
    return Candidate(
        contact_id=row.pk,
        name=row.name,
        called=row.given_name or row.name,
        phase=row.phase,
        in_network=row.joined_on is not None,
        planned=planned_words(How(row.planned), row.given_name or row.name) if row.planned else "",
        introduced_by=row.made or ("" if row.lent else giver),
        named_by=row.lent or "",
        is_known=bool(row.known_as) or row.known_from_before is not None,
        known_as=KnownAs(row.known_as) if row.known_as else None,
        at_target=row.company__name if row.company__is_target else "",
        shares=row.shares or "",
        agreed_at=spoken_event(row.agreed_at or ""),
        worked_at=place_of(folded, worked),
        studied_at=place_of(folded, studied),
        position_like_mine=shares_a_word(position, row.position),
        times_met=row.held_count,
        first_met_on=row.first_held_on,
        told_of_use=row.told,
        revised=row.revised or "",
        last_spoke_on=row.last_spoke_on,
        connected_on=row.connected_on,
    )
