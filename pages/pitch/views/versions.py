"""What is said in versions: the position, and a pitch for each audience (R12)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.rules.keys import is_key
from outcomes.models import ObtainedItem
from pages.pitch.forms.said import CardForm, OneToOneForm, PositionForm, SecondsForm, WhyForm
from pitch.models import PitchVersion, Skill
from pitch.reads.versions import current_versions
from pitch.rules.readiness import NOT_SETTLED
from pitch.rules.spoken_time import SpokenTime, spoken_time
from pitch.rules.versions import Spoken
from pitch.writes.versions import measure
from relationships.reads.brief import put_together
from relationships.writes.using import revise


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A version, how long it takes aloud, and what somebody gave that was used for it."""

    version: PitchVersion
    time: SpokenTime
    item: ObtainedItem | None


def shown(versions: Iterable[PitchVersion]) -> list[Shown]:
    found = list(versions)
    items = ObtainedItem.objects.filter(pitch_version__in=found).select_related("contact")
    used = {item.pitch_version_id: item for item in items}
    return [
        Shown(version=one, time=spoken_time(f"{one.text} {one.ask}", one.seconds), item=used.get(one.pk))
        for one in found
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def pitch_position(request: CampaignRequest) -> HttpResponse:
    first = {"position": request.campaign.position, "item": request.GET.get("item")}
    form = PositionForm(request.POST if request.method == "POST" else None, campaign=request.campaign, initial=first)
    if form.is_valid():
        version = changed(request, Spoken.POSITION, form)
        messages.success(request, f"{saved(version, form)} Read it aloud.")
        return redirect("pitch")
    is_change = bool(request.campaign.position)
    return asked(request, Spoken.POSITION, form, is_change=is_change, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def pitch_one_to_one(request: CampaignRequest) -> HttpResponse:
    return pitch_text(request, Spoken.ONE_TO_ONE, OneToOneForm)


@require_http_methods(["GET", "HEAD", "POST"])
def pitch_card(request: CampaignRequest) -> HttpResponse:
    return pitch_text(request, Spoken.CARD, CardForm)


def pitch_text(request: CampaignRequest, kind: Spoken, form_class: type[OneToOneForm]) -> HttpResponse:
    """The next version; the form opens with what is said now."""
    current = current_versions(request.campaign).get(kind)
    text = current.text if current else ""
    if kind is Spoken.ONE_TO_ONE and current is None:
        text = put_together(request.campaign, Skill.objects.filter(campaign=request.campaign))
    first = {"text": text, "ask": current.ask if current else "", "item": request.GET.get("item")}
    form = form_class(drafts.typed(request), campaign=request.campaign, initial=first)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return asked(request, kind, form, is_change=current is not None, status=status)

    def create() -> str:
        version = changed(request, kind, form)
        messages.success(request, saved(version, form))
        return f"{reverse('pitch')}#{kind.value}"

    return redirect(drafts.once(request, create))


def asked(request: CampaignRequest, kind: Spoken, form: WhyForm, *, is_change: bool, status: int) -> HttpResponse:
    """The form; the first words of one's own change nothing, and nobody asks why."""
    if not is_change:
        del form.fields["reason"], form.fields["reason_words"]
    context = {"form": form, "kind": kind, "not_settled": NOT_SETTLED}
    return TemplateResponse(request, "pitch/text.html", context, status=status)


def changed(request: CampaignRequest, kind: Spoken, form: PositionForm | OneToOneForm) -> PitchVersion | None:
    item = form.cleaned_data.get("item")
    return revise(request.campaign, kind, form.said(), today=request.today, why=form.why(), item=item)


def saved(version: PitchVersion | None, form: WhyForm) -> str:
    """What happened, and that somebody is to hear of it."""
    if version is None:
        return "It says what it said before."
    item = form.cleaned_data.get("item")
    to_tell = f" Next: tell {item.contact.short_name}." if item else ""
    return f"Saved as version {version.number}.{to_tell}"


@require_POST
def pitch_seconds(request: CampaignRequest) -> HttpResponse:
    form = SecondsForm(request.POST, campaign=request.campaign)
    if "version" in form.errors:
        messages.error(request, "This version is not there any more.")
        return redirect("pitch")
    version = form.cleaned_data["version"]
    if form.is_valid():
        measure(version, form.cleaned_data["seconds"])
        messages.success(request, "Saved.")
    else:
        messages.error(request, "Type the seconds as a number from 1 to 1,800.")
    return redirect(f"{reverse('pitch')}#{version.kind}")


def item_asked_for(request: CampaignRequest) -> ObtainedItem | None:
    """What somebody gave, where it is about to be put to use."""
    key = request.GET.get("item", "")
    items = ObtainedItem.objects.filter(campaign=request.campaign).to_use().select_related("contact")
    return items.filter(pk=key).first() if is_key(key) else None
