"""What people gave, as the ledger shows it: each part counted and read by the same conditions (R8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from campaigns.models import Campaign
from campaigns.rules.days import day_in_sentence, on_day
from contacts.rules.phases import Phase
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs
from outcomes.rules.ledger import TAKEN_UP, TO_TAKE_UP, Part

TELLS: Final = FollowUp.objects.filter(item=OuterRef("pk"), kind=FollowUpKind.TELL).order_by()
CLOSED: Final = TELLS.exclude(status=FollowUpStatus.OPEN).exclude(dropped_by_leaving=True)
"""They know, or need not; one that waits with who was left for now (R15) is not closed."""

REFERRAL: Final = Q(kind=ItemKind.REFERRAL)
USED: Final = (~REFERRAL & Q(used_on__isnull=False) & ~Q(used_as=UsedAs.DECLINED)) | (
    REFERRAL & Q(referral_state__in=TAKEN_UP)
)
BECAME_SOMETHING: Final = (ReferralState.MET, ReferralState.GONE_QUIET)
SHOWN_TO: Final = (UsedAs.PITCH, UsedAs.RESUME)
"""Whose advice changed the pitch or the resume may be shown what became of it."""


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """One thing that somebody gave; keys are text, as they are written into the page."""

    key: str
    kind: str
    line: str
    words: str
    giver: str
    giver_key: str
    called: str
    phase: str
    icon: str
    sub: str
    part: Part
    is_name: bool
    used_as: str = ""
    tell: str = ""
    """The open follow-up by which they are told."""

    is_news: bool = False
    """Something became of the name, and nobody was to tell it: noted before that was a rule, or they went quiet."""

    write_to: str = ""
    """The contact to whom to write, where a name is to be taken up."""

    write_to_called: str = ""

    @property
    def may_be_shown(self) -> bool:
        """Pitch or resume was revised on their advice: a reason to meet again."""
        return self.used_as in SHOWN_TO


def counts_of(campaign: Campaign, today: date) -> dict[Part, int]:
    """How many things stand in each part, in one query."""
    asked: dict[str, Any] = {part.value: Count("pk", filter=_stands_in(part, today)) for part in Part}
    found: Mapping[str, int] = _items(campaign).aggregate(**asked)
    return {part: found[part.value] for part in Part}


def rows_in(campaign: Campaign, part: Part, today: date) -> "QuerySet[ObtainedItem]":
    """The items of one part: what waits longest first, what is done last first."""
    rows = _items(campaign).filter(_stands_in(part, today)).select_related("contact", "referred__company", "question")
    open_tell = TELLS.filter(status=FollowUpStatus.OPEN).values("pk")[:1]
    rows = rows.annotate(open_tell=Subquery(open_tell))
    if part is Part.PUT_OFF:
        return rows.order_by("put_off_until", "pk")
    if part in {Part.TO_USE, Part.PROMISED}:
        return rows.order_by("day", "pk")
    return rows.order_by(F("used_on").desc(nulls_last=True), "-day", "-pk")


def row_of(item: ObtainedItem, part: Part, today: date) -> LedgerRow:
    """An item that was read by `rows_in`, in words."""
    kind, giver, referred = ItemKind(item.kind), item.contact, item.referred
    is_name = kind is ItemKind.REFERRAL
    company = referred.company if referred else None
    named = ", ".join(filter(None, (referred.name, company.name if company else ""))) if referred else ""
    to_take_up = referred if part is Part.TO_USE and is_name else None
    return LedgerRow(
        key=str(item.pk),
        kind=kind.label,
        line=named or (f"“{item.text}”" if item.text else kind.label),
        words=named or item.text or kind.label,
        giver=giver.name,
        giver_key=str(giver.pk),
        called=giver.short_name,
        phase=giver.phase,
        icon="person-plus" if is_name else "lightbulb",
        sub=_sub(item, part, today),
        part=part,
        is_name=is_name,
        used_as=item.used_as,
        tell=str(getattr(item, "open_tell", None) or ""),
        is_news=part is Part.NOT_TOLD and item.referral_state in BECAME_SOMETHING and giver.left_on is None,
        write_to=str(to_take_up.pk) if to_take_up else "",
        write_to_called=to_take_up.short_name if to_take_up else "",
    )


def lacks_evidence(item: ObtainedItem) -> bool:
    """The giver has not reached Obtain: what is missing is offered, and nothing waits for it (R3)."""
    return item.contact.phase in {"", Phase.INITIATE}


def _items(campaign: Campaign) -> QuerySet[ObtainedItem]:
    return ObtainedItem.objects.filter(campaign=campaign).annotate(is_told=Exists(CLOSED))


def _stands_in(part: Part, today: date) -> Q:
    is_put_off = Q(put_off_until__gt=today)
    unused = ~REFERRAL & Q(used_on=None)
    return {
        Part.TO_USE: (unused & ~is_put_off) | REFERRAL & Q(referral_state__in=TO_TAKE_UP),
        Part.PUT_OFF: unused & is_put_off,
        Part.PROMISED: REFERRAL & Q(referral_state=ReferralState.PROMISED),
        Part.NOT_TOLD: USED & Q(is_told=False),
        Part.TOLD: USED & Q(is_told=True),
        Part.DECLINED: ~REFERRAL & Q(used_as=UsedAs.DECLINED) | REFERRAL & Q(referral_state=ReferralState.DECLINED),
    }[part]


def _sub(item: ObtainedItem, part: Part, today: date) -> str:
    """What became of it, after whose it is: `, 18 November. Introduced on Friday`."""
    given_on = day_in_sentence(item.day, today)
    if item.kind == ItemKind.REFERRAL:
        state = ReferralState(item.referral_state)
        introduced_on = f" {on_day(item.introduced_on, today)}" if item.introduced_on and part is Part.TO_USE else ""
        return f", {given_on}. {state.label}{introduced_on}"
    if part is Part.PUT_OFF and item.put_off_until:
        return f", {given_on}. Put off to {day_in_sentence(item.put_off_until, today)}"
    if not item.used_on:
        return f", {given_on}. Filed under “{item.question}”" if item.question else f", {given_on}"
    used = UsedAs(item.used_as).label.lower()
    words = f": {item.used_words}" if item.used_words else ""
    return f", {used} {on_day(item.used_on, today)}{words}"
