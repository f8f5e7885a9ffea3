"""What was begun and not saved: a form that is opened again stands as it was left."""

import uuid
from datetime import timedelta
from typing import Final

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from campaigns.drafts.keys import FIELD
from campaigns.models import Draft, DraftQuerySet

AGAIN: Final = "again"
LATELY: Final = timedelta(days=1)
LONGEST_QUERY: Final = 300
TAKEN_UP: Final = "_draft_taken_up"
LEFT: Final = "_draft_left"


def query_of(request: HttpRequest) -> str:
    """What the address says of the form, such as whom it is about."""
    given = request.GET.copy()
    for name in (FIELD, AGAIN):
        given.pop(name, None)
    return given.urlencode()[:LONGEST_QUERY]


def offered(request: HttpRequest) -> Draft | None:
    """The draft that the address asks for (`?draft=…`), if it is this user's, of this form, and unfinished."""
    drafts = Draft.objects.unfinished().filter(owner_id=request.user.pk, path=request.path)
    return _named(drafts, request.GET.get(FIELD, ""))


def taken_up(request: HttpRequest) -> Draft | None:
    """The draft that stands in the form which this page shows: where no view has filled one in, none."""
    found: Draft | None = vars(request).get(TAKEN_UP)
    return found


def saved_already(request: HttpRequest) -> Draft | None:
    """The finished draft that the question is about: this form was saved already, and could be saved once more."""
    given = request.POST if request.method == "POST" else request.GET
    return _named(Draft.objects.finished().filter(owner_id=request.user.pk), given.get(AGAIN, ""))


def _named(drafts: DraftQuerySet, key: str) -> Draft | None:
    try:
        return drafts.filter(pk=uuid.UUID(key)).first()
    except ValueError:
        return None


def unfinished(request: HttpRequest) -> Draft | None:
    """The last draft of this form that was neither saved, under whatever key, nor taken up; of this address first."""
    found = Draft.objects.unfinished().filter(owner_id=request.user.pk, path=request.path).order_by("-saved_at")
    here = query_of(request)
    in_order = sorted(found[:5], key=lambda draft: draft.query != here)
    return next((draft for draft in in_order if not same_words(draft)), None)


def same_words(draft: Draft) -> Draft | None:
    """What was lately saved with these very words from the same form."""
    others = Draft.objects.finished().filter(owner_id=draft.owner_id, path=draft.path).exclude(pk=draft.pk)
    return others.filter(saved_at__gt=timezone.now() - LATELY, fields=draft.fields).first()


def typed(request: HttpRequest, *, version: int | None = None) -> QueryDict | None:
    """What a form is filled with: what was just posted, or what was typed into it before and not saved.

    That is the draft which the address asks for, or the last one of this very address: a form about Olaf is not
    filled with what was begun about Ilse. `version` is that of the row which the form changes: what was begun before
    it was saved otherwise is only offered.
    """
    if request.method == "POST":
        return request.POST
    if FIELD in request.GET:
        kept = offered(request)
    else:
        last = unfinished(request)
        kept = last if last and last.query == query_of(request) and _is_of(last, version) else None
        vars(request)[LEFT] = last if kept is None else None
    vars(request)[TAKEN_UP] = kept
    return as_posted(kept.fields) if kept else None


def _is_of(draft: Draft, version: int | None) -> bool:
    return version is None or draft.fields.get("version", [str(version)]) == [str(version)]


def left(request: HttpRequest) -> Draft | None:
    """An unfinished draft of the same form that is about somebody else: it is offered."""
    found: Draft | None = vars(request).get(LEFT)
    return found


def as_posted(fields: dict[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data
