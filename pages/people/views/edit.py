"""A new person, and what is known of somebody."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.rules.typed_person import LONGEST_COMPANY
from pages.parts.fields import begin_at
from pages.parts.meanwhile import said
from pages.parts.moved_back import moving_back
from pages.people.forms.contact import ContactForm
from pages.people.forms.known import initial_of
from pages.people.forms.new_contact import NewContactForm
from relationships.writes.editing import ChangedMeanwhile, complete_person, create_person, save_person

ANOTHER = "another"


@require_http_methods(["GET", "HEAD", "POST"])
def contact_new(request: CampaignRequest) -> HttpResponse:
    instance = Contact(campaign=request.campaign)
    first = {"name": request.GET.get("name", "")[:240], "company": request.GET.get("company", "")[:LONGEST_COMPANY]}
    form = NewContactForm(
        drafts.typed(request), instance=instance, initial=first, campaign=request.campaign, today=request.today
    )
    if request.method != "POST":
        begin_at(form, "name")
        return TemplateResponse(request, "people/contact_new.html", {"form": form})
    if not form.is_valid():
        return TemplateResponse(request, "people/contact_new.html", {"form": form}, status=422)

    def create() -> str:
        if form.meant:
            known = complete_person(form.meant, form.details(), because=form.because, today=request.today)
            return known.get_absolute_url()
        return create_person(
            request.campaign, form.details(), because=form.because, today=request.today
        ).get_absolute_url()

    address = drafts.once(request, create)
    said = "was there already. What you typed is added." if form.meant else "is there."
    messages.success(request, f"{form.meant or form.cleaned_data['name']} {said}")
    return redirect("contact_new" if ANOTHER in request.POST else address)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    people = request.campaign.contacts.select_related("company")
    person, instance = get_object_or_404(people, pk=pk), get_object_or_404(people, pk=pk)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        instance=instance,  # validation writes into it; the heading speaks of the stored one
        initial=initial_of(person),
        campaign=request.campaign,
        today=request.today,
    )
    context: dict[str, Any] = {"form": form, "contact": person}
    if request.method != "POST":
        return TemplateResponse(request, "people/contact_edit.html", context)
    if not form.is_valid():
        context["version"] = request.POST.get("version", "")  # the one that the form was opened with
        return TemplateResponse(request, "people/contact_edit.html", context, status=422)
    with moving_back([person.pk]) as moved:
        try:
            save_person(person, form.details(), version=version_of(request), today=request.today)
        except ChangedMeanwhile:
            if differing := differences(person, form):
                context["differences"] = differing
                return TemplateResponse(request, "people/contact_edit.html", context, status=409)
    messages.success(request, moved.after("Saved."))  # also where another press saved these very words
    return redirect(person)


def version_of(request: CampaignRequest) -> int:
    """The version that the form was opened with; 0, which none has, for anything else."""
    posted = request.POST.get("version", "")
    return int(posted) if posted.isascii() and posted.isdecimal() and len(posted) < 10 else 0


def differences(person: Contact, form: ContactForm) -> list[tuple[str, str, str]]:
    """Where what was saved meanwhile and what was typed differ: the field, the saved text, the typed text."""
    saved = ContactForm(instance=person, initial=initial_of(person), campaign=form.campaign, today=form.today)
    found = []
    for field in form:
        stored = saved[field.name]
        before, typed = said(stored.initial), said(field.value())
        if before != typed:
            found.append((str(field.label), before, typed))
    return found
