"""What is said now, and what was said before."""

from django.db.models import Value

from campaigns.models import Campaign
from pitch.models import PitchVersion, Story
from pitch.rules.versions import PITCHES, Spoken


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


def what_to_tell(campaign: Campaign) -> tuple[list[tuple[str, str]], list[Spoken]]:
    """The stories, by key and title, and the pitches that were written: for the debrief to ask about, in one query."""
    stories = Story.objects.filter(campaign=campaign).order_by().values_list("pk", "title", Value(""))
    pitches = PitchVersion.objects.filter(campaign=campaign, kind__in=PITCHES, number=1).order_by()
    rows = sorted(stories.union(pitches.values_list("pk", Value(""), "kind"), all=True))
    written = {kind for _, _, kind in rows if kind}
    return [(str(pk), title) for pk, title, kind in rows if not kind], [kind for kind in PITCHES if kind in written]
