"""Undo, from the toast: the state before travels signed in its form."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.rules.addresses import own_path
from accounts.rules.words import capitalised, counted
from campaigns.middleware import CampaignRequest
from relationships.writes.undo import undo


@require_POST
def undo_last(request: CampaignRequest) -> HttpResponse:
    try:
        number = undo(request.campaign, request.POST.get("state", ""))
    except ValueError as error:
        messages.error(request, str(error))
    else:
        one = "It is as it was." if number == 1 else f"{capitalised(counted(number, 'is', 'are'))} as they were."
        messages.success(request, one if number else "There was nothing to undo.")
    return redirect(own_path(request.POST.get("next", ""), reverse("follow_ups")))
