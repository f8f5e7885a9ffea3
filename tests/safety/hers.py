"""What of Alice's is sent: her keys, names, signed tokens, and files in which her people stand."""

import re
import uuid

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from campaigns import drafts
from contacts.rules.leaving import LeftBecause
from relationships.writes.bulk import Done
from relationships.writes.putting_back import HANGING
from relationships.writes.undo import SALT, state_of
from tests.safety.cast import email_of, name_of, profile_of
from tests.safety.html_forms import Box, Form

WORD, HIS = "Zanzibarine", "Bobolink"
PK = 4_242_424
INTRODUCTION, GONE = PK + 4, PK + 5
"""Her referral and the follow-up of it; what she deleted."""
REACHES = re.compile("mail|link|url|address|^q$")


def connections_file() -> SimpleUploadedFile:
    """As LinkedIn sends it; Alice's people stand in it."""
    lines = [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        f"{WORD},Quill,{profile_of(WORD)},{email_of(WORD)},{name_of(WORD)},Manager,05 Jul 2023",
        f"{WORD},Gone,,,,,06 Jul 2023",
    ]
    return SimpleUploadedFile("Connections.csv", "\n".join(lines).encode(), content_type="text/csv")


def spreadsheet() -> SimpleUploadedFile:
    """As the admin writes it, with her keys."""
    lines = [
        "id,name,given_name,family_name,company,position",
        f"{PK},{name_of(WORD)},{WORD},Quill,{name_of(WORD)},Manager",
    ]
    return SimpleUploadedFile("contacts.csv", "\n".join(lines).encode(), content_type="text/csv")


def tokens() -> dict[str, list[str]]:
    """By the field that they are sent in: what was signed for Alice."""
    typed, saved = uuid.UUID(int=PK), uuid.UUID(int=PK + 1)
    keys = [drafts.Key(owner_id=PK, draft=draft, path="/people/new/").signed() for draft in (typed, saved)]
    done = Done(
        joined=[PK + 2], follow_ups=[PK], left=[PK + 1], tagged=[PK], tag=PK + 3, tag_is_new=True,
        changed={str(PK): {"position": [f"{WORD} clerk", f"{WORD} manager"]}}, companies=[PK + 3],
        hung={str(PK): [{name: [] for name in HANGING}, {name: [PK] for name in HANGING}]},
        back=[[PK, "2026-01-02", LeftBecause.WAIT.value, None]],
    )  # fmt: skip
    follow_up, beside = ([pk, "done", "2026-01-02", "2026-01-03"] for pk in (PK, INTRODUCTION))
    referrals = [[INTRODUCTION, "offered", None]]
    before = [
        signing.dumps({"to": "open", "rows": rows, "beside": [beside], "referrals": referrals}, salt=SALT)
        for rows in ([follow_up], [])
    ]
    return {"draft": [typed.hex, *keys], "again": [saved.hex], "state": [*before, state_of(done)]}


def points_at_a_row(box: Box) -> bool:
    numbers = [value for value in box.values if value.isdecimal()]
    if box.kind == "hidden":
        return bool(numbers) or not any(box.values)
    return box.kind in ("select", "multiple", "checkbox", "radio") and (bool(numbers) or not any(box.values))


def without_digits(name: str) -> str:
    """The lines of a formset take the same."""
    return re.sub(r"\d+", "#", name)


def words_of_hers() -> list[str]:
    return [name_of(WORD), email_of(WORD), profile_of(WORD)]


def values(name: str, tokens: dict[str, list[str]], box: Box | None = None) -> list[str]:
    """What of hers this field could take."""
    if name in tokens:
        return tokens[name]
    if box is None:
        return [str(PK), name_of(WORD)]
    if box.takes_words:
        return words_of_hers() if REACHES.search(name) else [name_of(WORD)]
    return [] if box.kind in ("date", "time") else [str(PK)]


def everywhere(
    form: Form, data: dict[str, list[str]], tokens: dict[str, list[str]], *, only_where_words_are: bool
) -> dict[str, list[str]]:
    """Her key in each field that takes one, and her names and addresses in the others."""
    hers: dict[str, list[str]] = {}
    for name, box in form.boxes.items():
        if name in tokens or name.endswith("_FORMS") or name == "version":
            continue
        if points_at_a_row(box):
            hers[name] = [str(PK)]
        elif box.kind in ("email", "url"):
            hers[name] = [email_of(WORD) if box.kind == "email" else profile_of(WORD)]
        elif box.kind in ("text", "search") and (any(data.get(name, ())) or not only_where_words_are):
            hers[name] = [name_of(WORD)]
    return hers
