"""The first page of the admin: its lists under the places of the product's own navigation."""

from typing import Any, Final

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

PLACES: Final = (
    ("People", ("Contact", "Company", "Tag", "CommonGround", "Note")),
    ("Follow-ups and what you got", ("FollowUp", "ObtainedItem")),
    ("Meetings", ("Meeting", "Invitation", "Touch", "OpenedMessage", "Telling")),
    ("Events", ("Event", "Encounter")),
    ("Pitch", ("Skill", "Story", "PitchVersion")),
    ("Research", ("Question", "MayKnow", "MeetingQuestion")),
    ("Campaign", ("Campaign", "Pause", "PlannedAsk", "WeekNote", "MessageTemplate")),
    ("Imports, drafts and trash", ("Import", "ImportRow", "Draft", "Deletion")),
    ("Accounts", ("User",)),
)
_by_app = admin.AdminSite.get_app_list


def lists(request: HttpRequest, app_label: str | None = None) -> Any:
    """Asked for by every page, for a bar that none of them shows: found out where it is looked at."""
    return SimpleLazyObject(lambda: _by_place(_by_app(admin.site, request, app_label)))


def _by_place(apps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    shown = {found["object_name"]: found for app in apps for found in app["models"]}
    places = []
    for name, wanted in PLACES:
        if models := [shown[model] for model in wanted if model in shown]:
            places.append({"name": name, "app_label": name.split()[0].lower(), "app_url": "", "models": models})
    return places


def one_app(request: HttpRequest, app_label: str, extra_context: Any = None) -> HttpResponse:
    """Django's page of a single app says nothing that the first page does not."""
    return redirect("admin:index")
