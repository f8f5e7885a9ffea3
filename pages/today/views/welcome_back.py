"""R19: after an absence one click keeps the promises for today and spreads the rest, with Undo."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.rules.words import counted
from campaigns.middleware import CampaignRequest
from today.writes.opening import spread_late


@require_POST
def welcome_back(request: CampaignRequest) -> HttpResponse:
    promises, others, state = spread_late(request.campaign, request.today)
    if promises or others:
        spread = f"Spread {counted(others, 'follow-up', 'follow-ups')} over five days"
        kept = f", kept {counted(promises, 'promise', 'promises')} for today" if promises else ""
        messages.success(request, f"{spread}{kept}.", extra_tags=state)
    else:
        messages.info(request, "Nothing is late.")
    return redirect("today")
