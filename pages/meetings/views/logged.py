"""After a log: the cup that was filled, what moved and by what, what comes next, and the ways on."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.rules.phases import Phase
from meetings.models import Meeting
from meetings.reads.meeting_list import names_of
from meetings.rules.cups import milestones, more_words
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.items import ItemKind
from outcomes.rules.ledger import TO_TAKE_UP
from relationships.rules.saving import moved_words

BESIDE: Final = 4
"""Cups of the shelf shown on either side of the new one."""


@require_safe
def meeting_logged(request: CampaignRequest, pk: int) -> HttpResponse:
    held = Meeting.objects.held().filter(campaign=request.campaign)
    meeting = get_object_or_404(held.select_related("contact__company", "campaign"), pk=pk)
    contact = meeting.contact
    items = list(ObtainedItem.objects.filter(meeting=meeting).select_related("referred__company"))
    before, after = phase_before(request), Phase(contact.phase or Phase.INITIATE)
    has_moved = before is not None and list(Phase).index(after) > list(Phase).index(before)
    kinds = [ItemKind(item.kind) for item in items]
    words, following = moved_words(contact.short_name, before or after, after, kinds) if has_moved else ("", "")
    name = called(meeting)
    is_cup = name.startswith("Cup ")
    cups = list(request.campaign.contacts.cups().order_by("first_held_on", "pk").values_list("pk", "phase"))
    context = {
        "meeting": meeting,
        "contact": contact,
        "name": name,
        "is_cup": is_cup,
        "strip": strip(cups, contact, request.campaign.goal) if is_cup else [],
        "more": more_words(len(cups), request.campaign.goal) if is_cup else "",
        "words": words,
        "following": following,
        "before": before if has_moved else None,
        "shared": contact.common_ground.found().order_by("-found_on", "-pk").first(),
        "items": items,
        "follow_ups": FollowUp.objects.open().filter(contact=contact).order_by("due_on", "pk"),
        "to_use": [item for item in items if item.to_use_on],
        "to_take_up": [item for item in items if item.referred and item.referral_state in TO_TAKE_UP],
        "same_coffee": same_coffee(meeting),
    }
    return TemplateResponse(request, "meetings/logged.html", context)


def phase_before(request: CampaignRequest) -> Phase | None:
    """As the address says it; the page can be opened again, or without it."""
    asked = request.GET.get("before", "")
    return Phase(asked) if asked in list(Phase) else None


def called(meeting: Meeting) -> str:
    """`Cup 22`, `Second coffee`, `Before this search`."""
    return names_of(meeting.campaign, [meeting])[meeting.pk]


def strip(cups: list[tuple[int, str]], contact: Contact, goal: int) -> list[dict[str, object]]:
    """The nine places of the shelf around the new cup, of (contact, phase) in their order; open ones are outlines."""
    here = next((place for place, (pk, _) in enumerate(cups) if pk == contact.pk), 0)
    marks = milestones(goal)
    first = max(0, here - BESIDE)
    return [
        {
            "state": "held" if place < len(cups) else "open",
            "phase": cups[place][1] if place < len(cups) else "",
            "fresh": place == here,
            "mark": place + 1 if place + 1 in marks else "",
        }
        for place in range(first, first + 2 * BESIDE + 1)
    ]


def same_coffee(meeting: Meeting) -> str:
    copied = {"day": meeting.day.isoformat(), "place": meeting.place, "mode": meeting.mode}
    return f"{reverse('meeting_log_new')}?{urlencode({name: value for name, value in copied.items() if value})}"
