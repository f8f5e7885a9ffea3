"""R3 and R4: the guard of the ask, as soon as a purpose or a kind of ask is chosen."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.rules.keys import is_key
from pages.meetings.forms.purpose import PurposeForm
from pages.parts.person_choice import PersonChoiceForm
from relationships.reads.relationship import relationship_with


class GuardForm(PurposeForm):
    """What was chosen so far; nothing of it is required yet."""

    def __init__(self, request: CampaignRequest) -> None:
        self.today = request.today
        super().__init__(request.GET)
        for field in self.fields.values():
            field.required = False


@require_safe
def ask_guard(request: CampaignRequest) -> HttpResponse:
    """The question that the choice raises, for htmx to put under the ask; empty where it raises none."""
    form = GuardForm(request)
    contact = meant(request)
    is_named = contact is not None or bool(request.GET.get("person", "").strip())
    question = None
    if is_named and form.is_valid() and form.cleaned_data["ask_kind"]:
        question = form.question(relationship_with(contact) if contact else None)
    context = {"form": form, "question": question, "at_once": True, "contact": contact}
    return TemplateResponse(request, "meetings/_ask_guard.html", context)


def meant(request: CampaignRequest) -> Contact | None:
    """Whom the page is about, or who is chosen in it; None while that is open, or for somebody new."""
    people = request.campaign.contacts.select_related("company")
    if pk := request.GET.get("contact", ""):
        return get_object_or_404(people, pk=int(pk) if is_key(pk) else 0)
    return PersonChoiceForm(request.GET, campaign=request.campaign).known()
