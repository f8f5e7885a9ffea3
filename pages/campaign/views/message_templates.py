"""R18: the templates are the user's to edit, one set for each language, with a preview on a real person."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import MessageTemplate
from campaigns.rules.languages import CHOICES, ENGLISH, LANGUAGES, name_of_language
from campaigns.writes.message_templates import keep_template
from contacts.models import Contact
from pages.campaign.forms.message_template import MessageTemplateForm
from relationships.reads.message_facts import facts_of
from relationships.reads.message_templates import own_templates
from relationships.reads.record import record_of
from relationships.rules.messages.composing import Template
from relationships.rules.messages.message import Message, filled_in
from relationships.rules.messages.own_templates import OCCASIONS, as_it_comes, slots_for, what_is_wrong
from relationships.writes.undo import state_of_template

TRIED_ON = 20


@require_safe
def message_templates(request: CampaignRequest) -> HttpResponse:
    language = language_of(request)
    own = own_templates(request.campaign, language)
    written = MessageTemplate.objects.filter(campaign=request.campaign).values_list("language", flat=True)
    spoken = request.campaign.contacts.exclude(language=ENGLISH).values_list("language", flat=True)
    used = {language, ENGLISH, *written.distinct(), *spoken.distinct().order_by()}
    context = {
        "language": language,
        "language_name": name_of_language(language),
        "used": [(code, name) for code, name in CHOICES if code in used],
        "others": [(code, name) for code, name in CHOICES if code not in used],
        "occasions": [(occasion, name, occasion in own) for occasion, name in OCCASIONS.items()],
    }
    return TemplateResponse(request, "campaign/message_templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def message_template(request: CampaignRequest) -> HttpResponse:
    occasion = request.GET.get("occasion", next(iter(OCCASIONS)))
    if occasion not in OCCASIONS:
        raise Http404
    language = language_of(request)
    own = MessageTemplate.objects.filter(campaign=request.campaign, language=language, occasion=occasion).first()
    here = f"{reverse('message_templates')}?{urlencode({'language': language})}"
    change = request.POST.get("change")
    if change == "back" and own:
        messages.success(request, "It is as it came.", extra_tags=state_of_template(own))
        own.delete()
    if change == "back":
        return redirect(here)
    comes = Template(long="") if language else as_it_comes(occasion)
    stands = Template(long=own.long, short=own.short) if own else comes
    form = MessageTemplateForm(drafts.typed(request), language=language, template=stands)
    if request.method != "POST" or change == "preview" or not form.is_valid():
        refused = request.method == "POST" and change != "preview"
        return page(request, occasion, language, form, is_own=own is not None, status=422 if refused else 200)

    def keep() -> str:
        keep_template(request.campaign, language, occasion, **form.cleaned_data)
        messages.success(request, f"Saved: {OCCASIONS[occasion]}.")
        return here

    return redirect(drafts.once(request, keep))


def page(
    request: CampaignRequest,
    occasion: str,
    language: str,
    form: MessageTemplateForm,
    *,
    is_own: bool,
    status: int,
) -> HttpResponse:
    people = list(
        request.campaign.contacts.in_network()
        .select_related("company", "introduced_by__company")
        .order_by("-last_spoke_on", "-joined_on", "-pk")[:TRIED_ON]
    )
    asked = request.POST.get("person", "")
    person = next((one for one in people if str(one.pk) == asked), next(iter(people), None))
    context: dict[str, Any] = {
        "form": form,
        "occasion": OCCASIONS[occasion],
        "language": language,
        "language_name": name_of_language(language),
        "slots": slots_for(language),
        "comes": as_it_comes(occasion),
        "is_own": is_own,
        "people": people,
        "person": person,
        "preview": tried_on(person, form.as_typed(), language, request) if person else None,
    }
    return TemplateResponse(request, "campaign/message_template.html", context, status=status)


def tried_on(person: Contact, template: Template, language: str, request: CampaignRequest) -> Message | None:
    """What it says to this person; None where it cannot be filled yet."""
    if what_is_wrong(template.long, language) or what_is_wrong(template.short, language):
        return None
    person.language = language
    return filled_in(template, facts_of(record_of(person), request.today))


def language_of(request: HttpRequest) -> str:
    """The one that the address names; else English."""
    asked = request.GET.get("language", ENGLISH)
    return asked if asked in LANGUAGES else ENGLISH
