"""Uploading a file of people, and the files that were uploaded before."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from transfer.forms.upload import UploadForm
from transfer.writes.staging import forget_old_previews, stage

EARLIER = 20


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: CampaignRequest) -> HttpResponse:
    if request.method != "POST":
        forget_old_previews(request.campaign)
        return page(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid() or form.reading is None:
        return page(request, form, status=422)
    reading, content = form.reading, form.content
    return redirect(drafts.once(request, lambda: stage(request.campaign, reading, content).get_absolute_url()))


def page(request: CampaignRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    earlier = request.campaign.imports.defer("content")[:EARLIER]
    return TemplateResponse(request, "transfer/upload.html", {"form": form, "earlier": earlier}, status=status)
