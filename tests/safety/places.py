"""The addresses of a crowd's pages, the admin's included, walked from the URLconf: a page of tomorrow is among them."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from pages.admin.own import OwnAdmin
from tests.addresses import OWNED, PAGES, Address
from tests.safety.cast import Crowd

OWN_ADMINS: dict[type[Model], Any] = {
    model: page for model, page in admin.site._registry.items() if isinstance(page, OwnAdmin)
}


def rows_for(address: Address, part: str, crowd: Crowd) -> list[Model]:
    """What the page is about, by the first word of its name or by the part's own name."""
    word = re.split("_", address.name)[0] if part == "pk" else part.removesuffix("_pk")
    if word in ("person", "invite"):
        word = "contact"
    if word not in crowd.rows:
        crowd.keep(word, OWNED[word](crowd.rows["contact"][0]))  # type: ignore[arg-type]  # the first is a contact
    return crowd.rows[word]


def addresses(crowd: Crowd, *, of_first: bool = False) -> Iterator[tuple[str, str]]:
    """Name and address of each of our pages, about each row of the crowd that it can be about."""
    for address in PAGES:
        if not address.ours or (address.public() and address.parts):
            continue
        found = [rows_for(address, part, crowd)[: 1 if of_first else None] for part in address.parts]
        for rows in product(*found):
            kwargs = {part: row.pk for part, row in zip(address.parts, rows, strict=True)}
            yield address.name, reverse(address.name, kwargs=kwargs)


def admin_address(model: type[Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def admin_addresses(crowd: Crowd) -> Iterator[tuple[str, str]]:
    yield "admin:index", reverse("admin:index")
    for model, page in OWN_ADMINS.items():
        label = model._meta.label_lower
        names = {url.name for url in page.get_urls() if url.name}
        for name in sorted(names):
            kind = name.removeprefix(f"{model._meta.app_label}_{model._meta.model_name}_")
            if kind in ("change", "delete", "history"):
                row = first_of(model, crowd)
                yield f"admin:{label}:{kind}", admin_address(model, kind, row.pk)
            elif not any(
                "(?P" in str(url.pattern) or "<" in str(url.pattern) for url in page.get_urls() if url.name == name
            ):
                yield f"admin:{label}:{kind}", reverse(f"admin:{name}")


def first_of(model: type[Model], crowd: Crowd) -> Model:
    fields = {field.name for field in model._meta.fields}
    owner = {"campaign": crowd.campaign} if "campaign" in fields else {"owner": crowd.campaign.owner}
    found = model._default_manager.filter(**owner).order_by("pk").first()
    assert found is not None, f"the crowd has no {model._meta.label_lower}"
    return found
