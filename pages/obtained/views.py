"""The ledger: what people gave, by what became of it; and each thing put to use, put off or declined (R8)."""

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.rules.addresses import own_path
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from outcomes.models import ObtainedItem
from outcomes.rules.items import UsedAs
from outcomes.rules.ledger import USED, Part
from pages.obtained.forms import UseForm
from pages.parts.days import PutOffForm
from pages.parts.follow_up_rows import once_a_page
from pitch.rules.versions import Spoken
from relationships.reads.ledger import LedgerRow, counts_of, lacks_evidence, row_of, rows_in
from relationships.writes import using
from relationships.writes.people import share_once
from relationships.writes.tells import tell_now
from relationships.writes.undo import state_of_use

SHORT, LONG = 5, 50
"""Rows of a part beside the others, and on a page of its own."""

TABS: Final = (
    ("", "All", tuple(part for part in Part if part is not Part.PUT_OFF)),
    ("use", "To use", (Part.TO_USE, Part.PROMISED, Part.PUT_OFF)),
    ("used", "Used", USED),
    ("declined", "Declined", (Part.DECLINED,)),
)
TEXTS: Final = {Spoken.ONE_TO_ONE: "pitch_one_to_one", Spoken.CARD: "pitch_card", Spoken.POSITION: "pitch_position"}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One part on the page: its first rows, or one page of them where it stands alone."""

    part: Part
    count: int
    rows: list[LedgerRow]
    put_off: int = 0
    """So many more are put off to a later day, and stand elsewhere."""

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@require_safe
def obtained(request: CampaignRequest) -> HttpResponse:
    counts = counts_of(request.campaign, request.today)
    asked = request.GET.get("show", "")
    alone = next((part for part in Part if part.value == asked), None)
    show, _, parts = next((tab for tab in TABS if tab[0] == asked), TABS[0])
    rows = {part: rows_in(request.campaign, part, request.today) for part in ([alone] if alone else parts)}
    page = Paginator(rows[alone], LONG).get_page(request.GET.get("page")) if alone else None
    put_off = 0 if alone or Part.PUT_OFF in parts else counts[Part.PUT_OFF]
    context = {
        "parts": [
            Shown(
                part=part,
                count=counts[part],
                rows=[row_of(item, part, request.today) for item in page or found[:SHORT]],
                put_off=put_off if part is Part.TO_USE else 0,
            )
            for part, found in rows.items()
            if counts[part] or (part is Part.TO_USE and put_off)
        ],
        "lead": lead(counts),
        "show": alone or show,
        "tabs": [(name, words) for name, words, _ in TABS],
        "page": page,
        "name": "page",
        **once_a_page(request, request.get_full_path()),
    }
    return TemplateResponse(request, "obtained/obtained.html", context)


def lead(counts: dict[Part, int]) -> str:
    """`29 things: 5 to use, 2 introductions promised, 22 used.`"""
    if not any(counts.values()):
        return ""
    words = [(Part.TO_USE, "to use"), (Part.PUT_OFF, "put off")]
    said = [f"{counts[part]} {what}" for part, what in words if counts[part]]
    if number := counts[Part.PROMISED]:
        said.append(f"{number} {'introduction' if number == 1 else 'introductions'} promised")
    if number := sum(counts[part] for part in USED):
        said.append(f"{number} used")
    if counts[Part.DECLINED]:
        said.append(f"{counts[Part.DECLINED]} declined")
    number = sum(counts.values())
    return f"{number:,} {'thing' if number == 1 else 'things'}: {', '.join(said)}."


@require_http_methods(["GET", "HEAD", "POST"])
def item_use(request: CampaignRequest, pk: int) -> HttpResponse:
    """What became of it; a changed text is said on its own page, with this beside it."""
    item = item_to_use(request, pk)
    back = own_path(request.POST.get("next") or request.GET.get("next", ""), reverse("obtained"))
    if item.used_on:
        messages.info(request, "That was noted already.")
        return redirect(back)
    lacks = lacks_evidence(item)
    form = UseForm(
        request.POST if request.method == "POST" else None,
        item=item,
        lacks_evidence=lacks,
        initial={"how": request.GET.get("how", ""), "which": Spoken.ONE_TO_ONE.value},
    )
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "item": item, "giver": item.contact, "back": back, "lacks_evidence": lacks}
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "obtained/use.html", context, status=status)
    if form.cleaned_data.get("shared"):
        share_once(item.contact, form.cleaned_data["shared"], request.today)
    how = UsedAs(form.cleaned_data["how"])
    if how is UsedAs.PITCH:
        kind = Spoken(form.cleaned_data["which"] or Spoken.ONE_TO_ONE)
        return redirect(f"{reverse(TEXTS[kind])}?item={item.pk}")
    words, question = form.cleaned_data["words"], form.cleaned_data.get("question")
    done = using.put_to_use(item, how, today=request.today, words=words, question=question)
    return answer(request, done, f"Noted. Next: tell {item.contact.short_name}.")


@require_POST
def item_decline(request: CampaignRequest, pk: int) -> HttpResponse:
    item = item_to_use(request, pk)
    return answer(request, using.put_to_use(item, UsedAs.DECLINED, today=request.today), "Declined. Nobody is told.")


@require_POST
def item_take_back(request: CampaignRequest, pk: int) -> HttpResponse:
    item = item_to_use(request, pk)
    return answer(request, using.take_back(item), "It is to use again.")


@require_POST
def item_put_off(request: CampaignRequest, pk: int) -> HttpResponse:
    item = item_to_use(request, pk)
    form = PutOffForm(request.POST, today=request.today)
    if not form.is_valid():
        messages.error(request, "Choose today or a later day.")
        return redirect("item_use", pk)
    day = form.cleaned_data["day"]
    return answer(request, using.put_off(item, day), f"Put off to {full_day(day, request.today)}.")


@require_POST
def item_tell(request: CampaignRequest, pk: int) -> HttpResponse:
    """Tell who gave it what became of it: on to the message, which settles it."""
    item = get_object_or_404(ObtainedItem.objects.filter(campaign=request.campaign).select_related("contact"), pk=pk)
    tell = tell_now(item, request.today)
    if tell is None:
        messages.info(request, f"{item.contact.short_name} knows already.")
        return redirect(own_path(request.POST.get("next", ""), reverse("obtained")))
    return redirect(f"{reverse('contact_touch', args=[item.contact_id])}?follow_up={tell.pk}")


def answer(request: CampaignRequest, done: using.UseBefore | None, said: str) -> HttpResponse:
    """What a click did, with its undo; pressed twice, or in two tabs, it is harmless and said."""
    if done:
        messages.success(request, said, extra_tags=state_of_use(done))
    else:
        messages.info(request, "That was noted already.")
    return redirect(own_path(request.POST.get("next", ""), reverse("obtained")))


def item_to_use(request: CampaignRequest, pk: int) -> ObtainedItem:
    """Advice, a suggestion or information; a name is taken up by writing to whom it names."""
    items = ObtainedItem.objects.filter(campaign=request.campaign).without_referrals()
    return get_object_or_404(items.select_related("contact", "campaign"), pk=pk)
