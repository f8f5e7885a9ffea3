"""Notes on a person: written, changed, deleted. They count nowhere."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Note
from pages.people.forms.small import NoteForm
from trash.writes.deleting import throw_away


@require_http_methods(["GET", "HEAD", "POST"])
def contact_note(request: CampaignRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(request.campaign.contacts, pk=pk)
    note = Note(campaign=request.campaign, contact=person)
    form = NoteForm(drafts.typed(request), instance=note, initial={"day": request.today})
    if request.method == "POST" and form.is_valid():

        def create() -> str:
            form.save()
            return person.get_absolute_url()

        address = drafts.once(request, create)
        undo = reverse("note_delete", args=[note.pk]) if note.pk else ""  # empty where it is pressed twice
        messages.success(request, "Noted.", extra_tags=undo)
        return redirect(address)
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "people/note_form.html", {"form": form, "contact": person}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def note_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    note = get_object_or_404(request.campaign.notes.select_related("contact"), pk=pk)
    form = NoteForm(request.POST or None, instance=note)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect(note.contact)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "contact": note.contact, "note": note}
    return TemplateResponse(request, "people/note_form.html", context, status=status)


@require_POST
def note_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    note = request.campaign.notes.select_related("contact").filter(pk=pk).first()
    if note:
        deletion = throw_away(request.campaign, note, f"Note on {note.contact}: {note}", request.today)
    else:  # pressed twice
        deletion = get_object_or_404(request.campaign.deletions.of(Note, pk))
    messages.success(request, "The note is deleted.", extra_tags=reverse("deletion_restore", args=[deletion.pk]))
    return redirect(deletion)
