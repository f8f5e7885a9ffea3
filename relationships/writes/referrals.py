"""Referrals as they are stored: read for a change, and moved on to what became of them."""

from collections.abc import Iterable, Mapping

from outcomes.models import ObtainedItem
from outcomes.rules.items import ReferralState, as_the_giver_left_it


def locked(ids: Iterable[int]) -> list[ObtainedItem]:
    """These referrals, with who gave them and whom they name, read anew inside the transaction."""
    found = ObtainedItem.objects.referrals().filter(pk__in=list(ids)).select_for_update(of=("self",))
    return list(found.select_related("contact", "referred").order_by("pk"))


def come_to(states: Mapping[ObtainedItem, ReferralState]) -> None:
    """Write what became of these; how their givers had left them stays noted, for the way back."""
    for referral, state in states.items():
        referral.giver_said = left_by_giver(referral).value
        referral.referral_state = state.value
    ObtainedItem.objects.bulk_update(states, ["referral_state", "giver_said"])


def left_by_giver(referral: ObtainedItem) -> ReferralState:
    """How far the giver had brought it."""
    state = ReferralState(referral.referral_state)
    return as_the_giver_left_it(state, referral.giver_said, introduced=referral.introduced_on is not None)
