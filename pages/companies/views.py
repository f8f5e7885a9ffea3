"""Target companies with whom the user knows there, and one company: who is there, and who could introduce."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Company
from contacts.reads.companies import by_rank, with_people
from pages.companies.forms import CompanyForm, TargetForm
from pages.companies.next_there import add_address, lines_of, shown_next
from relationships.writes.marking import save_company, target
from today.reads.introducers import at_company

A_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
def companies(request: CampaignRequest) -> HttpResponse:
    form = TargetForm(drafts.typed(request))
    if request.method != "POST" or not form.is_valid():
        page = Paginator(by_rank(request.campaign), A_PAGE).get_page(request.GET.get("page"))
        targets = with_people(request.campaign, page.object_list)
        context = {"targets": targets, "page": page, "form": form, "is_open": form.is_bound}
        refused = request.method == "POST"
        return TemplateResponse(request, "companies/companies.html", context, status=422 if refused else 200)
    asked = form.cleaned_data

    def create() -> str:
        target(request.campaign, asked["name"], asked["rank"], asked["notes"])
        return reverse("companies")

    result = drafts.once(request, create)
    messages.success(request, "It is among your target companies.")
    return redirect(result)


@require_http_methods(["GET", "HEAD", "POST"])
def company(request: CampaignRequest, pk: int) -> HttpResponse:
    this = get_object_or_404(request.campaign.companies, pk=pk)
    form = CompanyForm(request.POST if request.method == "POST" else None, instance=this)
    if request.method == "POST" and form.is_valid():
        save_company(form.save(commit=False))
        messages.success(request, "Saved.")
        return redirect(this)
    status = 422 if request.method == "POST" else 200
    stored = Company.objects.get(pk=pk) if form.is_bound else this  # what was refused was written into this one
    found = at_company(request.campaign, stored, request.today)
    known, introducers = lines_of(request, found)
    context = {
        "company": stored,
        "form": form,
        "there": found,
        "known": known,
        "introducers": introducers,
        "shown": shown_next(stored, found, known, introducers),
        "add_url": add_address(stored),
    }
    return TemplateResponse(request, "companies/company.html", context, status=status)
