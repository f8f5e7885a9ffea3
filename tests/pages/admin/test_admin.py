"""The admin: everybody, superusers too, works on what is theirs; what follows from an edit follows there too."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.meeting import Status
from tests import factories
from tests.pages.admin.admin_rows import HIDDEN, NOT_IN_THE_ADMIN, OURS, OWN, address, fill
from trash.models import Deletion


def test_every_model_of_a_campaign_is_there() -> None:
    ours = {model for label in OURS for model in apps.get_app_config(label).get_models()}

    assert {model._meta.label_lower for model in ours - set(OWN)} == NOT_IN_THE_ADMIN


@pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label_lower)
def test_the_walk_has_something_to_find(model: type[Model], alices: Client, hidden: dict[type[Model], Model]) -> None:
    for page in ("changelist", "change", "delete", "history"):
        args = [] if page == "changelist" else [hidden[model].pk]
        expected = 200 if page != "delete" or OWN[model].has_delete_permission(request_of(alices)) else 403
        assert alices.get(address(model, page, *args)).status_code == expected, page
    if model._meta.label_lower != "campaigns.pause":
        assert HIDDEN in alices.get(address(model, "changelist")).content.decode()


def request_of(client: Client) -> WSGIRequest:
    return client.get("/admin/").wsgi_request


def test_a_list_asks_as_often_for_one_row_as_for_twenty(alices: Client, campaign: Campaign) -> None:
    def asked() -> dict[str, int]:
        counts = {}
        for model in OWN:
            with CaptureQueriesContext(connection) as queries:
                assert alices.get(address(model, "changelist")).status_code == 200
            counts[model._meta.label_lower] = len(queries)
        return counts

    fill(campaign, "Mine")
    asked()  # what is kept from then on: content types
    at_one = asked()
    for _ in range(19):
        fill(campaign, "Mine")

    assert asked() == at_one
    assert max(at_one.values()) <= 16


def test_who_may_not_open_the_admin_is_led_away(client: Client) -> None:
    assert client.get("/admin/").status_code == 302
    assert client.get(address(Contact, "changelist")).status_code == 302


def test_what_is_deleted_here_goes_to_the_trash(alices: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Desmond Achterby")
    meeting = factories.make_meeting(contact, status=Status.HELD)
    other = factories.make_contact(campaign, "Ilse Okonmar")

    alices.post(address(type(meeting), "delete", meeting.pk), {"post": "yes"})
    contact.refresh_from_db()
    assert contact.held_count == 0  # the standing followed
    alices.post(
        address(Contact, "changelist"),
        {"action": "delete_selected", "_selected_action": [str(contact.pk), str(other.pk)], "post": "yes"},
    )

    assert not Contact.objects.exists()
    assert set(Deletion.objects.values_list("words", flat=True)) == {
        f"Meeting: Desmond Achterby, {factories.DAY}", "Contact: Desmond Achterby", "Contact: Ilse Okonmar",
    }  # fmt: skip


def test_every_page_of_the_admin_is_one_of_ours() -> None:
    strangers: list[type[ModelAdmin[Any]]] = [type(page) for page in admin.site._registry.values()]
    assert {page.__module__.split(".")[0] for page in strangers} == {"pages"}


@pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label_lower)
def test_what_django_alone_would_ask_breaks_no_page(model: type[Model], alices: Client) -> None:
    """A list to choose one from, a key that no column holds, saving as new: refused or shown, and no error."""
    changelist, add = address(model, "changelist"), reverse_if_any(model, "add")
    asked = [alices.get(changelist, {"_popup": "x"}), alices.get(changelist, {"company": "9" * 40})]
    if model is Contact:
        asked.append(alices.get(f"{changelist}export/", {"company": "9" * 40}))
    if add:
        asked.append(alices.post(add, {"_saveasnew": "1"}))

    assert max(answer.status_code for answer in asked) < 500


def reverse_if_any(model: type[Model], page: str) -> str:
    """The address of this page; empty where nobody adds one."""
    try:
        return address(model, page)
    except NoReverseMatch:
        return ""
