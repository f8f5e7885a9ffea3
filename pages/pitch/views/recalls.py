"""A story came back to somebody: which one, and when (R13)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from campaigns.middleware import CampaignRequest
from campaigns.rules.days import on_day
from meetings.models import Telling
from pages.pitch.forms.stories import RecallForm
from relationships.writes.telling import forget, recall

TAKE_BACK = "take_back"


@require_http_methods(["GET", "HEAD", "POST"])
def contact_recall(request: CampaignRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    found = Telling.objects.of_stories().filter(contact=person).select_related("story").order_by("day", "pk")
    tellings = list(found)
    back = [row for row in tellings if row.recalled_on]
    if TAKE_BACK in request.POST:
        for row in back:
            if str(row.pk) == request.POST[TAKE_BACK] and row.story_id and row.recalled_on:
                forget(person, [row.story_id], row.recalled_on)
        messages.success(request, "Taken back.")
        return redirect("contact_recall", pk=pk)
    form = RecallForm(
        request.POST if request.method == "POST" else None,
        person=person,
        tellings=tellings,
        today=request.today,
        initial={"day": request.today, "story": request.GET.get("story")},
    )
    if form.is_valid():
        story, day = form.cleaned_data["story"], form.cleaned_data["day"]
        if recall(person, story, day):
            messages.success(request, f"Noted: “{story}” came back to {person.short_name}.")
        else:
            noted = next(row.recalled_on for row in tellings[::-1] if row.story == story and row.recalled_on)
            when = on_day(noted, request.today)
            words = f"It is noted that “{story}” came back to {person.short_name} {when}. That day stays"
            messages.info(request, f"{words}; once you tell it again, it can come back again.")
        return redirect(person)
    context = {"contact": person, "form": form, "back": back}
    return TemplateResponse(request, "pitch/recall.html", context, status=422 if form.is_bound else 200)
