"""Today: the shelf, the daily review, whom to ask next, where you stand (R5, R10, R11, R12, R19).

*Not now* takes somebody out of the proposals for four weeks; after an absence one click keeps the promises and spreads
the rest. Both can be undone.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.rules.addresses import own_path
from accounts.rules.words import counted
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from pages.today.first import first_page, page_of_nobody
from pages.today.forms import FirstPersonForm
from pages.today.review import review_page
from today.reads.open_rows import number_of_today
from today.writes.not_now import not_now, propose_again
from today.writes.opening import spread_late


@require_http_methods(["GET", "HEAD", "POST"])
def today(request: CampaignRequest) -> HttpResponse:
    if request.method == "POST":
        return first_person(request)
    # Rows are chosen as soon as somebody is in the network.
    return review_page(request) if request.campaign.rows_chosen_on == request.today else page_of_nobody(request)


def first_person(request: CampaignRequest) -> HttpResponse:
    form = FirstPersonForm(request.POST, campaign=request.campaign)
    if not form.is_valid():
        return first_page(request, form, status=422)

    def create() -> str:
        return form.chosen().said_to_know(request.campaign, request.today).get_absolute_url()

    return redirect(drafts.once(request, create))


@require_POST
def person_not_now(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    until = not_now(contact, request.today)
    said = f"{contact.name} is not proposed before {full_day(until, request.today)}."
    messages.success(request, said, extra_tags=reverse("person_propose_again", args=[pk]))
    if not request.htmx:
        return redirect(own_path(request.POST.get("next", ""), reverse("today")))
    if not number_of_today(request.campaign, request.today):
        return HttpResponse(headers={"HX-Refresh": "true"})
    return TemplateResponse(request, "today/_not_now.html", {"oob": True})


@require_POST
def person_propose_again(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    propose_again(contact)
    messages.success(request, f"{contact.name} may be proposed again.")
    return redirect(own_path(request.POST.get("next", ""), reverse("today")))


@require_POST
def welcomed_back(request: CampaignRequest) -> HttpResponse:
    promises, others, state = spread_late(request.campaign, request.today)
    if others:
        spread = f"Spread {counted(others, 'follow-up', 'follow-ups')} over five days"
        kept = f", kept {counted(promises, 'promise', 'promises')}" if promises else ""
        messages.success(request, f"{spread}{kept}.", extra_tags=state)
    else:
        messages.info(request, "Nothing is late.")
    return redirect("today")
