"""What is done to picked people: the list posts whom, the page asks what, and the toast takes it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.rules.words import capitalised, counted
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.reads.people import names_of
from contacts.rules.leaving import LeftBecause
from pages.people.forms.bulk import FollowUpForm, LeaveForm, PickedForm, TagForm
from relationships.reads.open_things import open_with
from relationships.writes import bulk
from relationships.writes.bulk import Done
from relationships.writes.undo import state_of

METHODS = ["GET", "HEAD", "POST"]  # GET for a draft that goes on


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing that is done to picked people; the button says to how many."""

    title: str
    button: str
    form: type[PickedForm]
    write: Callable[[CampaignRequest, PickedForm], Done]
    said: str


def tag(request: CampaignRequest, form: PickedForm) -> Done:
    return bulk.tag(request.campaign, form.cleaned_data["picked"], form.cleaned_data["name"])


def join(request: CampaignRequest, form: PickedForm) -> Done:
    return bulk.join(form.cleaned_data["picked"], request.today)


def follow_up(request: CampaignRequest, form: PickedForm) -> Done:
    asked = form.cleaned_data
    return bulk.follow_up(asked["picked"], asked["text"], asked["due_on"], request.today)


def leave(request: CampaignRequest, form: PickedForm) -> Done:
    asked = form.cleaned_data
    return bulk.leave(asked["picked"], LeftBecause(asked["because"]), request.today, asked["until"])


TAG = Act(title="Tag people", button="Tag {}", form=TagForm, write=tag, said="tagged")
JOIN = Act(title="Add to your network", button="Add {}", form=PickedForm, write=join, said="in your network")
FOLLOW_UP = Act(
    title="Add a follow-up", button="Add for {}", form=FollowUpForm, write=follow_up, said="noted for that day"
)
LEAVE = Act(title="Leave for now", button="Leave {} for now", form=LeaveForm, write=leave, said="left for now")


@require_http_methods(METHODS)
def people_tag(request: CampaignRequest) -> HttpResponse:
    return answered(request, TAG)


@require_http_methods(METHODS)
def people_join(request: CampaignRequest) -> HttpResponse:
    return answered(request, JOIN)


@require_http_methods(METHODS)
def people_follow_up(request: CampaignRequest) -> HttpResponse:
    return answered(request, FOLLOW_UP)


@require_http_methods(METHODS)
def people_leave(request: CampaignRequest) -> HttpResponse:
    return answered(request, LEAVE)


def answered(request: CampaignRequest, act: Act) -> HttpResponse:
    typed = drafts.typed(request)
    if typed is None:
        return redirect("people")
    if not typed.getlist("picked"):
        messages.error(request, "Pick somebody first.")
        return redirect(back_to(typed))
    whom = PickedForm(typed, campaign=request.campaign, today=request.today)
    if not whom.is_valid():
        return page(request, act, whom, [], typed, status=422)
    people = list(whom.cleaned_data["picked"])
    if "sure" not in typed and act is not JOIN:
        return page(request, act, act.form(None, campaign=request.campaign, today=request.today), people, typed)
    form = act.form(typed, campaign=request.campaign, today=request.today)
    if request.method != "POST" or not form.is_valid():
        return page(request, act, form, people, typed, status=422 if request.method == "POST" else 200)
    where = back_to(typed)

    def create() -> str:
        done = act.write(request, form)
        number = len(done.follow_ups or done.left or done.tagged or done.joined)
        words = f"{capitalised(counted(number, 'person is', 'people are'))} {act.said}."
        messages.success(request, words, extra_tags=state_of(done) if number else "")
        return where

    return redirect(drafts.once(request, create))


def page(
    request: CampaignRequest,
    act: Act,
    form: PickedForm,
    people: Sequence[Contact],
    typed: QueryDict,
    *,
    status: int = 200,
) -> HttpResponse:
    """Whom it is about, what is asked, and for leaving what is open; nobody where a pick was refused."""
    opens = open_with(people, request.today) if act is LEAVE else {}
    context = {
        "title": act.title,
        "button": act.button.format(counted(len(people), "person", "people")),
        "form": form,
        "people": people,
        "names": names_of(people),
        "opens": [(contact, opens[contact.pk]) for contact in people if contact.pk in opens],
        "joins": sum(not contact.in_network for contact in people) if act is FOLLOW_UP else 0,
        "back": typed.get("back", ""),
        "back_url": back_to(typed),
    }
    return TemplateResponse(request, "people/people_bulk.html", context, status=status)


def back_to(typed: QueryDict) -> str:
    """The list as it was; its own view cleans what stands in the address."""
    query = QueryDict(typed.get("back", "")[:500]).urlencode()
    return f"{reverse('people')}?{query}" if query else reverse("people")
