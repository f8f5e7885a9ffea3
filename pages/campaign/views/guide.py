"""The help: the method, and the keys."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest


@dataclass(frozen=True, kw_only=True)
class Keyed:
    """One key or more, pressed together or one after the other, and what they do."""

    keys: tuple[str, ...]
    does: str


KEYS: Final = (
    Keyed(keys=("/",), does="Search"),
    Keyed(keys=("l",), does="Log a coffee, a message or a call"),
    Keyed(keys=("g", "t"), does="Today"),
    Keyed(keys=("g", "p"), does="People"),
    Keyed(keys=("g", "m"), does="Meetings"),
    Keyed(keys=("g", "i"), does="Pitch"),
    Keyed(keys=("j",), does="Next row"),
    Keyed(keys=("k",), does="Row before"),
    Keyed(keys=("Enter",), does="Open the row"),
    Keyed(keys=("d",), does="Done"),
    Keyed(keys=("s",), does="Put off"),
    Keyed(keys=("e",), does="Prepare"),
    Keyed(keys=("x",), does="Select the row"),
    Keyed(keys=("u",), does="Undo"),
    Keyed(keys=("y", "o", "l", "n"), does="We talk, Long ago, Later, Not for this: choosing from the address book"),
    Keyed(keys=("Ctrl", "Enter"), does="Save (⌘ Enter on a Mac)"),
    Keyed(keys=("Esc",), does="Close"),
    Keyed(keys=("?",), does="This page"),
)


@require_safe
def guide(request: CampaignRequest) -> HttpResponse:
    return TemplateResponse(request, "campaign/help.html", {"keys": KEYS, "goal": request.campaign.goal})
