"""Today while nobody is in the network: one act, not a tour; after an import it is to choose ten."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from contacts.reads.choosing import one_sitting
from pages.today.forms import FirstPersonForm
from pages.today.shelf import shelf_context
from pitch.reads.readiness import readiness_of
from relationships.rules.history import Moment
from today.reads.done import asked
from today.reads.planned import talks
from today.reads.shelf import standing

AMONG_THE_FIRST = 3


def page_of_nobody(request: CampaignRequest) -> HttpResponse:
    """Nobody is in the network: is there an address book to choose from?"""
    waiting = request.campaign.contacts.count()
    if waiting:
        return after_import_page(request, waiting)
    return first_page(request, FirstPersonForm(drafts.typed(request), campaign=request.campaign))


def first_page(request: CampaignRequest, form: FirstPersonForm, status: int = 200) -> HttpResponse:
    """Nobody is known yet."""
    context = {
        "form": form,
        "name": request.user.get_short_name(),
        "day": full_day(request.today, request.today),
        "can_say": [check for check in readiness_of(request.campaign) if check.ok],
        **shelf_of_nobody(request),
    }
    return TemplateResponse(request, "today/today_first.html", context, status=status)


def after_import_page(request: CampaignRequest, waiting: int) -> HttpResponse:
    """Somebody stands in the address book, nobody in the network."""
    campaign, today = request.campaign, request.today
    likely = {one.contact_id: one.reasons for one in one_sitting(campaign, today)[:AMONG_THE_FIRST]}
    people = campaign.contacts.filter(pk__in=likely).select_related("company").in_bulk()
    context = {
        "name": request.user.get_short_name(),
        "lead": full_day(today, today),
        "waiting": f"{waiting:,}",
        "first": [(people[pk], reasons[0] if reasons else "") for pk, reasons in likely.items()],
        "upload": campaign.imports.order_by("-pk").first(),
        **shelf_of_nobody(request),
    }
    return TemplateResponse(request, "today/today_after_import.html", context)


def shelf_of_nobody(request: CampaignRequest) -> dict[str, object]:
    """The shelf with its open places."""
    moment = Moment(today=request.today, now=timezone.now())
    stand = standing(request.campaign, request.today, shown=set())
    return shelf_context(request, stand, talks(request.campaign, moment), asked(request.campaign, request.today))
