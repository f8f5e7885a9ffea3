"""Who could know: ticked by a click, or typed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from campaigns.middleware import CampaignRequest
from contacts.rules.keys import is_key
from pages.research.forms import WhoForm
from pages.research.views.research import question_of, question_page
from relationships.writes.findings import say_who_knows


@require_POST
def question_who(request: CampaignRequest, pk: int) -> HttpResponse:
    """A known person by their key, with what is said of them; else the name that was typed."""
    found = question_of(request, pk)
    key = request.POST.get("contact", "")
    if key:
        contact = get_object_or_404(request.campaign.contacts, pk=key if is_key(key) else 0)
        knows = request.POST.get("knows") != "no"
        say_who_knows(found, contact, knows=knows)
        messages.success(request, f"{contact.short_name} {'could know' if knows else 'is taken off'}.")
        return redirect(f"{found.get_absolute_url()}#who")
    form = WhoForm(request.POST, campaign=request.campaign)
    if not form.is_valid():
        return question_page(request, found, who=form, status=422)
    contact = form.someone()
    say_who_knows(found, contact, knows=True)
    messages.success(request, f"{contact.short_name} could know.")
    return redirect(f"{found.get_absolute_url()}#who")
