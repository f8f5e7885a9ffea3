"""R18: a message was opened elsewhere, and the next morning's question whether it was sent: yes, not yet, no."""

from collections.abc import Callable, Mapping
from typing import Final

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.rules.addresses import own_path
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from meetings.models import Invitation, OpenedMessage
from meetings.rules.asking import noted_words
from meetings.rules.opened import WrittenIn
from pages.meetings.forms.inviting import InviteForm, ReminderForm
from pages.meetings.forms.touch import LOOK_AGAIN, TouchForm
from pages.meetings.views import touch
from relationships.reads.relationship import relationship_with
from relationships.writes import asking, inviting
from relationships.writes import opened as writes
from relationships.writes.undo import state_of_opened

TO_LOOK_AT: Final = "It could not be saved as it stood. Look it through, then save it here."
FORMS: Final[Mapping[WrittenIn, type[Form]]] = {
    WrittenIn.INVITE: InviteForm,
    WrittenIn.REMIND: ReminderForm,
    WrittenIn.TOUCH: TouchForm,
}


@require_POST
def message_opened(request: CampaignRequest, pk: int) -> HttpResponse:
    """The form as it stood when its text was opened in another program; nothing is said of it before tomorrow."""
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    said = request.POST.get("written_in", "")
    if said not in list(WrittenIn) or drafts.is_too_long(request.POST):
        return HttpResponseBadRequest()
    written_in = WrittenIn(said)
    kept = (*FORMS[written_in].base_fields, drafts.FIELD)
    form = {name: request.POST.getlist(name) for name in kept if name in request.POST}
    writes.opened(contact, written_in, form, request.today)
    return HttpResponse(status=204)


@require_POST
def message_sent(request: CampaignRequest, pk: int) -> HttpResponse:
    """What they say of it. Said twice it is said once."""
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    back_to = redirect(own_path(request.POST.get("next", ""), contact.get_absolute_url()))
    mine = OpenedMessage.objects.filter(campaign=request.campaign, contact=contact)
    message = mine.select_related("contact__company", "contact__introduced_by__company").first()
    if message is None:
        return back_to
    match request.POST.get("said"):
        case "yes":
            if not SAVES[WrittenIn(message.written_in)](request, message):
                messages.error(request, TO_LOOK_AT)
                page = reverse("contact_touch" if message.written_in == WrittenIn.TOUCH else "invite", args=[pk])
                return redirect(f"{page}?{LOOK_AGAIN}=1")
            drafts.saved_by_itself(
                drafts.as_posted(message.form), message.campaign.owner_id, contact.get_absolute_url()
            )
        case "no":
            back = state_of_opened(message)
            writes.never_sent(message)
            messages.success(request, f"Noted: nothing was sent to {contact.short_name}.", extra_tags=back)
        case _:
            writes.not_yet(message, request.today)
            messages.success(request, f"You are asked again tomorrow whether you sent it to {contact.short_name}.")
    return back_to


def _invited(request: CampaignRequest, message: OpenedMessage) -> bool:
    contact = message.contact
    relationship = relationship_with(contact)
    form = InviteForm(drafts.as_posted(message.form), relationship=relationship, today=request.today)
    waits = Invitation.objects.waiting().filter(contact=contact).exists()
    if waits or contact.left_for_now(request.today) or not form.is_valid() or form.question(relationship):
        return False
    asking.invite(contact, today=request.today, **form.values())
    messages.success(request, noted_words(contact.short_name))
    return True


def _reminded(request: CampaignRequest, message: OpenedMessage) -> bool:
    invitation = Invitation.objects.waiting().filter(contact=message.contact, reminded_on=None).first()
    form = ReminderForm(drafts.as_posted(message.form))
    if invitation is None or not form.is_valid():
        return False
    inviting.remind(invitation, message.opened_on, form.cleaned_data["text"])
    messages.success(request, "Reminder noted. There is no second one.")
    return True


def _wrote(request: CampaignRequest, message: OpenedMessage) -> bool:
    form = TouchForm(
        drafts.as_posted(message.form),
        campaign=request.campaign,
        today=request.today,
        contact=message.contact,
        in_full=True,
    )
    if not form.is_valid():
        return False
    touch.save(request, form)
    return True


SAVES: Final[Mapping[WrittenIn, Callable[[CampaignRequest, OpenedMessage], bool]]] = {
    WrittenIn.INVITE: _invited,
    WrittenIn.REMIND: _reminded,
    WrittenIn.TOUCH: _wrote,
}
