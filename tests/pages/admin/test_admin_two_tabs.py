"""The admin in two tabs: what the other one saved is not overwritten, and what was left alone is not written."""

from typing import Any

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from pages.admin.forms import CHANGED_MEANWHILE
from tests import factories

PEOPLE, MEETINGS = "/admin/contacts/contact/", "/admin/meetings/meeting/"


def as_shown(client: Client, path: str) -> dict[str, Any]:
    """What the browser would post from the list, as its page was shown."""
    formset = client.get(path).context["cl"].formset
    posted: dict[str, Any] = {"_save": "Save"}
    for form in (formset.management_form, *formset.forms):
        for bound in form:
            value = bound.value()
            if value not in (None, False):
                posted[bound.html_name] = value
            if bound.field.show_hidden_initial:
                posted[bound.html_initial_name] = "" if value is None else str(value)
    return posted


def place_of(posted: dict[str, Any], row: Contact | Meeting) -> str:
    [prefix] = {name.removesuffix("-id") for name, value in posted.items() if name.endswith("-id") and value == row.pk}
    return prefix


def test_what_another_tab_saved_is_not_overwritten(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, position="Buyer")
    posted = as_shown(alices, PEOPLE)
    Contact.objects.filter(pk=person.pk).update(position="Head of buying", version=2)

    answer = alices.post(PEOPLE, posted | {f"{place_of(posted, person)}-position": "Chief buyer"})

    person.refresh_from_db()
    assert answer.status_code == 200
    assert CHANGED_MEANWHILE in answer.content.decode()
    assert 'value="Chief buyer"' in answer.content.decode()
    assert (person.position, person.version) == ("Head of buying", 2)


def test_a_row_that_was_left_alone_is_left_as_another_tab_made_it(alices: Client, campaign: Campaign) -> None:
    mine, theirs = factories.make_contact(campaign, "Ada"), factories.make_contact(campaign, "Bea", starred=True)
    posted = as_shown(alices, PEOPLE)
    Contact.objects.filter(pk=theirs.pk).update(position="Head of buying", starred=False, version=2)

    answer = alices.post(PEOPLE, posted | {f"{place_of(posted, mine)}-position": "Chief buyer"})

    assert answer.status_code == 302
    assert list(Contact.objects.order_by("name").values_list("position", "starred", "version")) == [
        ("Chief buyer", False, 2),
        ("Head of buying", False, 2),
    ]


def test_the_page_carries_what_it_showed(alices: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, position="Buyer")

    page = alices.get(PEOPLE).content.decode()

    assert 'type="hidden" name="form-0-shown_version" value="1"' in page
    assert 'type="hidden" name="initial-form-0-position" value="Buyer"' in page


def test_a_meeting_counts_its_saves_too(alices: Client, campaign: Campaign) -> None:
    meeting = factories.make_meeting(factories.make_contact(campaign), status=Status.HELD, place="Harbour")
    posted = as_shown(alices, MEETINGS)
    Meeting.objects.filter(pk=meeting.pk).update(place="Station", version=2)

    answer = alices.post(MEETINGS, posted | {f"{place_of(posted, meeting)}-place": "Library"})

    meeting.refresh_from_db()
    assert CHANGED_MEANWHILE in answer.content.decode()
    assert meeting.place == "Station"


@pytest.mark.parametrize("shown", ["1", ""])
def test_one_persons_page_is_asked_likewise(alices: Client, campaign: Campaign, shown: str) -> None:
    person = factories.make_contact(campaign, "Ada Archer", position="Buyer", version=2)
    page = alices.get(f"{PEOPLE}{person.pk}/change/")
    assert 'name="shown_version" value="2"' in page.content.decode()
    forms = [inline.formset.management_form for inline in page.context["inline_admin_formsets"]]
    posted = {bound.html_name: bound.value() for form in forms for bound in form}

    answer = alices.post(f"{PEOPLE}{person.pk}/change/", posted | {"name": "Ada", "shown_version": shown})

    person.refresh_from_db()
    assert CHANGED_MEANWHILE in answer.content.decode()
    assert (person.name, person.position) == ("Ada Archer", "Buyer")
