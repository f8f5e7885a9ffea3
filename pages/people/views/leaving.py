"""R15: leave somebody for now, and take them up again with one click."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.rules.addresses import own_path
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import on_day
from contacts.rules.leaving import LeftBecause
from pages.people.forms.small import LeaveForm
from relationships.reads.open_things import open_with
from relationships.writes.leaving import come_back, leave


@require_http_methods(["GET", "HEAD", "POST"])
def contact_leave(request: CampaignRequest, pk: int) -> HttpResponse:
    """The four reasons, a click each; what is open is named before it is dropped."""
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    back = own_path(request.POST.get("next") or request.GET.get("next", ""), person.get_absolute_url())
    form = LeaveForm(request.POST if request.method == "POST" else None, today=request.today)
    if request.method == "POST" and form.is_valid():
        because, until = LeftBecause(form.cleaned_data["because"]), form.cleaned_data["until"]
        if not person.left_for_now(request.today):
            leave(person, because, today=request.today, until=until)
        until_then = f" They are back {on_day(until, request.today)}." if because is LeftBecause.WAIT else ""
        said = f"You left {person.short_name} for now.{until_then}"
        messages.success(request, said, extra_tags=reverse("contact_back", args=[pk]))
        return redirect(back)
    context = {
        "form": form,
        "contact": person,
        "back": back,
        "open": open_with([person], request.today).get(person.pk, []),
        "reasons": [because for because in LeftBecause if because is not LeftBecause.WAIT],
        "wait": LeftBecause.WAIT,
    }
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "people/contact_leave.html", context, status=status)


@require_POST
def contact_back(request: CampaignRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    if person.left_on:
        come_back(person)
    messages.success(request, f"{person.short_name} is back, with everything that was open.")
    return redirect(own_path(request.POST.get("next", ""), person.get_absolute_url()))
