"""Where a person belongs: network or address book, starred, never called quiet; and that they were introduced."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.rules.addresses import own_path
from campaigns.middleware import CampaignRequest
from contacts.rules.joining import JoinedBecause
from outcomes.models import ObtainedItem
from relationships.writes.editing import back_to_address_book
from relationships.writes.introductions import introduced
from relationships.writes.marking import mark
from relationships.writes.people import join


@require_POST
def contact_join(request: CampaignRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    join([person.pk], JoinedBecause.SAID_SO, request.today)
    messages.success(request, f"{person.name} is in your network.")
    return redirect(person)


@require_POST
def contact_to_book(request: CampaignRequest, pk: int) -> HttpResponse:
    """R1: back to the address book, while nothing stands that was recorded for them."""
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    if not person.in_network or back_to_address_book(person):  # the former: pressed twice
        messages.success(request, f"{person.name} is back in your address book.")
    else:
        messages.error(request, f"{person.name} stays in your network: something was recorded for them.")
    return redirect(person)


@require_POST
def contact_star(request: CampaignRequest, pk: int) -> HttpResponse:
    """Starred or not, as the button says: pressed twice it says the same."""
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    starred = request.GET.get("starred", request.POST.get("starred")) == "yes"  # the former undoes it
    mark(person, starred=starred)
    back = f"{reverse('contact_star', args=[pk])}?starred={'no' if starred else 'yes'}"
    messages.success(request, "Starred." if starred else "No longer starred.", extra_tags=back)
    return redirect(person)


@require_POST
def contact_quiet(request: CampaignRequest, pk: int) -> HttpResponse:
    """Whether the daily review may say that they have gone quiet (R9)."""
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    never = request.POST.get("never") == "yes"
    mark(person, never_quiet=never)
    said = "will not be called quiet." if never else "may be called quiet again."
    messages.success(request, f"{person.short_name} {said}")
    return redirect(person)


@require_POST
def referral_introduced(request: CampaignRequest, pk: int) -> HttpResponse:
    """They introduced the two of you (R8)."""
    items = ObtainedItem.objects.referrals().filter(campaign=request.campaign, referred__isnull=False)
    item = get_object_or_404(items.select_related("referred"), pk=pk)
    made = introduced(item, request.today)
    person = item.referred or item.contact
    words = f"Write to {person.short_name} on the next working day." if made else "That was noted already."
    messages.success(request, words)
    return redirect(own_path(request.POST.get("next", ""), person.get_absolute_url()))
