"""The pitch: position, three skills, stories, what is said aloud, whether it is ready, and who heard what."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.middleware import CampaignRequest
from contacts.rules.keys import is_key
from meetings.reads import heard
from pages.pitch.forms.stories import SkillsForm
from pages.pitch.views.versions import item_asked_for, shown
from pitch.models import Skill, Story
from pitch.reads.readiness import readiness_from
from pitch.reads.versions import current_versions
from pitch.rules.readiness import NOT_SETTLED
from pitch.rules.versions import PITCHES, Spoken
from pitch.writes.skills import set_skills
from relationships.reads.brief import put_together

IN_THE_TABLE = 5
WRITTEN_OUT = 6
"""Stories beyond two or three in all are a list of their names."""
A_PAGE = 50
MOST_TRIGGERS = 3


@require_safe
def pitch(request: CampaignRequest) -> HttpResponse:
    campaign = request.campaign
    skills = list(Skill.objects.filter(campaign=campaign))
    stories = list(Story.objects.filter(campaign=campaign).select_related("skill").order_by("skill__place", "id"))
    stories.sort(key=lambda story: story.skill is None)
    told, item = heard.told(campaign), item_asked_for(request)
    listeners = heard.listeners(campaign)
    current = current_versions(campaign)
    pitches = [kind for kind in PITCHES if kind in current]
    with_told = [(story, told.get(story.pk, heard.Told())) for story in stories]
    context = {
        "skills": skills,
        "stories": with_told[:WRITTEN_OUT],
        "further": with_told[WRITTEN_OUT:],
        "checks": readiness_from(campaign, skills, stories, current),
        "not_settled": NOT_SETTLED,
        "table": heard.heard_by(list(listeners[:IN_THE_TABLE]), stories, pitches),
        "columns": stories,
        "pitches": pitches,
        "everybody": listeners.count(),
        "said": {one.version.kind: one for one in shown(current.values())},
        "put_together": "" if Spoken.ONE_TO_ONE in current else put_together(campaign, skills),
        "item": item,
        "with_item": f"?item={item.pk}" if item else "",
    }
    return TemplateResponse(request, "pitch/pitch.html", context)


@require_safe
def pitch_heard(request: CampaignRequest) -> HttpResponse:
    stories = list(Story.objects.filter(campaign=request.campaign))
    page = Paginator(heard.listeners(request.campaign), per_page=A_PAGE).get_page(request.GET.get("page"))
    current = current_versions(request.campaign)
    pitches = [kind for kind in PITCHES if kind in current]
    table = heard.heard_by(list(page), stories, pitches)
    context = {"page": page, "table": table, "columns": stories, "pitches": pitches}
    return TemplateResponse(request, "pitch/heard.html", context)


@require_safe
def pitch_print(request: CampaignRequest) -> HttpResponse:
    """What is said aloud, on one page of paper."""
    current = current_versions(request.campaign)
    skills = list(Skill.objects.filter(campaign=request.campaign))
    context = {
        "skills": skills,
        "triggers": Story.objects.filter(campaign=request.campaign).exclude(trigger="")[:MOST_TRIGGERS],
        "background": current.get(Spoken.ONE_TO_ONE),
        "put_together": put_together(request.campaign, skills),
        "card": current.get(Spoken.CARD),
    }
    return TemplateResponse(request, "pitch/print.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def pitch_skills(request: CampaignRequest) -> HttpResponse:
    key = request.GET.get("story", "")
    story = Story.objects.filter(campaign=request.campaign, pk=key).first() if is_key(key) else None
    form = SkillsForm(
        request.POST if request.method == "POST" else None, initial=SkillsForm.initial_of(request.campaign)
    )
    if form.is_valid():
        set_skills(request.campaign, form.skills())
        messages.success(request, "Saved.")
        return redirect(f"{story.get_absolute_url()}#skill" if story else "pitch")
    context = {"form": form, "story": story}
    return TemplateResponse(request, "pitch/skills.html", context, status=422 if form.is_bound else 200)
