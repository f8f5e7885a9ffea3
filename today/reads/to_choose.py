"""R19: who might have a row today, read group by group from the table that each group comes from.

Of each group ten and as many as meetings stand above: at most five rows are shown, and whom one meets has none. What is
due to them, the rule of the next step says.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from campaigns.models import Campaign
from meetings.models import Invitation
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.items import ReferralState, UsedAs
from relationships.rules.steps import Group
from relationships.rules.what_stands import GROUPS
from today.reads.open_rows import OWED, WITHOUT_A_DAY, owed_follow_ups

OF_A_GROUP: Final = 10
KINDS: Final = tuple(
    tuple(kind for kind, stands_in in GROUPS.items() if stands_in is group)
    for group in Group
    if not group.always_shown and group in GROUPS.values()
)
"""The kinds of follow-ups of each group of the day; promises are read beside them."""


def might_have_a_row(campaign: Campaign, today: date, *, met: set[int]) -> list[int]:
    """The primary keys of these contacts, each once, without those who are `met` and stand above."""
    room = OF_A_GROUP + len(met)
    found = dict.fromkeys(owed_follow_ups(campaign, today).values_list("contact", flat=True))
    for group in _groups(campaign, today):
        found |= dict.fromkeys(group[:room])
    return [contact_id for contact_id in found if contact_id not in met]


def _groups(campaign: Campaign, today: date) -> Iterator[QuerySet[Any, int]]:
    opened = campaign.opened_messages.filter(opened_on__lt=today, contact__acts_on__lte=today)
    yield opened.order_by("opened_on", "pk").values_list("contact", flat=True)
    due = FollowUp.objects.due(today).filter(campaign=campaign, contact__acts_on__lte=today).exclude(OWED)
    for kinds in KINDS:
        people = due.filter(kind__in=kinds).order_by().values("contact").annotate(since=Min("due_on"))
        yield people.order_by("since", "contact").values_list("contact", flat=True)
    to_use = ObtainedItem.objects.to_use_by(today).filter(campaign=campaign, contact__acts_on__lte=today)
    yield to_use.values_list("contact", flat=True)
    invited = Invitation.objects.filter(campaign=campaign, contact__acts_on__lte=today)
    silent = invited.waiting().order_by(Coalesce("reminded_on", "sent_on"), "pk")
    yield silent.values_list("contact", flat=True)
    unplanned = WITHOUT_A_DAY.filter(campaign=campaign, contact__acts_on__lte=today)
    yield unplanned.order_by("answered_on", "pk").values_list("contact", flat=True)
    given = ObtainedItem.objects.filter(contact=OuterRef("pk"))
    used = given.without_referrals().filter(used_on__isnull=False).exclude(used_as=UsedAs.DECLINED)
    reason = ~Q(ask_next_time="") | Exists(used) | Exists(given.filter(referral_state=ReferralState.MET))
    quiet = campaign.contacts.in_network().filter(reason, quiet_on__lte=today).exclude(acts_on__lte=today)
    yield quiet.order_by(F("quiet_on"), "pk").values_list("pk", flat=True)
