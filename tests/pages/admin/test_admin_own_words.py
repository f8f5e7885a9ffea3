"""The user's own messages and weeks in the admin: refused as on their pages, and a week is its Monday."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign, MessageTemplate
from meetings.models import OpenedMessage
from tests import factories
from tests.pages.admin.admin_rows import address
from today.models import WeekNote


@pytest.mark.parametrize(("long", "status"), [("Hi {name}.", 302), ("Hi {nobody}.", 200), ("Hi {name.", 200)])
def test_a_template_can_be_filled(alices: Client, campaign: Campaign, long: str, status: int) -> None:
    answer = alices.post(address(MessageTemplate, "add"), {"occasion": "thank", "language": "", "long": long})

    assert (answer.status_code, MessageTemplate.objects.count()) == (status, int(status == 302))


def test_a_week_is_its_monday_and_has_one_note(alices: Client, campaign: Campaign) -> None:
    for day, status in (("2026-11-26", 302), ("2026-11-23", 200)):
        answer = alices.post(address(WeekNote, "add"), {"week": day, "learned": "Ring first"})
        assert answer.status_code == status

    assert WeekNote.objects.get().week == date(2026, 11, 23)


def test_an_opened_message_that_is_deleted_was_never_sent(alices: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    message = factories.make_opened(contact)
    contact.refresh_from_db()
    held = contact.free_on

    alices.post(address(OpenedMessage, "delete", message.pk), {"post": "yes"})

    contact.refresh_from_db()
    assert (OpenedMessage.objects.exists(), contact.free_on == held) == (False, False)
