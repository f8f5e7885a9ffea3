"""What people gave, filed under a question, and taken out of it again."""

from typing import Any, Final

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from accounts.rules.addresses import own_path
from campaigns.middleware import CampaignRequest
from contacts.rules.keys import is_key
from outcomes.models import ObtainedItem
from outcomes.rules.items import Stance
from pages.research.forms import FileForm, ItemFileForm
from pages.research.views.research import question_of
from relationships.writes.findings import file_under, take_out
from research.models import Question

OFFERED: Final = 30
UNDO: Final = "as"


@require_http_methods(["GET", "HEAD", "POST"])
def question_file(request: CampaignRequest, pk: int) -> HttpResponse:
    """Something of the ledger: the latest first, or what is found by a word. The undo of taking out says in the address
    what is filed.
    """
    found = question_of(request, pk)
    posted = request.GET if UNDO in request.GET else request.POST
    form = FileForm(posted if request.method == "POST" else None, question=found)
    if form.is_valid():
        stance, is_cited = Stance(form.cleaned_data["stance"]), posted.get(UNDO) == "cited"
        file_under(form.cleaned_data["item"], found, stance, today=request.today, is_cited=is_cited)
        messages.success(request, "Filed.")
        return redirect(found)
    typed = " ".join(request.GET.get("q", "")[:100].split())
    items = ObtainedItem.objects.filter(campaign=request.campaign).exclude(question=found)
    if typed:
        items = items.filter(Q(text__icontains=typed) | Q(contact__name__icontains=typed))
    rows = items.select_related("contact__company", "referred", "question").order_by("-day", "-pk")[: OFFERED + 1]
    context: dict[str, Any] = {
        "form": form,
        "question": found,
        "items": rows[:OFFERED],
        "has_more": len(rows) > OFFERED,
        "typed": typed,
    }
    return TemplateResponse(request, "research/file.html", context, status=422 if form.is_bound else 200)


@require_POST
def question_take_out(request: CampaignRequest, pk: int) -> HttpResponse:
    found = question_of(request, pk)
    key = request.POST.get("item", "")
    items = ObtainedItem.objects.filter(question=found).select_related("contact")
    item = items.filter(pk=key if is_key(key) else 0).first()
    if item is None:
        messages.info(request, "It was taken out already.")
        return redirect(found)
    undo = {
        "item": str(item.pk),
        "stance": item.stance or Stance.ADDS.value,
        UNDO: "cited" if item.is_cited else "filed",
    }
    if take_out(item, found):
        said = f"Taken out. It stays with what {item.contact.short_name} gave you."
        messages.success(request, said, extra_tags=f"{reverse('question_file', args=[pk])}?{urlencode(undo)}")
    else:
        messages.info(request, "It was taken out already.")
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def item_file(request: CampaignRequest, pk: int) -> HttpResponse:
    """The same from the item: under which question, and what it says to it."""
    items = ObtainedItem.objects.filter(campaign=request.campaign).select_related("contact", "referred")
    item = get_object_or_404(items, pk=pk)
    back = own_path(request.POST.get("next") or request.GET.get("next", ""), item.contact.get_absolute_url())
    form = ItemFileForm(request.POST if request.method == "POST" else None, item=item)
    if form.is_valid():
        stance = Stance(form.cleaned_data["stance"])
        file_under(item, form.cleaned_data["question"], stance, today=request.today)
        messages.success(request, "Filed.")
        return redirect(back)
    context = {
        "form": form,
        "item": item,
        "back": back,
        "has_questions": Question.objects.filter(campaign=request.campaign).exists(),
    }
    return TemplateResponse(request, "research/item_file.html", context, status=422 if form.is_bound else 200)
