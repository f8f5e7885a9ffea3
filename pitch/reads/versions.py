"""What is said now, and what was said before."""

from campaigns.models import Campaign
from pitch.models import PitchVersion
from pitch.rules.versions import Spoken


def current_versions(campaign: Campaign) -> dict[Spoken, PitchVersion]:
    """The latest of each kind; of the position only where it is what the campaign seeks now."""
    latest = PitchVersion.objects.filter(campaign=campaign).current().order_by()
    found = {Spoken(version.kind): version for version in latest}
    position = found.get(Spoken.POSITION)
    if position and position.text != campaign.position:
        del found[Spoken.POSITION]
    return found


def versions_of(campaign: Campaign, kind: Spoken) -> list[PitchVersion]:
    """All of this kind, in their order."""
    return list(PitchVersion.objects.filter(campaign=campaign, kind=kind).order_by("number"))
