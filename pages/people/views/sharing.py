"""What the user and a person share: noted, found, changed, removed. It is evidence, so the phase follows (R2)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.rules.addresses import own_path
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import CommonGround, Contact
from pages.parts.moved_back import moving_back
from pages.people.forms.small import GroundForm, ShareForm
from pages.people.views.contact import people_of, show
from relationships.writes.people import reword, share
from trash.writes.deleting import throw_away


@require_POST
def contact_share(request: CampaignRequest, pk: int) -> HttpResponse:
    """Noted on the person's page, which is shown again where the line is refused."""
    person = get_object_or_404(people_of(request), pk=pk)
    form = ShareForm(request.POST)
    if not form.is_valid():
        return show(request, person, share=form, status=422)

    noted: list[CommonGround] = []  # empty where it is pressed twice

    def create() -> str:
        found_on = None if form.cleaned_data["only_a_hint"] else request.today
        noted.append(share(person, form.cleaned_data["shared"], found_on))
        return own_path(request.POST.get("next", ""), person.get_absolute_url())

    address = drafts.once(request, create)
    back_by = reverse("ground_remove", args=[noted[0].pk]) if noted else ""
    messages.success(request, "Noted.", extra_tags=back_by)
    return redirect(address)


@require_POST
def ground_found(request: CampaignRequest, pk: int) -> HttpResponse:
    """What was looked for is found today."""
    ground = one_of(request, pk)
    if ground.found_on is None:
        ground.found_on = request.today
        reword(ground)
    messages.success(request, "Found today.")
    return redirect(ground.contact)


@require_http_methods(["GET", "HEAD", "POST"])
def ground_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    ground = one_of(request, pk)
    form = GroundForm(request.POST or None, instance=ground, today=request.today)
    if request.method == "POST" and form.is_valid():
        changed = form.save(commit=False)
        say(request, ground.contact, "Saved.", lambda: reword(changed))
        return redirect(ground.contact)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "contact": ground.contact, "ground": ground}
    return TemplateResponse(request, "people/ground_edit.html", context, status=status)


@require_POST
def ground_remove(request: CampaignRequest, pk: int) -> HttpResponse:
    ground = request.campaign.common_ground.select_related("contact").filter(pk=pk).first()
    if ground is None:  # pressed twice
        deletion = get_object_or_404(request.campaign.deletions.of(CommonGround, pk))
        messages.success(request, "Removed.", extra_tags=reverse("deletion_restore", args=[deletion.pk]))
        return redirect(deletion)

    def remove() -> str:
        deletion = throw_away(request.campaign, ground, f"Shared with {ground.contact}: {ground}", request.today)
        return reverse("deletion_restore", args=[deletion.pk])

    say(request, ground.contact, "Removed.", remove)
    return redirect(ground.contact)


def one_of(request: CampaignRequest, pk: int) -> CommonGround:
    return get_object_or_404(request.campaign.common_ground.select_related("contact"), pk=pk)


def say(request: CampaignRequest, person: Contact, words: str, write: Callable[[], object]) -> None:
    """Write, and say so where the phase moves back by it (R2); an address that `write` answers undoes it."""
    with moving_back([person.pk]) as moved:
        back_by = write()
    messages.success(request, moved.after(words), extra_tags=back_by if isinstance(back_by, str) else "")
