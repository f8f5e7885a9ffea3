"""Law 8: twice is once, and nothing typed is lost.

A creating form carries a signed key, `{% draft_field %}`. Every POST under that key, and the autosave, writes the
draft; `once` creates inside one transaction and remembers where the result is shown; a second POST is led there. A POST
whose session has run out, but whose signature is good, is kept as that user's draft, and sign-in leads back to it; not
so once they have signed out, or have another password. A form that is opened again stands as it was left.

After Back a browser may show the old form with other words in it, or a new form with the old words. Neither is saved
before it was said that this form was saved already (`again`): then it may be saved once more.
"""

import uuid
from collections.abc import Callable
from dataclasses import replace

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import urlencode

from accounts.reads.sessions import sign_in_stands, stamp_of
from campaigns.drafts.begun import (
    AGAIN,
    LATELY,
    as_posted,
    left,
    offered,
    query_of,
    same_words,
    saved_already,
    taken_up,
    typed,
)
from campaigns.drafts.keys import FIELD, Key, read_key
from campaigns.models import Draft

__all__ = [
    "AGAIN",
    "FIELD",
    "LATELY",
    "Key",
    "as_posted",
    "left",
    "offered",
    "read_key",
    "same_words",
    "saved_already",
    "taken_up",
    "typed",
]

NEVER_KEPT = (FIELD, AGAIN, "csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword")
TOO_LONG = 256 * 1024
"""Letters of a draft; the longest debrief that a form takes has a third of it."""


class TooLong(Exception):
    """More than any form takes: it is not kept."""


def key_for(request: HttpRequest) -> Key:
    """The key of this page's form: the posted one when it is shown again, that of the draft in it, or a new one."""
    if request.method == "POST" and (posted := read_key(request.POST.get(FIELD, ""))):
        return posted
    kept = taken_up(request)
    return Key(
        owner_id=request.user.pk or 0,
        draft=kept.pk if kept else uuid.uuid4(),
        path=request.path,
        query=kept.query if kept else query_of(request),
        stamp=stamp_of(request),
    )


def is_too_long(posted: QueryDict) -> bool:
    """More than any form takes; nobody who has a key may fill the disk with it."""
    return sum(len(name) + sum(map(len, values)) for name, values in posted.lists()) > TOO_LONG


def kept_of(posted: QueryDict) -> dict[str, list[str]]:
    return {name: values for name, values in posted.lists() if name not in NEVER_KEPT}


def write(key: Key, posted: QueryDict) -> Draft | None:
    """Write what was typed under its key; None where it is another user's draft.

    A finished draft stays as it is; other words under its key are written under the one that follows from it.
    TooLong: it is more than is kept, and nothing was written.
    """
    fields = kept_of(posted)
    if is_too_long(posted):
        raise TooLong
    new = Draft(pk=key.draft, owner_id=key.owner_id, path=key.path, query=key.query, fields=fields)
    Draft.objects.bulk_create([new], ignore_conflicts=True)
    draft = Draft.objects.get(pk=key.draft)
    if draft.owner_id != key.owner_id:
        return None
    if draft.fields == fields:
        return draft
    # In one statement: another form may finish it at this very moment, and it keeps the words that it was saved with.
    if Draft.objects.filter(pk=draft.pk, result="").update(fields=fields, saved_at=timezone.now()):
        draft.fields = fields
        return draft
    return write(replace(key, draft=uuid.uuid5(key.draft, AGAIN)), posted)


def keep(request: HttpRequest) -> HttpResponse | None:
    """Keep a POST as a draft; answers only where the view must not run: it is done already, or nobody is signed in."""
    key = read_key(request.POST.get(FIELD, ""))
    if key is None or (request.user.is_authenticated and request.user.pk != key.owner_id):
        return None
    if not request.user.is_authenticated and not sign_in_stands(key.owner_id, key.stamp):
        return None
    try:
        draft = write(key, request.POST)
    except TooLong:
        # Signed in, the view says which field is too long; else the words stay in the page that was sent.
        return None if request.user.is_authenticated else render(request, "413.html", status=413)
    if not request.user.is_authenticated:
        back = replace(key, draft=draft.pk if draft else key.draft).led_back()
        return redirect(f"{resolve_url('account_login')}?{urlencode({'next': back})}")
    if draft is None or draft.result:
        return redirect(draft.result) if draft else None
    saved = key.draft if draft.pk != key.draft else _asked_about(request, draft)
    return redirect(replace(key, draft=draft.pk).led_back(**{AGAIN: saved.hex})) if saved else None


def _asked_about(request: HttpRequest, draft: Draft) -> uuid.UUID | None:
    """What was saved already with these words; a file may have other content each time."""
    if AGAIN in request.POST or request.FILES:
        return None
    saved = same_words(draft)
    return saved.pk if saved else None


def done_meanwhile(request: HttpRequest) -> HttpResponse | None:
    """Where a refused form leads after all: its twin, with the same words, was taken while it was read."""
    key = read_key(request.POST.get(FIELD, ""))
    if key is None:
        return None
    done = Draft.objects.finished().filter(pk=key.draft, owner_id=request.user.pk).first()
    return redirect(done.result) if done and done.fields == kept_of(request.POST) else None


def saved_by_itself(given: QueryDict, owner_id: int, address: str) -> None:
    """What the form of this key said was saved by another act, such as *Yes, sent*: it does not stand there again."""
    if key := read_key(given.get(FIELD, "")):
        Draft.objects.filter(pk=key.draft, owner_id=owner_id, result="").update(result=address)


def once(request: HttpRequest, create: Callable[[], str]) -> str:
    """Create in one transaction, at most once a key; answers the address of the result, of the first time too.

    Two tabs may have been opened on one draft and are sent at the same moment: other words are another thing.
    """
    key = read_key(request.POST.get(FIELD, ""))
    with transaction.atomic():
        if key is None:
            return create()
        draft = Draft.objects.select_for_update().filter(pk=key.draft, owner_id=request.user.pk).first()
        if draft is None:
            return create()
        fields = kept_of(request.POST)
        if draft.result and draft.fields != fields and (other := write(key, request.POST)):
            draft = Draft.objects.select_for_update().get(pk=other.pk)
        if not draft.result:
            draft.result, draft.fields = create(), fields
            draft.save(update_fields=["result", "fields", "saved_at"])
        return draft.result
