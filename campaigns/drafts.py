"""Law 8: twice is once, and nothing typed is lost.

A creating form carries a signed key, `{% draft_field %}`. Every POST under that key, and the autosave, writes the
draft; `once` creates inside one transaction and remembers where the result is shown; a second POST is led there. A POST
whose session has ended, but whose signature is good, is kept as that user's draft, and sign-in leads back to it.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode

from accounts.models import User
from campaigns.models import Draft

FIELD = "draft"
SALT = "fifty-cups.draft"
OLDEST = 60 * 60 * 24 * 30  # seconds; a form left open for longer than a month is a new form
NEVER_KEPT = (FIELD, "csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword")


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
    try:
        pk = uuid.UUID(request.GET.get(FIELD, ""))
    except ValueError:
        return None
    return Draft.objects.unfinished().filter(pk=pk, owner_id=request.user.pk, path=request.path).first()


def unfinished(request: HttpRequest) -> Draft | None:
    """The last draft of this form that was neither saved nor taken up."""
    return Draft.objects.unfinished().filter(owner_id=request.user.pk, path=request.path).order_by("-saved_at").first()


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
    """Write what was typed under its key; None where it is another user's draft. A finished draft stays as it is."""
    fields = {name: values for name, values in posted.lists() if name not in NEVER_KEPT}
    draft, made = Draft.objects.get_or_create(
        pk=key.draft, defaults={"owner_id": key.owner_id, "path": key.path, "fields": fields}
    )
    if draft.owner_id != key.owner_id:
        return None
    if not made and not draft.result and draft.fields != fields:
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
        back = f"{key.path}?{urlencode({FIELD: key.draft.hex})}"
        return redirect(f"{resolve_url('account_login')}?{urlencode({'next': back})}")
    if draft and draft.result:
        return redirect(draft.result)
    return None


def done_meanwhile(request: HttpRequest) -> HttpResponse | None:
    """Where a refused form leads after all: its twin was taken while it was read, and what it collides with is that."""
    key = read_key(request.POST.get(FIELD, ""))
    if key is None or key.owner_id != request.user.pk:
        return None
    done = Draft.objects.filter(pk=key.draft, owner_id=key.owner_id).exclude(result="").first()
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
            draft.fields = {}
            draft.save(update_fields=["result", "fields", "saved_at"])
        return draft.result
