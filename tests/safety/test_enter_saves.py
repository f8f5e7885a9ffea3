"""Law 8: Enter presses a form's first submit button, so that one saves, whatever else stands in the form."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import resolve

from accounts.models import User
from campaigns.models import Draft
from contacts.models import Contact
from outcomes.rules.items import ItemKind
from tests import factories
from tests.addresses import PAGES
from tests.safety.cast import Crowd
from tests.safety.crowd import crowd
from tests.safety.hers import without_digits
from tests.safety.html_forms import Form, Page
from tests.safety.isolation import signed_in
from tests.safety.places import addresses, admin_addresses
from tests.safety.worlds import rolled_back

pytestmark = pytest.mark.of_the_pages

TYPED = ("text", "textarea", "search", "email", "url", "tel", "date", "time", "number", "password")
PLAIN = {("", ""), ("_save", "")}
"""Name, and where it leads instead: a button without either saves, and the admin's is called `_save`."""


def faults(form: Form) -> list[str]:
    """What Enter would do in this form instead of saving it."""
    buttons = [(name, leads) for name, _, leads in form.buttons]
    if form.method != "post" or len(buttons) < 2:
        return []
    is_typed = form.uploads or any(box.kind in TYPED for box in form.boxes.values())
    if (is_typed or PLAIN & set(buttons)) and buttons[0] not in PLAIN:
        return [f"{form.action or 'itself'}: Enter presses {form.buttons[0]}, not Save"]
    return []


def found_on(text: str) -> list[str]:
    page = Page(text)
    lost = [f"a button belongs to #{form.id}, which is nowhere" for form in page.to_come]
    return lost + [fault for form in page.forms for fault in faults(form)]


@pytest.fixture
def hers(alice: User) -> Crowd:
    alice.is_staff = True
    alice.save()
    return crowd(alice, "Tove")


@pytest.fixture
def browser_of_hers(hers: Crowd, alice: User) -> Client:
    client = signed_in(alice)
    client.get("/")  # opens the day, once for all that follows
    return client


def test_the_first_button_of_every_form_saves_it(
    browser_of_hers: Client, hers: Crowd, alice: User, visitor: Client
) -> None:
    """On every page, with a draft on offer, and where a form of each kind is taken or refused."""
    wrong, with_several, offers, sent = set(), 0, 0, set()
    for _, url in [*addresses(hers), *admin_addresses(hers)]:
        with rolled_back():
            Draft.objects.create(owner=alice, path=url, fields={"text": ["Left"]})
            answer = browser_of_hers.get(url)
            if "html" not in answer.get("Content-Type", "") or answer.status_code != 200:
                continue
            text = answer.getvalue().decode()
            offers += bool(re.search(r"Start over\s*</button>", text))
            forms = [form for form in Page(text).forms if form.method == "post"]
            with_several += sum(len(form.buttons) > 1 for form in forms)
            wrong |= {(url, fault) for fault in found_on(text)}
        for form in forms:
            view = resolve(form.action or url).view_name
            kind = (view, frozenset(map(without_digits, form.boxes)), frozenset(name for name, *_ in form.buttons))
            if view == "account_logout" or kind in sent:
                continue
            sent.add(kind)
            for data in (form.filled(), {name: [""] for name in form.filled()}):
                with rolled_back():
                    refused = browser_of_hers.post(form.action or url, data)
                wrong |= {(f"after {form.action or url}", fault) for fault in found_on(refused.getvalue().decode())}
    for address in PAGES:
        if address.public() and not address.parts:
            wrong |= {(str(address), fault) for fault in found_on(visitor.get(address.url(None)).content.decode())}

    assert wrong == set()
    assert with_several > 20
    assert offers > 10
    assert len(sent) > 80


def test_where_something_is_asked_the_answer_that_saves_stands_first(
    client: Client, contact: Contact, alice: User
) -> None:
    """R3's doubts: to go on as it was is to save, the other answers change a choice of the form."""
    factories.make_item(contact, "Read the plan", kind=ItemKind.ADVICE)
    tomorrow = str(alice.today() + timedelta(days=1))
    asked = {
        "ask_kind": ["referral"],
        "ask": ["A job"],
        "purpose_kind": ["acquaint"],
        "day": [tomorrow],
        "minutes": ["30"],
    }
    for url in (f"/people/{contact.pk}/invite/", f"/meetings/new/?contact={contact.pk}"):
        text = client.post(url, {**filled(client, url), **asked}).content.decode()

        assert 'name="change"' in text, url
        assert found_on(text) == []


def filled(client: Client, url: str) -> dict[str, list[str]]:
    page = Page(client.get(url).content.decode())
    return next(form for form in page.forms if "draft" in form.boxes).filled()


@pytest.fixture
def contact(client: Client, alice: User) -> Contact:
    return factories.make_contact(alice.campaigns.get(), "Ilse Brandt")


PLANTED = {
    '<input name="x"><button formaction="/away/">Start over</button><button>Save</button>': 1,
    '<textarea name="x"></textarea><button name="more">More</button><button>Save</button>': 1,
    '<input type="date" name="x"><button name="answer">Yes</button><button name="answer">No</button>': 1,
    '<input type="file" name="x"><button name="look">Look</button><button name="no">No</button>': 1,
    '<button name="answer">Yes</button><button name="answer">No</button>': 0,
    '<input name="x"><button>Save</button><button name="more">More</button>': 0,
    '<input name="x"><button form="other" formaction="/away/">Start over</button><button>Save</button>': 0,
}


@pytest.mark.parametrize("inside", PLANTED)
def test_a_form_that_enter_would_throw_away_is_noticed(inside: str) -> None:
    text = f'<form method="post">{inside}</form><form id="other" method="post"></form>'
    assert found_on(f'{text}<button form="gone">Start over</button>')[0].endswith("nowhere")

    assert len(found_on(text)) == PLANTED[inside]
