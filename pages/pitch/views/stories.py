"""Stories: written, changed, thrown away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from meetings.models import Telling
from pages.pitch.forms.stories import StoryForm
from pitch.models import Story
from trash.writes.deleting import throw_away

CHANGE_SKILLS = "change_skills"
"""The button that saves the story first: all three skills are written, and none of them is the one."""


@require_http_methods(["GET", "HEAD", "POST"])
def story_new(request: CampaignRequest) -> HttpResponse:
    form = StoryForm(drafts.typed(request), instance=Story(campaign=request.campaign))
    if request.method != "POST":
        return TemplateResponse(request, "pitch/story_new.html", {"form": form})
    if not form.is_valid():
        return TemplateResponse(request, "pitch/story_new.html", {"form": form}, status=422)
    result = drafts.once(request, lambda: after(request, form.keep().pk))
    messages.success(request, "Saved. Tell it aloud once.")
    return redirect(result)


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: CampaignRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Story, pk=pk, campaign=request.campaign)
    form = StoryForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        form.keep()
        messages.success(request, "Saved.")
        return redirect(after(request, pk))
    context = {
        "form": form,
        "title": Story.objects.get(pk=pk).title,  # a refused form changes no heading
        "story": found,
        "tellings": Telling.objects.filter(story=found).count(),
    }
    return TemplateResponse(request, "pitch/story.html", context, status=422 if form.is_bound else 200)


def after(request: CampaignRequest, pk: int) -> str:
    """Where the story stands; or by way of the skills back to its form."""
    if CHANGE_SKILLS in request.POST:
        return f"{reverse('pitch_skills')}?story={pk}"
    return f"{reverse('pitch')}#story-{pk}"


@require_POST
def story_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    found = Story.objects.filter(pk=pk, campaign=request.campaign).first()
    if found:
        deletion = throw_away(request.campaign, found, f"Story: {found.title}", request.today)
    else:  # pressed twice
        deletion = get_object_or_404(request.campaign.deletions.of(Story, pk))
    messages.success(request, "In the trash for 30 days.", extra_tags=reverse("deletion_restore", args=[deletion.pk]))
    return redirect("pitch")
