"""What is evidence for everybody at once: the campaign's start (R5), pauses and days off (R17), the time zone (R7).

Each is written together with the standing of the whole network that follows from it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core import signing
from django.db import transaction

from accounts.models import User
from campaigns.models import Campaign, Pause
from campaigns.rules.business_days import days_off
from campaigns.rules.days_off import proposed_days_off
from campaigns.rules.progress import PauseKind
from pitch.rules.versions import one_line
from pitch.writes.versions import keep_position
from relationships.writes.standing import refresh_network

SALT = "fifty-cups.pause"
A_DAY = 60 * 60 * 24
TOO_LATE = "This can no longer be undone."


@transaction.atomic
def change_campaign(campaign: Campaign, fields: Mapping[str, Any]) -> None:
    """Set these fields, and no others: what Today notes on the same row meanwhile stays. Cups follow a moved start, and
    another position is one more version of it (R12).
    """
    kept = Campaign.objects.select_for_update(of=("self",)).select_related("owner").get(pk=campaign.pk)
    if "position" in fields:
        fields = {**fields, "position": one_line(fields["position"])}
        keep_position(kept, fields["position"], today=kept.owner.today())
    is_moved = fields.get("started_on", kept.started_on) != kept.started_on
    for name, value in fields.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(fields))
    if is_moved:
        refresh_network(kept)


@transaction.atomic
def change_profile(user: User, fields: Mapping[str, Any]) -> None:
    """Set these fields of the user. With another time zone no stored day moves (R7), but a planned meeting falls on the
    day that its hour has there, in every campaign of theirs.
    """
    kept = User.objects.select_for_update().get(pk=user.pk)
    is_elsewhere = fields.get("time_zone", kept.time_zone) != kept.time_zone
    for name, value in fields.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(fields))
    if is_elsewhere:
        for campaign in Campaign.objects.filter(owner=user):
            refresh_network(campaign)


@transaction.atomic
def write_pause(pause: Pause) -> None:
    """Add a pause or days off, or change them."""
    pause.save()
    refresh_network(pause.campaign)


@transaction.atomic
def take_proposed_days_off(campaign: Campaign, today: date) -> Pause | None:
    """Mark the days that are proposed as off; None where they are off already, so that twice is once."""
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    proposed = proposed_for(campaign, today)
    if proposed is None:
        return None
    first, last = proposed
    pause = Pause(campaign=campaign, kind=PauseKind.OFF, from_day=first, to_day=last)
    write_pause(pause)
    return pause


def proposed_for(campaign: Campaign, today: date) -> tuple[date, date] | None:
    """The first and last of the days off that this campaign's page proposes (R17)."""
    return proposed_days_off(today, days_off(campaign.pauses.values_list("from_day", "to_day")))


@transaction.atomic
def remove_pause(pause: Pause) -> str:
    """Remove a pause or days off; answers the state by which `bring_back_pause` brings them back, signed.

    Empty where they are gone already.
    """
    standing = Pause.objects.select_for_update().filter(pk=pause.pk).first()
    if standing is None:
        return ""
    state = [standing.campaign_id, standing.kind, standing.from_day.isoformat(), standing.to_day.isoformat()]
    standing.delete()
    refresh_network(pause.campaign)
    return signing.dumps(state, salt=SALT, compress=True)


@transaction.atomic
def bring_back_pause(campaign: Campaign, state: str) -> None:
    """Undo `remove_pause`; twice is once. ValueError: forged, of another campaign, or older than a day."""
    try:
        campaign_id, kind, first, last = signing.loads(state, salt=SALT, max_age=A_DAY)
    except signing.BadSignature as error:
        raise ValueError(TOO_LATE) from error
    if campaign_id != campaign.pk:
        raise ValueError(TOO_LATE)
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    Pause.objects.get_or_create(
        campaign=campaign, kind=kind, from_day=date.fromisoformat(first), to_day=date.fromisoformat(last)
    )
    refresh_network(campaign)
