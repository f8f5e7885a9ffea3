"""R16: an import has its own undo. It says first who goes, who stays since something was done with them, and how many
get back what they were.
"""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from campaigns.middleware import CampaignRequest
from transfer.models import Import
from transfer.models.imports import Status
from transfer.reads.undoing import changed, made, staying
from transfer.writes.undoing import undo_slice

A_PAGE = 50
BUSY = 1000  # ms after which the page asks again while another tab is at work


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def import_undo(request: CampaignRequest, pk: int) -> HttpResponse:
    if request.method != "POST":
        return ask(request, get_object_or_404(request.campaign.imports, pk=pk))
    upload = request.campaign.imports.filter(pk=pk).first()
    if upload is None:  # pressed twice: it is undone already
        return away(request)
    if not (upload.can_be_undone or upload.status == Status.UNDOING):
        return redirect(upload)
    going_on = undo_slice(upload, request.today)
    if going_on is None:
        messages.success(
            request, f"{upload.file_name} is undone. Who is in your network, or was changed by you, stayed."
        )
        return away(request)
    if not request.htmx:
        return redirect(going_on)
    context = {"upload": going_on, "wait": BUSY if going_on.lease_until else 0}
    return TemplateResponse(request, "importing/_undoing.html", context)


def ask(request: CampaignRequest, upload: Import) -> HttpResponse:
    if not upload.can_be_undone:
        return redirect(upload)
    stay = staying(upload)
    number = stay.count()
    known = changed(upload).exclude(contact=None).exclude(contact__in=made(upload))
    context = {
        "upload": upload,
        "going": made(upload).count() - number,
        "stay": stay.select_related("company").order_by("sort_name", "pk")[:A_PAGE],
        "stay_count": number,
        "changed": known.order_by().values("contact").distinct().count(),
        "shown_at_most": A_PAGE,
    }
    return TemplateResponse(request, "importing/undo.html", context)


def away(request: CampaignRequest) -> HttpResponse:
    return HttpResponseClientRedirect(reverse("import")) if request.htmx else redirect("import")
