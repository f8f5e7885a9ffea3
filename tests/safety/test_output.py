"""Whatever stands in a text is text on every page: read with a parser here, opened in a browser in tests/browser."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from tests.safety.cast import NOW, Crowd
from tests.safety.html_forms import Page
from tests.safety.infest import connections_of_payloads, infested, text_fields
from tests.safety.payloads import MARKS, PAYLOADS, Breakouts
from tests.safety.places import addresses, admin_addresses
from tests.safety.worlds import tenant_models

pytestmark = pytest.mark.of_the_pages


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def owner(alice: User) -> User:
    alice.is_staff = True
    alice.name = PAYLOADS[0]
    alice.save()
    return alice


@pytest.fixture
def crowd(owner: User) -> Crowd:
    return infested(owner)


@pytest.fixture
def owners(crowd: Crowd, owner: User) -> Client:
    client = Client()
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    return client


def places_of(crowd: Crowd) -> list[str]:
    lists = [
        "/people/?where=all",
        "/people/?q=script",
        "/people/sheet/?where=all&talked=yes",
        "/search/?q=script",
        f"/{PAYLOADS[0]}/",
    ]
    return [url for _, url in [*addresses(crowd), *admin_addresses(crowd)]] + lists


def breakouts(client: Client, places: list[str], *, parts: bool = True) -> tuple[list[str], int]:
    """Where a payload is more than text, in the parts that htmx asks for too; and on how many pages any stood."""
    found, marked = [], 0
    for url in places:
        for headers in ({}, {"HX-Request": "true"}) if parts and not url.startswith("/admin/") else ({},):
            answer = client.get(url, headers=headers)
            if "html" not in answer.get("Content-Type", ""):
                continue
            text = answer.getvalue().decode()
            marked += bool(MARKS.search(text))
            found += [f"{url}: {one}" for one in Breakouts(text).found]
    return found, marked


def test_no_payload_is_more_than_text(owners: Client, crowd: Crowd) -> None:
    every_text_of_every_model_has_payloads(crowd)

    found, marked = breakouts(owners, places_of(crowd))

    assert sorted(set(found)) == []
    assert marked > 60


def test_what_is_typed_into_forms_is_text(owners: Client, crowd: Crowd) -> None:
    """Each form takes what it takes; refused or kept, it is shown as text."""
    sent, found, places = 0, [], [url for _, url in addresses(crowd, of_first=True)]
    for url in places.copy():
        answer = owners.get(url)
        if "html" not in answer.get("Content-Type", ""):
            continue
        for form in Page(answer.getvalue().decode()).forms:
            action = form.action or url
            if form.method != "post" or action.startswith("/account") or "delete" in action or "cancel" in action:
                continue
            typed = form.filled() | {
                name: [PAYLOADS[(sent + place) % len(PAYLOADS)][: box.longest]]
                for place, (name, box) in enumerate(form.boxes.items())
                if box.takes_words
            }
            files = {
                name: SimpleUploadedFile("<img src=x onerror=top.__hit=1>.csv", connections_of_payloads())
                for name in form.uploads
            }
            reply = owners.post(action, {**typed, **files}, follow=True)
            found += [f"{action}: {one}" for one in Breakouts(reply.getvalue().decode()).found]
            sent += 1
    for upload in crowd.campaign.imports.filter(status="checked"):
        owners.post(f"/import/{upload.pk}/run/")
        places.append(upload.get_absolute_url())

    found += breakouts(owners, places, parts=False)[0]

    assert sorted(set(found)) == []
    assert sent > 30
    assert crowd.campaign.contacts.filter(linkedin_key="/in/p3").exists(), "the import took nobody"


def every_text_of_every_model_has_payloads(crowd: Crowd) -> None:
    for model in tenant_models():
        names = {column.name for column in model._meta.fields}
        if "campaign" in names:
            for field in text_fields(model):
                texts = list(model._default_manager.filter(campaign=crowd.campaign).values_list(field.name, flat=True))
                assert any(MARKS.search(text) or "{{" in text for text in texts), field


@pytest.mark.parametrize("payload", [one for one in PAYLOADS if "<" in one and MARKS.search(one)])
def test_the_parser_notices(payload: str) -> None:
    """In a text, or behind the quotation mark of a value: one of them lets it out."""
    pages = [
        f"<p>{payload}</p>",
        f'<input value="{payload}">',
        f"<input value='{payload}'>",
        f"<title>{payload}</title>",
    ]

    assert any(Breakouts(page).found for page in pages)
