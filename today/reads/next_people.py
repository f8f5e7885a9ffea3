"""R10: the people who might be asked next, gathered in one query that looks at a few hundreds, however many there are.

Each way in which somebody becomes likely is a short list that an index gives; the rule weighs only those on one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from campaigns.models import Campaign
from contacts.models import CommonGround, Company, Contact
from contacts.rules.same_person import fold
from meetings.models import Invitation, Meeting
from meetings.rules.asking import MET_OFTEN_ENOUGH, Answer
from meetings.rules.purpose import shares_a_word
from outcomes.models import ObtainedItem
from outcomes.rules.items import ReferralState
from today.rules.next_people import AGAIN_AFTER, Candidate

LIKELY: Final = 40
"""How many each list gives."""

PROMISED: Final = ReferralState.OFFERED
DECLINED: Final = ReferralState.DECLINED


@dataclass(frozen=True, kw_only=True)
class Likely:
    """Those who might be asked, and the phase that each is in, by which they are tinted."""

    candidates: list[Candidate]
    phases: dict[int, str]


def likely_people(campaign: Campaign, today: date) -> Likely:
    """Those who are likely, with all that the rule weighs."""
    worked_at = {fold(line): line.strip() for line in campaign.worked_at.splitlines() if line.strip()}
    first, *others = (
        Contact.objects.filter(pk__in=short[:LIKELY]).order_by().values("pk")
        for short in _short_lists(campaign, today, list(worked_at))
    )
    found = Contact.objects.filter(campaign=campaign, pk__in=first.union(*others)).annotate(**_signs(campaign))
    people = list(found.select_related("company", "introduced_by").order_by())
    return Likely(
        candidates=[_candidate(contact, campaign, worked_at) for contact in people],
        phases={contact.pk: contact.phase for contact in people},
    )


def _short_lists(campaign: Campaign, today: date, worked_at: list[str]) -> Iterable[QuerySet[Contact]]:
    free = Contact.objects.here(today).filter(
        Q(not_now_until=None) | Q(not_now_until__lte=today), campaign=campaign, next_due_on=None, next_meeting_on=None
    )
    network = free.in_network().filter(~Exists(Invitation.objects.waiting().filter(contact=OuterRef("pk"))))
    unasked = network.filter(~Exists(Invitation.objects.filter(contact=OuterRef("pk"))), first_held_on=None)
    named = ObtainedItem.objects.referrals().filter(campaign=campaign, referred__isnull=False)
    targets = Company.objects.targets().filter(campaign=campaign)
    yield unasked.order_by("joined_on", "sort_name", "pk")
    yield unasked.filter(pk__in=named.order_by("-day", "-pk").values("referred")[:LIKELY])
    yield unasked.filter(known_from_before__isnull=False)
    yield unasked.filter(company__in=targets.values("pk"))
    yield network.filter(
        Q(held_count__gte=MET_OFTEN_ENOUGH) | Q(known_from_before__isnull=False), first_held_on__lte=today - AGAIN_AFTER
    ).order_by("first_held_on", "pk")
    book = free.in_address_book()
    yield book.filter(known_from_before__isnull=False)
    yield book.filter(company__in=targets.values("pk"))
    if worked_at:
        yield book.filter(company__in=Company.objects.filter(campaign=campaign, folded__in=worked_at).values("pk"))


def _signs(campaign: Campaign) -> dict[str, Subquery | Exists]:
    """What the rule weighs and the contact does not carry."""
    asked = Invitation.objects.filter(contact=OuterRef("pk"))
    named = ObtainedItem.objects.referrals().filter(referred=OuterRef("pk"), campaign=campaign)
    made = named.exclude(referral_state__in=[PROMISED, DECLINED])
    held = Meeting.objects.held().filter(contact=OuterRef("pk"))
    shared = CommonGround.objects.found().filter(contact=OuterRef("pk")).order_by("found_on", "pk")
    return {
        "waits": Exists(asked.filter(answer=Answer.WAITING)),
        "invited_on": Subquery(asked.order_by("-sent_on").values("sent_on")[:1]),
        "made_by": Subquery(made.order_by("-day", "-pk").values("contact__given_name")[:1]),
        "is_promised": Exists(named.filter(referral_state=PROMISED)),
        "met_last": Subquery(held.order_by("-day").values("day")[:1]),
        "share": Subquery(shared.values("text")[:1]),
    }


def _candidate(contact: Contact, campaign: Campaign, worked_at: dict[str, str]) -> Candidate:
    signs = vars(contact)
    company = contact.company
    return Candidate(
        contact_id=contact.pk,
        name=contact.name,
        called=contact.short_name,
        joined_on=contact.joined_on,
        introduced_by=signs["made_by"] or _told(contact, only_promised=signs["is_promised"]),
        introduction_promised=signs["is_promised"],
        known_from_before=contact.known_from_before is not None,
        at_target_company=bool(company and company.is_target),
        shares=signs["share"] or "",
        worked_at=worked_at.get(company.folded, "") if company else "",
        position_like_mine=shares_a_word(campaign.position, contact.position),
        times_met=contact.held_count,
        last_met=signs["met_last"],
        waits_for_answer=signs["waits"],
        has_open_follow_up=contact.next_due_on is not None,
        has_planned_meeting=contact.next_meeting_on is not None,
        invited_on=signs["invited_on"],
        not_now_until=contact.not_now_until,
    )


def _told(contact: Contact, *, only_promised: bool) -> str:
    """Who introduced them, as the contact carries it, where no referral speaks of it."""
    giver = None if only_promised else contact.introduced_by
    return giver.short_name if giver else ""
