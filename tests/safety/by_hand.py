"""What no form shows, and who else than Bob sends something."""

import re
import uuid
from collections.abc import Iterable, Iterator

from django.urls import reverse

from accounts.models import User
from campaigns import drafts
from pages.admin.acting import ACTS
from tests.safety.attacks import Attack
from tests.safety.cast import PHONE, name_of
from tests.safety.hers import GONE, PK, WORD, tokens
from tests.safety.places import OWN_ADMINS, admin_address
from tests.safety.scenes import SCENES


def by_address(hers: Iterable[tuple[str, str]], parameters: dict[str, set[str]]) -> Iterator[Attack]:
    """Her pages, asked for by their own addresses; and their parts, with all that such a page looks up."""
    for name, url in hers:
        if re.search(r"\d{7}", url):
            for method in ("get", "post"):
                yield Attack(page=name, what="her page", method=method, url=url)
            data = {parameter: ["1"] for parameter in sorted(parameters.get(name, ()))}
            yield Attack(page=name, what="a part of her page", method="get", url=url, data=data, htmx=True)


def after_her(hers: Iterable[tuple[str, str]]) -> Iterator[Attack]:
    """What she deleted, deleted once more: the second press finds the first one's deletion."""
    for name in sorted({name for name, _ in hers if name.endswith(("_delete", "_remove"))}):
        yield Attack(page=name, what="what is gone", method="post", url=reverse(name, args=[GONE]))


def by_others() -> Iterator[Attack]:
    """Who has no campaign yet; Bob, in whose session nothing is kept; and a form of another site, without the token."""
    for url in ("/", "/people/", "/campaign/"):
        yield Attack(page="first visit", what="looks at it", method="get", url=url, who="carol")
    book = "/people/choose/?from=book"
    yield Attack(page="people_choose", what="begins a sitting", method="get", url=book, who="anew")
    for key in tokens()["draft"]:
        yield Attack(
            page="no token", what="draft", method="post", url="/people/new/", data={"draft": [key]}, who="forged"
        )


def by_scenes() -> Iterator[Attack]:
    """Today shows and writes something else at the day's first look, with nothing to do, and with nobody to ask."""
    for scene in SCENES:
        yield Attack(page="today", what=f"looks at it: {scene}", method="get", url="/", scene=scene)


def her_words(bob: User) -> Iterator[Attack]:
    """What she typed and saved, typed by him under a key of his own."""
    key = drafts.Key(owner_id=bob.pk, draft=uuid.UUID(int=1), path="/people/new/").signed()
    data = {"draft": [key], "name": [name_of(WORD)]}
    yield Attack(page="contact_new", what="types what she typed", method="post", url="/people/new/", data=data)


def in_quick_search() -> Iterator[Attack]:
    """What a position or a text of hers has, and a number that both know."""
    for words in (WORD, PHONE):
        yield Attack(page="search", what=words, method="get", url=reverse("search"), data={"q": [words]})


def with_keys_of_his_own(bob: User) -> Iterator[Attack]:
    """Her drafts under keys that are signed for him, as a page would give him that offers her drafts."""
    for draft in (uuid.UUID(int=PK + place) for place in range(3)):
        key = drafts.Key(owner_id=bob.pk, draft=draft, path="/people/new/").signed()
        for name in ("", name_of(WORD)):
            data = {"draft": [key], "name": [name]}
            yield Attack(page="contact_new", what="her draft", method="post", url="/people/new/", data=data)


def through_the_admin() -> Iterator[Attack]:
    """Lookups and pages of the admin that no form shows."""
    lookups = ("contact__id__exact", "company__id__exact", "tags__id__exact", "campaign__id__exact", "skill__id__exact")
    guesses = (
        "campaign__owner__email__startswith",
        "contact__name__startswith",
        "campaign__owner__password__startswith",
    )
    for model, page in OWN_ADMINS.items():
        label, url = f"admin:{model._meta.label_lower}", admin_address(model, "changelist")
        yield Attack(page=label, what="of both his campaigns", method="get", url=url, scene="a_second_campaign")
        for lookup in (*lookups, *(str(one) for one in page.get_list_filter(None) if isinstance(one, str))):
            yield Attack(page=label, what=lookup, method="get", url=url, data={lookup: [str(PK)]})
        for guess in guesses:
            yield Attack(page=label, what=guess, method="get", url=url, data={guess: ["a"]})
        for term in ("", WORD):
            yield Attack(page=label, what=f"search {term}", method="get", url=url, data={"q": [term], "o": ["1"]})
    for name in ACTS:
        asked = {"whom": [str(PK)], "words": [WORD], "day": ["2026-12-01"], "because": ["wait"]}
        here = reverse(f"admin:contacts_contact_{name}")
        yield Attack(page="admin:contacts.contact", what=name, method="post", url=here, data=asked)
    for model in OWN_ADMINS:
        label = f"admin:{model._meta.label_lower}"
        for kind in ("change", "delete", "history"):
            here = admin_address(model, kind, PK if model._meta.pk.name != "key" else uuid.UUID(int=PK))
            yield Attack(page=label, what=f"her {kind}", method="get", url=here)
            yield Attack(page=label, what=f"her {kind}", method="post", url=here, data={"post": ["yes"]})
        for column in model._meta.get_fields():
            if column.is_relation and column.concrete and column.related_model is not User:  # accounts are for staff
                asks = {"app_label": [model._meta.app_label], "model_name": [model._meta.model_name or ""]}
                data = {**asks, "field_name": [column.name], "term": [WORD]}
                here = reverse("admin:autocomplete")
                yield Attack(page=label, what=f"autocomplete {column.name}", method="get", url=here, data=data)
