"""R10: the people who might be asked next, gathered in one query that looks at a few hundreds, however many there are.

Each way in which somebody becomes likely is a short list that an index gives; the rule weighs only those on one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from campaigns.models import Campaign
from contacts.models import CommonGround, Company, Contact, ContactQuerySet
from contacts.rules.same_person import fold
from meetings.models import Invitation, Meeting
from meetings.rules.asking import MET_OFTEN_ENOUGH, Answer
from meetings.rules.purpose import shares_a_word
from outcomes.models import ObtainedItem
from outcomes.rules.items import ReferralState
from today.rules.next_people import AGAIN_AFTER, Candidate

LIKELY: Final = 25
"""How many each list gives."""

EVER: Final = date(1, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Likely:
    """Those who might be asked, and the phase that each is in, by which they are tinted."""

    candidates: list[Candidate]
    phases: dict[int, str]


class _Row(NamedTuple):
    """One of them, as the query gives it."""

    pk: int
    name: str
    given_name: str
    phase: str
    position: str
    joined_on: date | None
    known_from_before: date | None
    held_count: int
    not_now_until: date | None
    company: str | None
    is_target: bool | None
    introduced_by: str | None
    made_by: str | None
    is_promised: bool
    waits: bool
    invited_on: date | None
    met_last: date | None
    share: str | None


OF_THE_CONTACT: Final = _Row._fields[:9]


def likely_people(campaign: Campaign, today: date) -> Likely:
    """Those who are likely, with all that the rule weighs. Who has something open is on none of the lists."""
    worked_at = {fold(line): line.strip() for line in campaign.worked_at.splitlines() if line.strip()}
    first, *others = (
        Contact.objects.filter(pk__in=short.values("pk")[:LIKELY]).order_by().values("pk")
        for short in _short_lists(campaign, today, list(worked_at))
    )
    found = Contact.objects.filter(campaign=campaign, pk__in=first.union(*others)).order_by()
    signs = _signs(campaign)
    people = [_Row(*values) for values in found.annotate(**signs).values_list(*OF_THE_CONTACT, *signs)]
    return Likely(
        candidates=[_candidate(person, campaign, worked_at) for person in people],
        phases={person.pk: person.phase for person in people},
    )


def _short_lists(campaign: Campaign, today: date, worked_at: list[str]) -> Iterator[QuerySet[Any]]:
    free = _free(campaign, today)
    fresh = free.exclude(first_held_on__gt=EVER).filter(~Exists(Invitation.objects.filter(contact=OuterRef("pk"))))
    named = ObtainedItem.objects.referrals().filter(campaign=campaign).order_by("-day", "-pk")
    wanted = Company.objects.filter(Q(is_target=True) | Q(folded__in=worked_at), campaign=campaign)
    yield fresh.in_network().filter(campaign=campaign).order_by("joined_on", "sort_name", "pk")
    yield fresh.filter(pk__in=named.values("referred")[:LIKELY])
    yield fresh.filter(campaign=campaign, known_from_before__isnull=False)
    # The company carries the campaign: without it here the index of the company's people is taken.
    yield fresh.filter(company__in=wanted.values("pk"))
    ready = Q(held_count__gte=MET_OFTEN_ENOUGH) | Q(known_from_before__isnull=False)
    met = free.in_network().filter(ready, campaign=campaign, first_held_on__lte=today - AGAIN_AFTER)
    yield met.order_by("first_held_on", "pk")


def _free(campaign: Campaign, today: date) -> ContactQuerySet:
    """Nothing is open with them, and nobody said `not now`. Written as exclusions: as `IS NULL` the conditions would
    draw the database to the indexes of what is due, which hold the whole address book.
    """
    waiting = Invitation.objects.waiting().filter(campaign=campaign)
    here: ContactQuerySet = Contact.objects.here(today).order_by()
    return here.exclude(Q(next_due_on__gt=EVER) | Q(next_meeting_on__gt=EVER) | Q(not_now_until__gt=today)).exclude(
        pk__in=waiting.values("contact")
    )


def _signs(campaign: Campaign) -> dict[str, Any]:
    """What the rule weighs and the contact does not carry."""
    asked = Invitation.objects.filter(contact=OuterRef("pk"))
    named = ObtainedItem.objects.referrals().filter(referred=OuterRef("pk"), campaign=campaign)
    made = named.exclude(referral_state__in=[ReferralState.OFFERED, ReferralState.DECLINED])
    held = Meeting.objects.held().filter(contact=OuterRef("pk"))
    shared = CommonGround.objects.found().filter(contact=OuterRef("pk")).order_by("found_on", "pk")
    return {
        "in_company": F("company__folded"),
        "is_target": F("company__is_target"),
        "known_by": F("introduced_by__given_name"),
        "made_by": Subquery(made.order_by("-day", "-pk").values("contact__given_name")[:1]),
        "is_promised": Exists(named.filter(referral_state=ReferralState.OFFERED)),
        "waits": Exists(asked.filter(answer=Answer.WAITING)),
        "invited_on": Subquery(asked.order_by("-sent_on").values("sent_on")[:1]),
        "met_last": Subquery(held.order_by("-day").values("day")[:1]),
        "share": Subquery(shared.values("text")[:1]),
    }


def _candidate(person: _Row, campaign: Campaign, worked_at: dict[str, str]) -> Candidate:
    # Where no referral speaks of it, the contact itself says who introduced them.
    introduced = person.made_by or ("" if person.is_promised else person.introduced_by)
    return Candidate(
        contact_id=person.pk,
        name=person.name,
        called=person.given_name or person.name,
        joined_on=person.joined_on,
        introduced_by=introduced or "",
        introduction_promised=person.is_promised,
        known_from_before=person.known_from_before is not None,
        at_target_company=bool(person.is_target),
        shares=person.share or "",
        worked_at=worked_at.get(person.company or "", ""),
        position_like_mine=shares_a_word(campaign.position, person.position),
        times_met=person.held_count,
        last_met=person.met_last,
        waits_for_answer=person.waits,
        invited_on=person.invited_on,
        not_now_until=person.not_now_until,
    )
