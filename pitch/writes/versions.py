"""What is said in versions: one write for every way in which a position or a pitch changes (R12)."""

from datetime import date
from typing import Final

from django.db import transaction

from campaigns.models import Campaign
from pitch.models import PitchVersion
from pitch.rules.versions import Said, Spoken, Why, one_line

NOT_SAID: Final = Why()


@transaction.atomic
def say_position(campaign: Campaign, position: str, *, today: date, why: Why = NOT_SAID) -> PitchVersion | None:
    """The position sought is this one now; None where it was so already, or is said no more."""
    stored = Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=campaign.pk)
    version = keep_position(stored, position, today=today, why=why)
    stored.position = one_line(position)
    stored.save(update_fields=["position"])
    return version


def keep_position(stored: Campaign, position: str, *, today: date, why: Why = NOT_SAID) -> PitchVersion | None:
    """Keep what is said instead of the stored position, and the stored one where no version has it yet.

    Called inside the transaction of every write of a position, with the campaign as it is stored and locked.
    """
    position = one_line(position)
    if position == stored.position:
        return None
    former = latest(stored, Spoken.POSITION)
    if stored.position and (former is None or former.text != stored.position):
        _add(stored, Spoken.POSITION, Said(text=stored.position), NOT_SAID, None, former)
    return say(stored, Spoken.POSITION, Said(text=position), today=today, why=why) if position else None


@transaction.atomic
def say(campaign: Campaign, kind: Spoken, said: Said, *, today: date, why: Why = NOT_SAID) -> PitchVersion | None:
    """The next version; None where the latest says the same. Its seconds are estimated until they are measured."""
    Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=campaign.pk)
    former = latest(campaign, kind)
    if former and (former.text, former.ask) == (said.text, said.ask):
        return None
    return _add(campaign, kind, said, why, today, former)


def latest(campaign: Campaign, kind: Spoken) -> PitchVersion | None:
    return PitchVersion.objects.filter(campaign=campaign, kind=kind).order_by("number").last()


def measure(version: PitchVersion, seconds: int | None) -> None:
    """How long it took aloud; None: estimated again."""
    PitchVersion.objects.filter(pk=version.pk).update(seconds=seconds)


def goes(version: PitchVersion) -> None:
    """It went to the trash: where it was the position sought, that is what was said before it, or nothing.

    Called inside the transaction that deleted it.
    """
    campaign = Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=version.campaign_id)
    former = latest(campaign, Spoken.POSITION)
    was_last = former is None or former.number < version.number
    if version.kind == Spoken.POSITION and was_last and campaign.position == version.text:
        campaign.position = former.text if former else ""
        campaign.save(update_fields=["position"])


def make_room(version: PitchVersion) -> None:
    """It comes back from the trash before what was said after it, which is counted on where it has its number by now.

    Called inside the transaction that writes it again, before it is written.
    """
    Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=version.campaign_id)
    same = PitchVersion.objects.filter(campaign=version.campaign_id, kind=version.kind)
    later = list(same.filter(pk__gt=version.pk).order_by("-number"))
    by = version.number + 1 - later[-1].number if later else 0
    for one in later if by > 0 else ():
        PitchVersion.objects.filter(pk=one.pk).update(number=one.number + by)


def comes_back(version: PitchVersion) -> None:
    """The position sought is this one again, unless another one was said meanwhile. Called after `make_room`."""
    campaign = Campaign.objects.get(pk=version.campaign_id)
    said = [one.text for one in PitchVersion.objects.filter(campaign=campaign, kind=version.kind).order_by("number")]
    is_last = latest(campaign, Spoken(version.kind)) == version
    if version.kind == Spoken.POSITION and is_last and campaign.position == ["", *said][-2]:
        campaign.position = version.text
        campaign.save(update_fields=["position"])


def _add(
    campaign: Campaign, kind: Spoken, said: Said, why: Why, day: date | None, former: PitchVersion | None
) -> PitchVersion:
    return PitchVersion.objects.create(
        campaign=campaign,
        kind=kind.value,
        number=former.number + 1 if former else 1,
        text=said.text,
        ask=said.ask,
        day=day,
        reason=why.reason.value if why.reason else "",
        reason_words=why.words,
    )
