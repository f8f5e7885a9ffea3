"""What is done to many picked people at once: the list says to whom, a page asks what, and the same writes as on the
people's page do it. Each can be taken back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from uuid import uuid4

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from accounts.rules.words import capitalised, counted
from campaigns import drafts
from contacts.models import Contact
from contacts.rules.joining import BULK_LIMIT
from contacts.rules.keys import is_key
from contacts.rules.leaving import LeftBecause
from pages.admin.act_forms import ActForm, CompanyForm, FollowUpForm, LeaveForm, TagForm
from relationships.reads.open_things import open_with
from relationships.writes import bulk
from relationships.writes.bulk import Done
from relationships.writes.undo import state_of

MANY: Final = 2000
"""People whom a tag or a company is given at once, in a few statements."""

NAMED: Final = 3
NOTHING: Final = "Nothing was changed: it was so already."
SHOWN_OPEN: Final = 20


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing that is done to picked people; the button says to how many."""

    title: str
    button: str
    said: str
    write: Callable[[Any, list[Contact], dict[str, Any]], Done]
    form: type[ActForm] = ActForm
    most: int = BULK_LIMIT


def tag(request: Any, people: list[Contact], typed: dict[str, Any]) -> Done:
    return bulk.tag(request.campaign, people, typed["words"])


def set_company(request: Any, people: list[Contact], typed: dict[str, Any]) -> Done:
    return bulk.set_company(request.campaign, people, typed["words"], request.today)


def join(request: Any, people: list[Contact], typed: dict[str, Any]) -> Done:
    return bulk.join(people, request.today)


def follow_up(request: Any, people: list[Contact], typed: dict[str, Any]) -> Done:
    return bulk.follow_up(people, typed["words"], typed["day"], request.today)


def leave(request: Any, people: list[Contact], typed: dict[str, Any]) -> Done:
    return bulk.leave(people, LeftBecause(typed["because"]), request.today, typed["day"])


def come_back(request: Any, people: list[Contact], typed: dict[str, Any]) -> Done:
    return bulk.come_back(people)


ACTS: Final = {
    "tag": Act(title="Tag people", button="Tag {}", said="tagged", write=tag, form=TagForm, most=MANY),
    "set_company": Act(
        title="Set their company", button="Set for {}", said="changed", write=set_company, form=CompanyForm, most=MANY
    ),
    "add_to_network": Act(title="Add to your network", button="Add {}", said="added to your network", write=join),
    "follow_up": Act(
        title="Add a follow-up", button="Add for {}", said="given a follow-up", write=follow_up, form=FollowUpForm
    ),
    "leave_for_now": Act(
        title="Leave for now", button="Leave {} for now", said="left for now", write=leave, form=LeaveForm
    ),
    "come_back": Act(title="Take up again", button="Take up {} again", said="taken up again", write=come_back),
}


class Acting(admin.ModelAdmin):
    actions = tuple(ACTS)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting last: it is the rarest."""
        found = super().get_actions(request)
        return {name: found[name] for name in sorted(found, key=lambda name: name == "delete_selected")}

    def get_urls(self) -> list[Any]:
        acts = [
            path(
                f"{name.replace('_', '-')}/",
                self.admin_site.admin_view(partial(answered, name=name)),
                name=f"contacts_contact_{name}",
            )
            for name in ACTS
        ]
        return [*acts, *super().get_urls()]

    def get_action(self, action: Any) -> Any:
        """Each leads to the page that asks what it needs."""
        if action not in ACTS:
            return super().get_action(action)
        return _asking(action), action, ACTS[action].title


def _asking(name: str) -> Callable[..., HttpResponse]:
    def ask(model_admin: Any, request: Any, people: QuerySet[Contact]) -> HttpResponse:
        most = ACTS[name].most
        keys = people.filter(campaign=request.campaign).order_by().values_list("pk", flat=True)
        whom = list(Contact.objects.filter(pk__in=list(keys[: most + 1])).select_related("company"))
        if len(whom) > most:
            messages.error(request, f"At most {most:,} people at once. Nothing was changed.")
            return redirect(request.get_full_path())
        return page(request, name, whom, ACTS[name].form(None, today=request.today), request.META["QUERY_STRING"])

    return ask


def answered(request: Any, name: str) -> HttpResponse:
    """The page's own form: whom it is about came with it, and each of them is asked for again."""
    act = ACTS[name]
    typed = drafts.typed(request)
    keys = (typed.get("whom", "") if typed else "").split(",")
    if typed is None or not all(is_key(key) for key in keys) or len(keys) > act.most:
        return redirect("admin:contacts_contact_changelist")
    people = list(request.campaign.contacts.filter(pk__in=keys).select_related("company"))
    form = act.form(typed, today=request.today)
    if request.method != "POST" or not form.is_valid():
        return page(request, name, people, form, typed.get("back", ""), status=422 if request.method == "POST" else 200)
    where = back_to(typed.get("back", ""))

    def write() -> str:
        done = act.write(request, people, form.cleaned_data)
        number = len(done.follow_ups or done.left or done.tagged or done.changed or done.back or done.joined)
        words = f"{capitalised(counted(number, 'person', 'people'))} {act.said}."
        messages.success(request, words if number else NOTHING, extra_tags=state_of(done) if number else "")
        return where

    return redirect(drafts.once(request, write))


def page(
    request: Any, name: str, people: list[Contact], form: ActForm, back: str, *, status: int = 200
) -> HttpResponse:
    act, address = ACTS[name], reverse(f"admin:contacts_contact_{name}")
    posted = drafts.read_key(request.POST.get(drafts.FIELD, "")) or _offered(request, address)
    opens = open_with(people, request.today) if name == "leave_for_now" else {}
    with_open = [(person, opens[person.pk]) for person in people if person.pk in opens]
    context = {
        **admin.site.each_context(request),
        "title": act.title,
        "button": act.button.format(counted(len(people), "person", "people")),
        "names": few_names(people),
        "people": people,
        "whom": ",".join(str(person.pk) for person in people),
        "form": form,
        "opens": with_open[:SHOWN_OPEN],
        "more_open": max(0, len(with_open) - SHOWN_OPEN),
        "joins": sum(not person.in_network for person in people) if name == "follow_up" else 0,
        "address": address,
        "key": (posted or drafts.Key(owner_id=request.user.pk, draft=uuid4(), path=address)).signed(),
        "saved": drafts.saved_already(request),
        "back": back,
        "back_url": back_to(back),
        "opts": Contact._meta,
    }
    return TemplateResponse(request, "admin/contacts/contact/act.html", context, status=status)


def _offered(request: Any, address: str) -> drafts.Key | None:
    """The key of what was typed before, and goes on."""
    kept = drafts.offered(request)
    return drafts.Key(owner_id=request.user.pk, draft=kept.pk, path=address) if kept else None


def few_names(people: Sequence[Contact]) -> str:
    """`Priya Nair, Samir Haas, Mara Lind and 37 more`."""
    names = [person.name for person in people]
    if len(names) > NAMED + 1:
        return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"
    return " and ".join([part for part in (", ".join(names[:-1]), *names[-1:]) if part])


def back_to(query: str) -> str:
    """The list as it was; Django refuses what it does not know in the address."""
    return f"{reverse('admin:contacts_contact_changelist')}{f'?{query}' if query else ''}"
