"""The admin: everybody, superusers too, works on what is theirs, and nobody else's rows are shown or changed."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.db.models import ForeignKey, Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from campaigns.admin.own import OwnAdmin
from campaigns.models import Campaign, Draft
from contacts.models import Contact, Tag
from meetings.rules.meeting import Status
from outcomes.rules.items import ItemKind
from tests import factories
from transfer.models import Import, ImportRow
from trash.models import Deletion
from trash.writes.deleting import throw_away

OWN = {model: page for model, page in admin.site._registry.items() if isinstance(page, OwnAdmin)}
HIDDEN = "Zephyrine"
NOT_IN_THE_ADMIN = {"contacts.searchword", "contacts.contactemail", "contacts.contactphone", "contacts.contactlink",
                    "transfer.origin"}  # fmt: skip
OURS = ("campaigns", "contacts", "pitch", "meetings", "outcomes", "trash", "transfer")


def fill(campaign: Campaign, word: str = HIDDEN) -> dict[type[Model], Model]:
    """One row of each kind, with this word in whatever can be read."""
    company = factories.make_company(campaign, f"{word} Foods {factories.numbers.__next__()}")
    contact = factories.make_contact(campaign, f"{word} Person", company=company, position=f"{word} position")
    tag = Tag.objects.get_or_create(campaign=campaign, name=f"{word} tag", folded=f"{word} tag")[0]
    contact.tags.add(tag)
    skill = campaign.skills.first() or factories.make_skill(campaign, 1, f"{word} skill")
    story = factories.make_story(campaign, f"{word} story", skill=skill)
    meeting = factories.make_meeting(contact, place=f"{word} place")
    thrown = throw_away(campaign, factories.make_note(contact, f"{word} deleted"), f"{word} note", factories.DAY)
    source = Import.objects.create(
        campaign=campaign,
        file_name=f"{word}.csv",
        kind="LinkedIn",
        digest="0",
        encoding="utf-8",
        delimiter=",",
        records=1,
    )
    rows = [
        company, contact, tag, skill, story, meeting, thrown, source, campaign,
        ImportRow.objects.create(campaign=campaign, source=source, number=1, line=4, outcome="new", name=f"{word} row"),
        campaign.pauses.create(from_day=factories.DAY, to_day=factories.DAY),
        Draft.objects.create(owner=campaign.owner, path=f"/{word}/", fields={"name": [word]}),
        factories.make_common_ground(contact, f"{word} ground"),
        factories.make_note(contact, f"{word} text"),
        factories.make_invitation(contact, ask=f"{word} ask"),
        factories.make_touch(contact, text=f"{word} touch"),
        factories.make_telling(contact, story),
        factories.make_item(contact, f"{word} item", kind=ItemKind.REFERRAL, referred=factories.make_contact(campaign)),
        factories.make_follow_up(contact, f"{word} follow-up"),
    ]  # fmt: skip
    return {type(row): row for row in rows}


def address(model: type[Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def hidden(campaign: Campaign) -> dict[type[Model], Model]:
    """Alice's rows."""
    campaign.position = f"{HIDDEN} position"
    campaign.save()
    return fill(campaign)


@pytest.fixture
def staff(bob: User, other_campaign: Campaign, sign_in: Callable[[User], Client]) -> Client:
    """Bob, a superuser even."""
    bob.is_staff = bob.is_superuser = True
    bob.save()
    return sign_in(bob)


@pytest.fixture
def alices(alice: User, client: Client) -> Client:
    """Alice, who may open the admin, and is no superuser."""
    alice.is_staff = True
    alice.save()
    return client


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
    before = everything(hidden)

    posted = {"action": name, "_selected_action": str(hidden[model].pk), "words": "seen", "day": "2026-11-30",
              "because": "wait", "post": "yes"}  # fmt: skip
    answer = staff.post(address(model, "changelist"), posted, follow=True)

    assert HIDDEN not in answer.content.decode()
    assert everything(hidden) == before


def everything(rows: dict[type[Model], Model]) -> dict[type[Model], list[Any]]:
    owner = rows[Draft].owner_id  # type: ignore[attr-defined]
    return {model: [row for row in model._default_manager.order_by("pk").values() if owner or row] for model in rows}


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

    answer = alices.post(
        address(OWN_BY_NAME["telling"], "add"), {"contact": now.pk, "story": story.pk, "day": "2026-11-20"}
    )

    assert "This belongs to another campaign." in answer.content.decode()
    assert then.pk


OWN_BY_NAME = {str(model._meta.model_name): model for model in OWN}


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


def test_every_page_of_the_admin_is_one_of_ours_or_of_accounts() -> None:
    strangers: list[type[ModelAdmin[Any]]] = [type(page) for page in admin.site._registry.values()]
    assert {page.__module__.split(".")[0] for page in strangers} <= {"accounts", *OURS}
