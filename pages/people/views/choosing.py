"""Choosing people: who do I know, by twelve prompts; or one after another from the address book."""

from collections.abc import Iterable
from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.reads.choosing import may_be_asked, one_sitting
from pages.people.forms.choosing import Named, WhoDoIKnow
from pages.people.views.sitting import Answer, Sitting
from relationships.reads.to_ask import first_to_ask
from relationships.rules.history import Moment

BOOK = "book"


@require_http_methods(["GET", "HEAD", "POST"])
def people_choose(request: CampaignRequest) -> HttpResponse:
    if request.GET.get("from") == BOOK:
        return answer(request) if request.method == "POST" else ask(request)
    form = WhoDoIKnow(drafts.typed(request), request.campaign)
    if request.method != "POST":
        return TemplateResponse(request, "people/choose.html", {"form": form})
    if not form.is_valid():
        return TemplateResponse(request, "people/choose.html", {"form": form, "refused": True}, status=422)

    def create() -> str:
        noted = note(request.campaign, form.named(), request.today)
        whom = to_ask(request, [contact.pk for contact in noted])
        return whom.get_absolute_url() if whom else reverse("people")

    address = drafts.once(request, create)
    count = len(form.named())
    messages.success(request, f"{count} {'person is' if count == 1 else 'people are'} in your network.")
    return redirect(address)


@transaction.atomic
def note(campaign: Campaign, people: Iterable[Named], today: date) -> list[Contact]:
    """Each of them is known from before and joins; who is new is met by the prompt that called them to mind."""
    return [one.person.said_to_know(campaign, today, how_we_met=one.prompt) for one in people]


def to_ask(request: CampaignRequest, contacts: list[int]) -> Contact | None:
    """The first of these who may be asked today: choosing ends at somebody to ask."""
    whom = first_to_ask(request.campaign, contacts, Moment(today=request.today, now=timezone.now()))
    return request.campaign.contacts.filter(pk=whom).first() if whom else None


def ask(request: CampaignRequest) -> HttpResponse:
    """The next one of this sitting, or that it is over."""
    sitting = Sitting.of(request)
    if sitting is None or not sitting.done:  # nothing was answered: what was noted meanwhile may change who is likely
        sitting = Sitting.start(request, one_sitting(request.campaign, request.today))
    left = may_be_asked(request.campaign, request.today).filter(pk__in=sitting.left()).select_related("company")
    waiting = {contact.pk: contact for contact in left}
    contact = next((waiting[pk] for pk in sitting.left() if pk in waiting), None)
    context = {
        "contact": contact,
        "sitting": sitting,
        "reasons": sitting.reasons(contact.pk) if contact else (),
        "to_ask": to_ask(request, sitting.chosen()) if sitting.done and not contact else None,
    }
    return TemplateResponse(request, "people/choose_book.html", context)


def answer(request: CampaignRequest) -> HttpResponse:
    here = redirect(f"{reverse('people_choose')}?from={BOOK}")
    sitting = Sitting.of(request)
    if "again" in request.POST:
        Sitting.forget(request)
        return here
    if sitting is None:
        return here
    if "undo" in request.POST:
        return undo(request, sitting, here)
    said = request.POST.get("answer", "")
    number = request.POST.get("contact", "")
    contact = get_object_or_404(request.campaign.contacts, pk=int(number) if number.isdecimal() else 0)
    if said in list(Answer) and contact.pk in sitting.left():
        sitting.take(request, contact, Answer(said))
    return here


def undo(request: CampaignRequest, sitting: Sitting, here: HttpResponse) -> HttpResponse:
    """Take the last answer back."""
    last = sitting.last()
    if request.POST.get("contact", str(last)) != str(last):
        return here  # pressed twice: that answer is taken back already
    contact = request.campaign.contacts.filter(pk=last).first() if last else None
    if contact is None:
        return here
    joined = contact.in_network
    if not sitting.take_back(request, contact):
        messages.error(request, f"{contact.name} stays in your network: something was recorded for them.")
    elif joined:
        messages.success(request, f"{contact.name} is back in your address book.")  # R2: out of the phases
    return here
