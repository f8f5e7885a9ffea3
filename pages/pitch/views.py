"""The pitch: position, three skills, stories, whether it is ready, and who heard what."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign
from meetings.models import Telling
from meetings.reads import heard
from pages.pitch.forms import PositionForm, SkillsForm, StoryForm
from pitch.models import Skill, Story
from pitch.reads.readiness import readiness_from
from pitch.rules.readiness import NOT_SETTLED
from pitch.writes.skills import set_skills
from trash.writes.deleting import throw_away

IN_THE_TABLE = 5
A_PAGE = 50


@require_safe
def pitch(request: CampaignRequest) -> HttpResponse:
    skills = list(Skill.objects.filter(campaign=request.campaign))
    stories = list(
        Story.objects.filter(campaign=request.campaign).select_related("skill").order_by("skill__place", "id")
    )
    stories.sort(key=lambda story: story.skill is None)
    told = heard.told(request.campaign)
    listeners = heard.listeners(request.campaign)
    context = {
        "skills": skills,
        "stories": [(story, told.get(story.pk, heard.Told())) for story in stories],
        "checks": readiness_from(request.campaign, skills, stories),
        "not_settled": NOT_SETTLED,
        "table": heard.heard_by(list(listeners[:IN_THE_TABLE]), stories),
        "columns": stories,
        "everybody": listeners.count(),
    }
    return TemplateResponse(request, "pitch/pitch.html", context)


@require_safe
def pitch_heard(request: CampaignRequest) -> HttpResponse:
    stories = list(Story.objects.filter(campaign=request.campaign))
    page = Paginator(heard.listeners(request.campaign), per_page=A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "table": heard.heard_by(list(page), stories), "columns": stories}
    return TemplateResponse(request, "pitch/heard.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def pitch_position(request: CampaignRequest) -> HttpResponse:
    campaign = Campaign.objects.get(pk=request.campaign.pk)
    form = PositionForm(request.POST if request.method == "POST" else None, instance=campaign)
    if form.is_valid():
        form.save()
        messages.success(request, "Saved. Read it aloud.")
        return redirect("pitch")
    context = {"form": form, "not_settled": NOT_SETTLED}
    return TemplateResponse(request, "pitch/position.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def pitch_skills(request: CampaignRequest) -> HttpResponse:
    form = SkillsForm(
        request.POST if request.method == "POST" else None, initial=SkillsForm.initial_of(request.campaign)
    )
    if form.is_valid():
        set_skills(request.campaign, form.skills())
        messages.success(request, "Saved.")
        return redirect("pitch")
    return TemplateResponse(request, "pitch/skills.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def story_new(request: CampaignRequest) -> HttpResponse:
    form = StoryForm(drafts.typed(request), instance=Story(campaign=request.campaign))
    if request.method != "POST":
        return TemplateResponse(request, "pitch/story_new.html", {"form": form})
    if not form.is_valid():
        return TemplateResponse(request, "pitch/story_new.html", {"form": form}, status=422)
    result = drafts.once(request, lambda: f"{reverse('pitch')}#story-{form.save().pk}")
    messages.success(request, "Saved. Tell it aloud once.")
    return redirect(result)


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: CampaignRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Story, pk=pk, campaign=request.campaign)
    form = StoryForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect(f"{reverse('pitch')}#story-{pk}")
    context = {
        "form": form,
        "title": Story.objects.get(pk=pk).title,  # a refused form changes no heading
        "story": found,
        "tellings": Telling.objects.filter(story=found).count(),
    }
    return TemplateResponse(request, "pitch/story.html", context, status=422 if form.is_bound else 200)


@require_POST
def story_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    found = Story.objects.filter(pk=pk, campaign=request.campaign).first()
    if found:
        deletion = throw_away(request.campaign, found, f"Story: {found.title}", request.today)
    else:  # pressed twice
        deletion = get_object_or_404(request.campaign.deletions.of(Story, pk))
    messages.success(request, "In the trash for 30 days.", extra_tags=reverse("deletion_restore", args=[deletion.pk]))
    return redirect("pitch")
