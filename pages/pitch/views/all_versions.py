"""All versions of what is said: read, put side by side, thrown away (R12, R16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign
from meetings.models import Telling
from outcomes.models import ObtainedItem
from pages.pitch.views.versions import shown
from pitch.models import PitchVersion, Skill
from pitch.reads.versions import versions_of
from pitch.rules.comparing import compared
from pitch.rules.versions import Spoken
from relationships.reads.brief import put_together
from trash.writes.deleting import throw_away

CHANGES: Final = {Spoken.POSITION: "pitch_position", Spoken.ONE_TO_ONE: "pitch_one_to_one", Spoken.CARD: "pitch_card"}
PUT_TOGETHER: Final = "Put together from what you noted"
A_PAGE: Final = 20


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of two texts side by side; 0 is the background before it was said in words of one's own."""

    number: int
    name: str
    text: str


NOTHING: Final = Side(number=0, name="", text="")


@require_safe
def pitch_versions(request: CampaignRequest) -> HttpResponse:
    """All versions of one kind, the latest first, and two of them side by side."""
    asked = request.GET.get("of", "")
    kind = Spoken(asked) if asked in list(Spoken) else Spoken.POSITION
    versions = versions_of(request.campaign, kind)
    sides = sides_of(request.campaign, kind, versions)
    former, latter = chosen(request, sides)
    before, after = compared(former.text, latter.text)
    page = Paginator(versions[::-1], per_page=A_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": kind,
        "change": reverse(CHANGES[kind]),
        "page": page,
        "versions": shown(page),
        "sides": sides[::-1],
        "before": before,
        "after": after,
        "former": former,
        "latter": latter,
        "kinds": list(Spoken),
    }
    return TemplateResponse(request, "pitch/versions.html", context)


def sides_of(campaign: Campaign, kind: Spoken, versions: Sequence[PitchVersion]) -> list[Side]:
    """What can be compared, in the order in which it was said."""
    said = [Side(number=one.number, name=f"Version {one.number}", text=f"{one.text}\n{one.ask}") for one in versions]
    if kind is Spoken.ONE_TO_ONE and said:
        text = put_together(campaign, Skill.objects.filter(campaign=campaign))
        said[:0] = [Side(number=0, name=PUT_TOGETHER, text=text)] if text else []
    return said


def chosen(request: CampaignRequest, sides: Sequence[Side]) -> tuple[Side, Side]:
    """The two that are asked for; else the latest, and the one before it."""
    by_number = {str(side.number): side for side in sides}
    former, latter = [NOTHING, NOTHING, *sides][-2:]
    return by_number.get(request.GET.get("one", ""), former), by_number.get(request.GET.get("other", ""), latter)


@require_http_methods(["GET", "HEAD", "POST"])
def version_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    """Says before what goes with it, what it was made with, and what is said then."""
    version = PitchVersion.objects.filter(campaign=request.campaign, pk=pk).first()
    if request.method == "POST":
        if version:
            deletion = throw_away(request.campaign, version, str(version), request.today)
        else:  # pressed twice
            deletion = get_object_or_404(request.campaign.deletions.of(PitchVersion, pk))
        messages.success(request, "Deleted.", extra_tags=reverse("deletion_restore", args=[deletion.pk]))
        return redirect(f"{reverse('pitch_versions')}?of={deletion.rows[0]['fields']['kind']}")
    version = get_object_or_404(PitchVersion, campaign=request.campaign, pk=pk)
    heard = Telling.objects.filter(version=version).count()
    context = {
        "words": str(version),
        "goes": {"notes of who heard it" if heard > 1 else "note of who heard it": heard} if heard else {},
        "keep": version.get_absolute_url(),
        "cup": " ".join(filter(None, [made_with(version), said_then(version)])),
    }
    return TemplateResponse(request, "trash/delete.html", context)


def made_with(version: PitchVersion) -> str:
    item = ObtainedItem.objects.filter(pitch_version=version).select_related("contact").first()
    if item is None:
        return ""
    return f"It was made with {item.contact.short_name}’s {item.get_kind_display().lower()}, which stays put to use."


def said_then(version: PitchVersion) -> str:
    """What stands in its place, where it is the latest."""
    others = [one for one in versions_of(version.campaign, Spoken(version.kind)) if one != version]
    if others and others[-1].number > version.number:
        return ""
    return f"Then you say version {others[-1].number} again." if others else "Then nothing of your own is said there."
