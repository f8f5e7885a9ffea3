"""Two tabs on one form: the later one shows what the earlier one saved, overwrites nothing unseen, and may go on."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.forms import CharField
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Encounter
from meetings.rules.events import EventKind
from meetings.rules.meeting import Status
from pages.parts.meanwhile import Meanwhile, mark_of
from tests import event_factories, factories
from tests.safety.html_forms import Form, Page


@pytest.fixture
def ann(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Ann Lee")


EDITED: dict[str, tuple[Callable[[Contact], str], str]] = {
    "note": (lambda ann: f"/notes/{factories.make_note(ann).pk}/edit/", "text"),
    "common ground": (lambda ann: f"/common-ground/{factories.make_common_ground(ann).pk}/edit/", "text"),
    "follow-up": (lambda ann: f"/follow-ups/{factories.make_follow_up(ann).pk}/edit/", "text"),
    "question": (lambda ann: f"/research/{event_factories.make_question(ann.campaign).pk}/edit/", "text"),
    "answer": (lambda ann: f"/research/{event_factories.make_question(ann.campaign).pk}/answer/", "answer"),
    "event": (lambda ann: f"/events/{event_factories.make_event(ann.campaign).pk}/edit/", "name"),
    "story": (lambda ann: f"/pitch/stories/{factories.make_story(ann.campaign).pk}/", "did"),
    "skills": (lambda ann: "/pitch/skills/", "second"),
    "company": (lambda ann: f"/companies/{factories.make_company(ann.campaign).pk}/", "notes"),
    "campaign": (lambda ann: "/campaign/", "worked_at"),
    "account": (lambda ann: "/account/", "name"),
    "template": (lambda ann: "/campaign/messages/edit/", "short"),
    "what was learned": (lambda ann: "/campaign/week/", "learned"),
    "contact": (lambda ann: f"/people/{ann.pk}/edit/", "position"),
    "meeting": (
        lambda ann: (
            f"/meetings/{factories.make_meeting(ann, status=Status.PLANNED, day=ann.campaign.owner.today()).pk}/edit/"
        ),
        "place",
    ),
}


@pytest.mark.of_the_pages
@pytest.mark.parametrize("what", EDITED)
def test_the_second_save_shows_what_the_first_one_saved(client: Client, ann: Contact, what: str) -> None:
    make_url, field = EDITED[what]
    url = make_url(ann)
    first, second = (form_with(client.get(url).content.decode(), field).as_it_stands() for _ in "12")
    assert client.post(url, first | {field: "From the first tab"}).status_code == 302

    late = client.post(url, second | {field: "From the second tab"})

    text = late.content.decode()
    assert late.status_code in (200, 409, 422)
    assert text.count("From the first tab") >= 1
    assert "From the second tab" in text
    stands = form_with(client.get(url).content.decode(), field)
    assert "draft" in stands.boxes or stands.boxes[field].chosen == ["From the first tab"]  # a draft stands there again
    again = form_with(text, field).as_it_stands()
    assert client.post(url, again).status_code == 302
    assert form_with(client.get(url).content.decode(), field).boxes[field].chosen == ["From the second tab"]


@pytest.mark.of_the_pages
def test_a_line_of_the_grid_that_another_tab_changed_is_shown(client: Client, campaign: Campaign) -> None:
    event = event_factories.make_event(campaign, kind=EventKind.GENERAL, day=campaign.owner.today() - timedelta(days=1))
    for name in ("Ann Lee", "Bo Ek"):
        event_factories.make_encounter(factories.make_contact(campaign, name), event, note="As it was")
    url = f"/events/{event.pk}/"
    one, two, three = (form_with(client.get(url).content.decode(), "met-0-note").as_it_stands() for _ in "123")
    first = client.post(url, one | {"met-0-note": "From the first tab"})
    assert first.status_code == 302

    other_line = client.post(url, two | {"met-1-note": "Bo wants to hear more"})
    same_line = client.post(url, three | {"met-0-note": "From the second tab"})

    assert other_line.status_code == 302
    text = same_line.content.decode()
    assert same_line.status_code == 422
    assert "Note From the first tab" in text
    assert notes() == ["From the first tab", "Bo wants to hear more"]
    assert client.post(url, form_with(text, "met-0-note").as_it_stands()).status_code == 302
    assert notes() == ["From the second tab", "Bo wants to hear more"]


def test_a_form_without_its_mark_or_with_the_same_words_is_saved() -> None:
    class Small(Meanwhile):
        text = CharField()

    def small(**data: str) -> bool:
        return Small(data, initial={"text": "stored"}).is_valid()

    opened, stale = mark_of({"text": "stored"}), mark_of({"text": "as it was"})
    assert [small(text="new"), small(text="new", shown=opened), small(text="stored", shown=stale)] == [True] * 3
    assert not small(text="new", shown=stale)
    assert mark_of({"text": "a\r\nb"}) == mark_of({"text": "a\nb"})


def notes() -> list[str]:
    return list(Encounter.objects.order_by("pk").values_list("note", flat=True))


def form_with(text: str, field: str) -> Form:
    return next(form for form in Page(text).forms if form.method == "post" and field in form.boxes)
