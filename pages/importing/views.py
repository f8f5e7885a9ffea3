"""A file of people: uploaded, checked, run slice by slice, and what became of it."""

import csv
from collections.abc import Iterator

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from pages.importing.forms import UploadForm
from pages.importing.gone import gone_people
from transfer.formats.records import DayOrder
from transfer.models import Import, ImportRow
from transfer.models.imports import Status
from transfer.reads.shown import LOOKS, chips, shown
from transfer.rules.defusing import defused
from transfer.rules.outcome import ASKED, Outcome
from transfer.writes.answering import answer, answer_all
from transfer.writes.running import run_slice
from transfer.writes.staging import discard, forget_old_previews, settle_order, stage

EARLIER = 20
A_PAGE = 50
WARNED = "warned"
DELIMITERS = {",": "Commas", ";": "Semicolons", "\t": "Tabs", "|": "Bars"}
A_TENTH = 10  # of the way, in hundredths: as often the progress is spoken
BUSY = 1000  # ms after which the page asks again while another tab is at work


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: CampaignRequest) -> HttpResponse:
    if request.method != "POST":
        forget_old_previews(request.campaign)
        return page(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid() or form.reading is None:
        return page(request, form, status=422)
    reading, content, gone = form.reading, form.content, gone_people(request.campaign, request.today)
    return redirect(drafts.once(request, lambda: stage(request.campaign, reading, content, gone).get_absolute_url()))


def page(request: CampaignRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    earlier = request.campaign.imports.defer("content")[:EARLIER]
    return TemplateResponse(request, "importing/upload.html", {"form": form, "earlier": earlier}, status=status)


@require_safe
def import_file(request: CampaignRequest, pk: int) -> HttpResponse:
    upload = get_object_or_404(request.campaign.imports, pk=pk)
    if upload.status == Status.CHECKED:
        return check(request, upload)
    if upload.status == Status.RUNNING:
        return TemplateResponse(request, "importing/running.html", progress(upload))
    if upload.status == Status.UNDOING:
        return TemplateResponse(request, "importing/undoing.html", {"upload": upload})
    return report(request, upload)


def check(request: CampaignRequest, upload: Import) -> HttpResponse:
    """The preview: nothing is in the address book yet."""
    show = request.GET.get("show", "")
    rows = upload.rows.all()
    if show == WARNED:
        rows = rows.incomplete()
    elif show in LOOKS:
        rows = rows.filter(outcome=show)
    else:
        show = ""
    questions = upload.rows.asked()[:A_PAGE] if not show and upload.asked() else []
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "upload": upload,
        "chips": chips(upload.expected),
        "show": show,
        "asks": show in ASKED,
        "questions": [row for row in shown(request.campaign, questions) if row.asks],
        "shown_at_most": A_PAGE,
        "page": page,
        "rows": shown(request.campaign, page.object_list),
        "warned": upload.rows.incomplete().count(),
        "orders": DayOrder,
        "delimiter": DELIMITERS.get(upload.delimiter, upload.delimiter),
    }
    return TemplateResponse(request, "importing/check.html", context)


def report(request: CampaignRequest, upload: Import) -> HttpResponse:
    parts = {
        "possible": upload.rows.filter(outcome=Outcome.POSSIBLE).select_related("contact"),
        "refused": upload.rows.filter(outcome=Outcome.ERROR),
        "incomplete": upload.rows.incomplete(),
        "differing": upload.rows.differing().select_related("contact"),
    }
    context = {
        "upload": upload,
        "chips": chips(upload.counts),
        "shown_at_most": A_PAGE,
        **{name: shown(request.campaign, rows[:A_PAGE]) for name, rows in parts.items()},
        **{f"{name}_count": rows.count() for name, rows in parts.items()},
    }
    return TemplateResponse(request, "importing/report.html", context)


@transaction.non_atomic_requests
@require_POST
def import_run(request: CampaignRequest, pk: int) -> HttpResponse:
    """One slice. With JavaScript the answer posts the next one by itself; without, a button does."""
    upload = get_object_or_404(request.campaign.imports, pk=pk)
    answered(request, upload)
    before = upload.percent
    cursor = upload.cursor
    try:
        upload = run_slice(upload, request.today)
    except Import.DoesNotExist:  # cancelled this very moment
        return HttpResponseClientRedirect(reverse("import")) if request.htmx else redirect("import")
    if not request.htmx:
        return redirect(upload)
    if upload.status == Status.DONE:
        return HttpResponseClientRedirect(upload.get_absolute_url())
    wait = BUSY if upload.cursor == cursor else 0
    tell = upload.percent // A_TENTH > before // A_TENTH
    return TemplateResponse(request, "importing/_running.html", {**progress(upload, wait), "tell": tell})


def progress(upload: Import, wait: int = 0) -> dict[str, object]:
    return {"upload": upload, "chips": chips(upload.counts), "wait": wait}


def answered(request: CampaignRequest, upload: Import) -> None:
    """What the form says about its rows; they may be few of many, and nothing is said of the others."""
    said = request.POST
    who = {int(name[4:]): said[name] for name in said if name.startswith("who-") and name[4:].isdecimal()}
    offered, takes = ({int(pk) for pk in said.getlist(name) if pk.isdecimal()} for name in ("offered", "take"))
    if upload.status == Status.CHECKED:
        answer(upload, who, takes, offered)
        answer_all(upload, said.get("all", ""))


@require_POST
def import_answers(request: CampaignRequest, pk: int) -> HttpResponse:
    """Who is the same person, kept for when it is imported."""
    upload = get_object_or_404(request.campaign.imports, pk=pk)
    answered(request, upload)
    return HttpResponse(status=204) if request.htmx else redirect(upload)


@transaction.non_atomic_requests
@require_POST
def import_order(request: CampaignRequest, pk: int) -> HttpResponse:
    """How the dates of the file are written: the day first, or the month."""
    upload = get_object_or_404(request.campaign.imports, pk=pk)
    if request.POST.get("order") in list(DayOrder) and upload.status == Status.CHECKED:
        settle_order(upload, DayOrder(request.POST["order"]), gone_people(request.campaign, request.today))
    return redirect(upload)


@require_POST
def import_cancel(request: CampaignRequest, pk: int) -> HttpResponse:
    """What was looked at and is not wanted goes, with everything read from it."""
    upload = request.campaign.imports.filter(pk=pk).first()
    if upload and discard(upload):  # else it is gone already, pressed twice, or it runs
        messages.success(request, f"{upload.file_name} was not imported, and is forgotten.")
    return redirect("import")


@require_safe
def import_skipped(request: CampaignRequest, pk: int) -> HttpResponseBase:
    """The rows that were not taken, as they stand in the file, with the reason before each."""
    upload = get_object_or_404(request.campaign.imports, pk=pk)
    answer = StreamingHttpResponse(skipped_lines(upload), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="skipped.csv"'
    return answer


def skipped_lines(upload: Import) -> Iterator[str]:
    writer = csv.writer(Line())
    yield "\ufeff" + writer.writerow(["Line", "Why not taken", *defused(upload.header)])
    row: ImportRow
    for row in upload.rows.not_taken().iterator():
        yield writer.writerow([row.line, *defused([" ".join(row.reasons), *row.raw])])


class Line:
    """A file of one line, which is handed on as soon as it is written."""

    def write(self, line: str) -> str:
        return line
