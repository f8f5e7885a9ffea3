"""Target companies with whom the user knows there, and one company."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Company
from contacts.reads.companies import targets
from contacts.reads.paging import Order, page_of
from pages.companies.forms import CompanyForm, TargetForm
from relationships.writes.marking import save_company, target


@require_http_methods(["GET", "HEAD", "POST"])
def companies(request: CampaignRequest) -> HttpResponse:
    form = TargetForm(drafts.typed(request))
    if request.method != "POST" or not form.is_valid():
        context = {"targets": targets(request.campaign), "form": form, "is_open": form.is_bound}
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
    context = {"company": Company.objects.get(pk=pk), "form": form, **people_of(request, this)}
    return TemplateResponse(request, "companies/company.html", context, status=status)


def people_of(request: CampaignRequest, this: Company) -> dict[str, object]:
    """Whom the user knows there, and who else stands in the address book; the rest is in the list."""
    there = request.campaign.contacts.filter(company=this)
    by_name = Order(column="name")
    known, book = page_of(there.in_network(), by_name), page_of(there.in_address_book(), by_name)
    return {"known": known.rows, "book": book.rows, "more": known.after or book.after}
