"""In the admin nothing of anybody else is shown, offered, pointed at or changed, superuser or not."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import ForeignKey, Model
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign, Draft
from meetings.models import Telling
from tests import factories
from tests.pages.admin.admin_rows import HIDDEN, OWN, address, fill


@pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label_lower)
def test_another_member_of_staff_finds_nothing(
    model: type[Model], staff: Client, hidden: dict[type[Model], Model]
) -> None:
    row = hidden[model]
    before = model._default_manager.filter(pk=row.pk).values().get()

    for asked in ({}, {"q": HIDDEN[:5]}, {"all": ""}, {"contact__name__startswith": HIDDEN[:5]}):
        assert HIDDEN not in staff.get(address(model, "changelist"), asked, follow=True).content.decode()
    for page in ("change", "delete", "history"):
        for method in ("get", "post"):
            answer = getattr(staff, method)(address(model, page, row.pk), {"post": "yes"}, follow=True)
            gone = getattr(staff, method)(address(model, page, missing(model)), {"post": "yes"}, follow=True)
            assert answer.status_code == gone.status_code, page
            assert HIDDEN not in answer.content.decode()
    assert model._default_manager.filter(pk=row.pk).values().get() == before


def missing(model: type[Model]) -> str | int:
    return "00000000-0000-4000-8000-000000000000" if model is Draft else 99_999_999


def actions() -> Iterator[Any]:
    for model, page in OWN.items():
        for name in ["delete_selected", *(page.actions or ())]:
            yield pytest.param(model, name, id=f"{model._meta.label_lower}-{name}")


@pytest.mark.parametrize(("model", "name"), list(actions()))
def test_no_action_reaches_anybody_elses_rows(
    model: type[Model], name: str, staff: Client, hidden: dict[type[Model], Model]
) -> None:
    staff.get("/")  # the first visit of a day notes it
    before = everything(hidden)

    posted = {"action": name, "_selected_action": str(hidden[model].pk), "words": "seen", "day": "2026-11-30",
              "because": "wait", "post": "yes"}  # fmt: skip
    answer = staff.post(address(model, "changelist"), posted, follow=True)

    assert HIDDEN not in answer.content.decode()
    assert everything(hidden) == before


def everything(rows: dict[type[Model], Model]) -> dict[type[Model], list[Any]]:
    return {model: list(model._default_manager.order_by("pk").values()) for model in rows}


def foreign_keys() -> Iterator[Any]:
    for model, page in OWN.items():
        if page.has_add_permission.__qualname__.startswith("ReadOnly"):
            continue
        shown = getattr(page, "autocomplete_fields", ())
        for name in shown:
            yield pytest.param(model, name, id=f"{model._meta.label_lower}-{name}")


@pytest.mark.parametrize(("model", "name"), list(foreign_keys()))
def test_no_suggestion_names_anybody_elses_rows(
    model: type[Model], name: str, staff: Client, hidden: dict[type[Model], Model]
) -> None:
    asked = {"app_label": model._meta.app_label, "model_name": str(model._meta.model_name), "field_name": name}

    found = json.loads(staff.get("/admin/autocomplete/", asked).content)

    assert HIDDEN not in json.dumps(found)


@pytest.mark.parametrize(("model", "name"), list(foreign_keys()))
def test_no_row_points_at_anybody_elses(
    model: type[Model], name: str, staff: Client, other_campaign: Campaign, hidden: dict[type[Model], Model]
) -> None:
    """A foreign number is a form error that shows nothing, on the page of one's own row too."""
    field = model._meta.get_field(name)
    theirs = hidden[field.related_model]  # type: ignore[index]
    mine = fill(other_campaign, "Mine")[model]
    for path in (address(model, "add"), address(model, "change", mine.pk)):
        answer = staff.post(path, {name: theirs.pk})
        assert HIDDEN not in answer.content.decode()
        if isinstance(field, ForeignKey):
            assert not model._default_manager.exclude(campaign=hidden[Campaign].pk).filter(**{name: theirs.pk}).exists()
    assert model._default_manager.filter(pk=mine.pk).exists()


def test_a_row_of_an_earlier_campaign_points_at_nothing_of_this_one(
    alices: Client, campaign: Campaign, alice: User
) -> None:
    earlier = factories.make_campaign(owner=alice, ended_on=factories.DAY)
    then, now = factories.make_contact(earlier, "Then"), factories.make_contact(campaign, "Now")
    story = factories.make_story(earlier)

    answer = alices.post(address(Telling, "add"), {"contact": now.pk, "story": story.pk, "day": "2026-11-20"})

    assert "This belongs to another campaign." in answer.content.decode()
    assert then.pk
