"""Law 8: a form that is opened again stands as it was left; Save saves that, and Start over leaves it."""

import re

import pytest
from django.test import Client

from campaigns.models import Campaign, Draft
from contacts.models import Contact, Note
from meetings.models import Meeting
from meetings.rules.meeting import Status
from tests import factories
from tests.safety.html_forms import Form, Page

STANDS = "It stands here as you left it"
OFFERED = "began this with other words"


@pytest.fixture
def desmond(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Desmond Achterby")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def form_of(client: Client, address: str) -> Form:
    return next(form for form in Page(page(client, address)).forms if "draft" in form.boxes)


def begin(client: Client, address: str, **typed: str) -> None:
    """Type into the form that stands there, and go away."""
    fields = {**form_of(client, address).filled(), **{name: [text] for name, text in typed.items()}}
    assert client.post("/drafts/", fields).status_code == 204


FORMS = {
    "/people/new/": ("name", "Tove Marrick"),
    "/people/{pk}/": ("shared", "Both rowed"),
    "/people/{pk}/note/": ("text", "Likes canal boats"),
    "/people/{pk}/invite/": ("ask", "How plants are staffed"),
    "/people/choose/": ("p3-1-person", "Tove Marrick"),
    "/meetings/log/": ("remember", "Night shifts"),
    "/meetings/log/?contact={pk}": ("remember", "Night shifts"),
    "/meetings/new/?contact={pk}": ("place", "Quayside"),
    "/meetings/{plan}/log/": ("remember", "Night shifts"),
    "/meetings/{plan}/edit/": ("place", "Quayside"),
    "/touches/new/": ("text", "Night shifts"),
    "/follow-ups/new/?contact={pk}": ("text", "Send the plan"),
    "/pitch/stories/new/": ("title", "The late line"),
    "/companies/": ("name", "Brightmill"),
    "/campaign/": ("from_day", "2026-12-24"),
    "/welcome/people/": ("second-person", "Tove Marrick"),
}


@pytest.fixture
def plan(desmond: Contact) -> Meeting:
    return factories.make_meeting(desmond, status=Status.PLANNED)


@pytest.mark.parametrize("address", FORMS)
def test_every_form_stands_as_it_was_left_and_can_be_begun_afresh(
    client: Client, desmond: Contact, plan: Meeting, address: str
) -> None:
    field, words = FORMS[address]
    url = address.format(pk=desmond.pk, plan=plan.pk)
    empty = form_of(client, url).filled()
    begin(client, url, **{field: words})

    assert form_of(client, url).filled()[field] == [words]
    text = page(client, url)
    assert STANDS in text
    assert "Fill this in" not in text
    discard = re.search(r'formaction="(/drafts/[^"]+)"', text)
    assert discard
    assert client.post(discard[1], {"next": url})["Location"] == url
    assert form_of(client, url).filled().keys() == empty.keys()
    assert form_of(client, url).filled()[field] == empty[field]
    assert not Draft.objects.exists()


def test_save_saves_what_stands_there_once(client: Client, desmond: Contact) -> None:
    url = f"/people/{desmond.pk}/note/"
    begin(client, url, text="Nights at 22")

    filled = form_of(client, url).filled()
    for _ in range(2):
        assert client.post(url, filled)["Location"] == desmond.get_absolute_url()

    assert Note.objects.get().text == "Nights at 22"
    assert STANDS not in page(client, url)


def test_a_debrief_that_was_begun_is_saved_and_nothing_was_saved_elsewhere(client: Client, plan: Meeting) -> None:
    url = f"/meetings/{plan.pk}/log/"
    begin(client, url, remember="Night shifts")

    assert client.post(url, form_of(client, url).filled()).status_code == 302

    plan.refresh_from_db()
    assert (plan.status, plan.remember) == (Status.HELD, "Night shifts")


def test_what_was_begun_before_it_was_saved_otherwise_is_only_offered(client: Client, plan: Meeting) -> None:
    url = f"/meetings/{plan.pk}/log/"
    begin(client, url, remember="Night shifts")
    Meeting.objects.update(remember="Boats", version=plan.version + 1)

    assert form_of(client, url).filled()["remember"] == ["Boats"]
    assert OFFERED in page(client, url)


def test_a_form_about_one_person_is_not_filled_with_what_was_begun_about_another(
    client: Client, campaign: Campaign, desmond: Contact
) -> None:
    other = factories.make_contact(campaign, "Ilse Brandt")
    begin(client, f"/meetings/log/?contact={desmond.pk}", remember="Night shifts")

    text = page(client, f"/meetings/log/?contact={other.pk}")
    form = form_of(client, f"/meetings/log/?contact={other.pk}")

    assert form.filled()["person"] == ["Ilse Brandt"]
    assert form.filled()["remember"] != ["Night shifts"]
    assert OFFERED in text
    again = re.search(r'href="(\?draft=[^"]+)">Go on with it', text)
    assert again
    assert form_of(client, f"/meetings/log/{again[1]}").filled()["person"] == ["Desmond Achterby"]


def test_what_others_began_never_stands_there(client: Client, stranger: Client) -> None:
    begin(client, "/people/new/", name="Tove Marrick")

    assert "Tove Marrick" not in page(stranger, "/people/new/")
