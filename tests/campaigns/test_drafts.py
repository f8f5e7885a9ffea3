"""Law 8: twice is once, and nothing typed is lost: the mechanism alone, as every creating form uses it."""

import uuid
from collections.abc import Callable

import pytest
from django.http import HttpRequest, QueryDict
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from campaigns import drafts
from campaigns.models import Campaign, Draft
from tests import factories


def key_of(user: User, path: str = "/people/new/") -> drafts.Key:
    return drafts.Key(owner_id=user.pk, draft=uuid.uuid4(), path=path)


def posted(user: User, key: drafts.Key) -> HttpRequest:
    request = RequestFactory().post(key.path, {drafts.FIELD: key.signed(), "name": "Tove"})
    request.user = user
    return request


def test_what_was_typed_is_written_under_its_key(client: Client, alice: User) -> None:
    key = key_of(alice)

    answer = client.post(reverse("autosave"), {drafts.FIELD: key.signed(), "name": "Tove", "csrfmiddlewaretoken": "x"})

    assert answer.status_code == 204
    assert Draft.objects.get(pk=key.draft).fields == {"name": ["Tove"]}


def test_a_later_autosave_replaces_the_earlier_one(client: Client, alice: User) -> None:
    key = key_of(alice)
    for name in ("To", "Tove Marrick"):
        client.post(reverse("autosave"), {drafts.FIELD: key.signed(), "name": name})

    assert Draft.objects.get().fields == {"name": ["Tove Marrick"]}


@pytest.mark.parametrize("text", ["", "nonsense", "a:b:c", "x" * 5000])
def test_a_forged_key_keeps_nothing(client: Client, text: str) -> None:
    assert client.post(reverse("autosave"), {drafts.FIELD: text, "name": "Tove"}).status_code == 400
    assert not Draft.objects.exists()


def test_a_password_is_never_kept(client: Client, alice: User) -> None:
    client.post(reverse("autosave"), {drafts.FIELD: key_of(alice).signed(), "password": "secret", "name": "Tove"})

    assert Draft.objects.get().fields == {"name": ["Tove"]}


def test_another_user_can_neither_write_nor_be_offered_a_draft(stranger: Client, alice: User, bob: User) -> None:
    key = key_of(alice)
    stranger.post(reverse("autosave"), {drafts.FIELD: key.signed(), "name": "Tove"})
    assert not Draft.objects.exists()

    drafts.write(key, RequestFactory().post("/", {"name": "Tove"}).POST)
    forged = drafts.Key(owner_id=bob.pk, draft=key.draft, path=key.path)
    assert drafts.write(forged, RequestFactory().post("/", {"name": "Mine now"}).POST) is None
    assert Draft.objects.get().fields == {"name": ["Tove"]}
    request = RequestFactory().get(key.path, {drafts.FIELD: key.draft.hex})
    request.user = bob
    assert drafts.offered(request) is None


def test_the_second_post_with_a_key_creates_nothing(alice: User, campaign: Campaign) -> None:
    key = key_of(alice)
    drafts.write(key, RequestFactory().post("/", {"name": "Tove"}).POST)
    made: list[str] = []

    def create() -> str:
        made.append("one more")
        return f"/people/{len(made)}/"

    first = drafts.once(posted(alice, key), create)
    second = drafts.once(posted(alice, key), create)

    assert (first, second, len(made)) == ("/people/1/", "/people/1/", 1)


def test_a_finished_form_sent_again_is_led_to_its_result(client: Client, alice: User) -> None:
    key = key_of(alice)
    Draft.objects.create(pk=key.draft, owner=alice, path=key.path, fields={"name": ["Tove"]}, result="/people/7/")

    answer = client.post(reverse("campaign"), {drafts.FIELD: key.signed(), "name": "Tove"})

    assert (answer.status_code, answer["Location"]) == (302, "/people/7/")


@pytest.fixture
def take_the_twin(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on a form's twin is taken after the form was kept, and before it is read."""
    write = drafts.write

    def taken(key: drafts.Key, posted: QueryDict) -> Draft | None:
        draft = write(key, posted)
        Draft.objects.update(result="/people/")
        return draft

    return lambda: monkeypatch.setattr(drafts, "write", taken)


def test_a_form_refused_because_of_its_own_twin_is_led_to_the_twins_result(
    client: Client, alice: User, take_the_twin: Callable[[], None]
) -> None:
    key = key_of(alice)
    refused = {drafts.FIELD: key.signed(), "name": ""}
    assert client.post(key.path, refused).status_code == 422

    take_the_twin()

    assert client.post(key.path, refused).headers["Location"] == "/people/"


def test_a_form_led_back_to_because_of_its_own_twin_is_led_to_the_twins_result(
    client: Client, alice: User, campaign: Campaign, take_the_twin: Callable[[], None]
) -> None:
    contact = factories.make_contact(campaign)
    factories.make_invitation(contact)
    key = key_of(alice, reverse("invite", args=[contact.pk]))
    late = {drafts.FIELD: key.signed(), "ask": "How plants are staffed"}
    assert client.post(key.path, late).headers["Location"] == key.path

    take_the_twin()

    assert client.post(key.path, late).headers["Location"] == "/people/"


def test_a_creation_that_fails_leaves_the_draft_to_go_on_with(alice: User, campaign: Campaign) -> None:
    key = key_of(alice)
    drafts.write(key, RequestFactory().post("/", {"name": "Tove"}).POST)

    def fail() -> str:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="disk"):
        drafts.once(posted(alice, key), fail)

    assert list(Draft.objects.unfinished().values_list("fields", flat=True)) == [{"name": ["Tove"]}]


def test_an_unfinished_draft_can_be_thrown_away_by_its_owner_only(
    client: Client, stranger: Client, alice: User
) -> None:
    draft = Draft.objects.create(owner=alice, path="/people/new/", fields={"name": ["Tove"]})

    stranger.post(reverse("draft_discard", args=[draft.pk]))
    assert Draft.objects.filter(pk=draft.pk).exists()

    client.post(reverse("draft_discard", args=[draft.pk]))
    assert not Draft.objects.filter(pk=draft.pk).exists()
