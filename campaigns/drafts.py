"""Law 8: twice is once, and nothing typed is lost.

A creating form carries a signed key, `{% draft_field %}`. Every POST under that key, and the autosave, writes the
draft; `once` creates inside one transaction and remembers where the result is shown; a second POST is led there. A POST
whose session has ended, but whose signature is good, is kept as that user's draft, and sign-in leads back to it.

After Back a browser may show the old form with other words in it, or a new form with the old words. Neither is saved
before it was said that this form was saved already (`again`): then it may be saved once more.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import User
from campaigns.models import Draft, DraftQuerySet

FIELD, AGAIN = "draft", "again"
SALT = "fifty-cups.draft"
OLDEST = 60 * 60 * 24 * 30  # seconds; a form left open for longer than a month is a new form
LATELY = timedelta(days=1)
NEVER_KEPT = (FIELD, AGAIN, "csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword")


@dataclass(frozen=True, kw_only=True)
class Key:
    """What a form's signed key says: whose it is, which draft, and where the form stands."""

    owner_id: int
    draft: uuid.UUID
    path: str

    def signed(self) -> str:
        return signing.dumps([self.owner_id, self.draft.hex, self.path], salt=SALT, compress=True)


def read_key(text: str) -> Key | None:
    """The key in this field; None where it is forged, damaged or too old."""
    try:
        owner_id, draft, path = signing.loads(text, salt=SALT, max_age=OLDEST)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Key(owner_id=owner_id, draft=uuid.UUID(draft), path=path)


def key_for(request: HttpRequest) -> Key:
    """The key of this page's form: the posted one when it is shown again, that of the draft offered, or a new one."""
    if request.method == "POST" and (posted := read_key(request.POST.get(FIELD, ""))):
        return posted
    kept = offered(request)
    return Key(owner_id=request.user.pk or 0, draft=kept.pk if kept else uuid.uuid4(), path=request.path)


def offered(request: HttpRequest) -> Draft | None:
    """The draft that the address asks for (`?draft=…`), if it is this user's, of this form, and unfinished."""
    drafts = Draft.objects.unfinished().filter(owner_id=request.user.pk, path=request.path)
    return _named(drafts, request.GET.get(FIELD, ""))


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
    """The last draft of this form that was neither saved, under whatever key, nor taken up."""
    found = Draft.objects.unfinished().filter(owner_id=request.user.pk, path=request.path).order_by("-saved_at")
    return next((draft for draft in found[:5] if not same_words(draft)), None)


def same_words(draft: Draft) -> Draft | None:
    """What was lately saved with these very words from the same form."""
    others = Draft.objects.finished().filter(owner_id=draft.owner_id, path=draft.path).exclude(pk=draft.pk)
    return others.filter(saved_at__gt=timezone.now() - LATELY, fields=draft.fields).first()


def typed(request: HttpRequest) -> QueryDict | None:
    """What a form is filled with: what was just posted, or the draft that the address asks for."""
    if request.method == "POST":
        return request.POST
    kept = offered(request)
    return as_posted(kept.fields) if kept else None


def as_posted(fields: dict[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data


def write(key: Key, posted: QueryDict) -> Draft | None:
    """Write what was typed under its key; None where it is another user's draft.

    A finished draft stays as it is; other words under its key are written under the one that follows from it.
    """
    fields = {name: values for name, values in posted.lists() if name not in NEVER_KEPT}
    new = Draft(pk=key.draft, owner_id=key.owner_id, path=key.path, fields=fields)
    Draft.objects.bulk_create([new], ignore_conflicts=True)
    draft = Draft.objects.get(pk=key.draft)
    if draft.owner_id != key.owner_id:
        return None
    if draft.fields != fields:
        if draft.result:
            return write(replace(key, draft=uuid.uuid5(key.draft, AGAIN)), posted)
        draft.fields = fields
        draft.save(update_fields=["fields", "saved_at"])
    return draft


def keep(request: HttpRequest) -> HttpResponse | None:
    """Keep a POST as a draft; answers only where the view must not run: it is done already, or nobody is signed in."""
    key = read_key(request.POST.get(FIELD, ""))
    if key is None or (request.user.is_authenticated and request.user.pk != key.owner_id):
        return None
    if not request.user.is_authenticated and not User.objects.filter(pk=key.owner_id).exists():
        return None
    draft = write(key, request.POST)
    if not request.user.is_authenticated:
        back = f"{key.path}?{urlencode({FIELD: (draft.pk if draft else key.draft).hex})}"
        return redirect(f"{resolve_url('account_login')}?{urlencode({'next': back})}")
    if draft is None or draft.result:
        return redirect(draft.result) if draft else None
    saved = key.draft if draft.pk != key.draft else _asked_about(request, draft)
    return redirect(f"{key.path}?{urlencode({FIELD: draft.pk.hex, AGAIN: saved.hex})}") if saved else None


def _asked_about(request: HttpRequest, draft: Draft) -> uuid.UUID | None:
    """What was saved already with these words; a file may have other content each time."""
    if AGAIN in request.POST or request.FILES:
        return None
    saved = same_words(draft)
    return saved.pk if saved else None


def done_meanwhile(request: HttpRequest) -> HttpResponse | None:
    """Where a refused form leads after all: its twin was taken while it was read, and what it collides with is that."""
    key = read_key(request.POST.get(FIELD, ""))
    if key is None or key.owner_id != request.user.pk:
        return None
    done = Draft.objects.finished().filter(pk=key.draft, owner_id=key.owner_id).first()
    return redirect(done.result) if done else None


def once(request: HttpRequest, create: Callable[[], str]) -> str:
    """Create in one transaction, at most once a key; answers the address of the result, of the first time too."""
    key = read_key(request.POST.get(FIELD, ""))
    with transaction.atomic():
        if key is None or key.owner_id != request.user.pk:
            return create()
        draft = Draft.objects.select_for_update().filter(pk=key.draft, owner_id=request.user.pk).first()
        if draft is None:
            return create()
        if not draft.result:
            draft.result = create()
            draft.save(update_fields=["result", "saved_at"])
        return draft.result
