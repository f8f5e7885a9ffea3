"""R6: it did not happen: it was moved, cancelled, or nobody came. Each can be taken back."""

from datetime import date, datetime

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from accounts.rules.addresses import own_path
from campaigns.middleware import CampaignRequest
from meetings.models import Meeting
from meetings.reads.meeting_list import local_time
from meetings.rules.meeting import Status
from pages.meetings.forms.did_not_happen import DidNotHappenForm, What
from pages.meetings.forms.planning import when_typed
from pages.parts.moved_back import moving_back
from relationships.writes import planning

BACK = "back"
SALT = "fifty-cups.meeting"
A_DAY = 60 * 60 * 24


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_did_not_happen(request: CampaignRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(request.campaign.meetings.select_related("contact"), pk=pk)
    if request.method == "POST" and BACK in request.GET:
        return taken_back(request, meeting)
    if meeting.status == Status.HELD:
        messages.error(request, "It is logged as held. Correct the log if that was a slip.")
        return redirect(meeting)
    asked = request.POST.get("next") or request.GET.get("next", "")
    zone = request.user.zone()
    initial = when_typed(meeting, zone)
    initial["day"] = max(meeting.local_day, request.today)
    form = DidNotHappenForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        planned=meeting.status == Status.PLANNED,
        may_have_waited=meeting.local_day <= request.today,
        today=request.today,
        zone=zone,
    )
    if request.method != "POST" or not form.is_valid():
        context = {
            "meeting": meeting,
            "form": form,
            "day": meeting.local_day,
            "at": local_time(meeting),
            "next": asked,
            "back": own_path(asked, meeting.get_absolute_url()),
        }
        return TemplateResponse(
            request, "meetings/meeting_did_not_happen.html", context, status=422 if form.is_bound else 200
        )
    happened = form.happened()
    if not done_already(meeting, form):
        before = state_of(meeting)
        with moving_back([meeting.contact_id]) as moved:
            write(meeting, form)
        said = moved.after(f"{SAID[happened]} {form.taken_instead}".strip())
        messages.success(request, said, extra_tags=address_of_undo(meeting, before))
    stays = happened in (What.MOVED, What.PLANNED)
    return redirect(own_path(asked, meeting.get_absolute_url() if stays else reverse("meetings")))


SAID = {
    What.MOVED: "Moved.",
    What.CANCELLED: "Cancelled.",
    What.NO_SHOW: "Noted. It happens, and is seldom about you.",
    What.PLANNED: "Planned again.",
}


def done_already(meeting: Meeting, form: DidNotHappenForm) -> bool:
    """Pressed twice: it stands on that day already, or so."""
    if form.happened() is not What.MOVED:
        return form.happened().value == meeting.status
    stands = {"day": meeting.day, "starts_at": meeting.starts_at}
    return meeting.status == Status.PLANNED and form.moved_to() == stands


def write(meeting: Meeting, form: DidNotHappenForm) -> None:
    match form.happened():
        case What.MOVED:
            planning.move(meeting, **form.moved_to())
        case What.CANCELLED:
            planning.cancel(meeting)
        case What.NO_SHOW:
            planning.no_show(meeting)
        case What.PLANNED:
            planning.put_back(meeting, Status.PLANNED, meeting.day, meeting.starts_at)


State = list[str | None]


def state_of(meeting: Meeting) -> State:
    return [meeting.status, meeting.day.isoformat(), meeting.starts_at.isoformat() if meeting.starts_at else None]


def address_of_undo(meeting: Meeting, before: State) -> str:
    """The state to come back to, signed; it holds while nothing else is saved."""
    state = signing.dumps([meeting.pk, meeting.version, *before], salt=SALT, compress=True)
    return f"{reverse('meeting_did_not_happen', args=[meeting.pk])}?{urlencode({BACK: state})}"


def taken_back(request: CampaignRequest, meeting: Meeting) -> HttpResponse:
    try:
        pk, version, status, day, starts_at = signing.loads(request.GET[BACK], salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        pk = version = None
    if pk == meeting.pk and state_of(meeting) == [status, day, starts_at]:  # pressed twice
        return redirect(meeting)
    if (pk, version) != (meeting.pk, meeting.version):
        messages.error(request, "This can no longer be undone.")
        return redirect(meeting)
    instant = datetime.fromisoformat(starts_at) if starts_at else None
    with moving_back([meeting.contact_id]) as moved:
        planning.put_back(meeting, Status(status), date.fromisoformat(day), instant)
    messages.success(request, moved.after("As it was before."))
    return redirect(own_path(request.POST.get("next", ""), meeting.get_absolute_url()))
