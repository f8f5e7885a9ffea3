"""The first evening: three friends typed in the welcome come before everybody whom LinkedIn's file brings (R1, R10)."""

import re
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from campaigns.models import Campaign
from contacts.rules.knowing import KnownAs
from tests.factories import at
from tests.transfer.files import linkedin
from transfer.models.imports import Status

MONDAY = date(2026, 11, 23)
FRIENDS = ["Graham Estevane", "Priya Castellan", "Zoya Quillfeather"]
COMPANIES = ("Tillerman Group", "Brightmill Foods", "Fjord AS", "Lowfield Print")


def connections(number: int) -> bytes:
    """People of one's own former employer among them, and people in the position sought."""
    return linkedin(
        *(
            f"Given{one % 40},Family{one},https://www.linkedin.com/in/person-{one},,{COMPANIES[one % 4]},"
            f"{'Operations director' if one % 3 else 'Planner'},0{one % 9 + 1} Jun 20{one % 10 + 15}"
            for one in range(number)
        )
    )


def import_all(client: Client, campaign: Campaign, content: bytes) -> None:
    client.post("/import/", {"file": SimpleUploadedFile("Connections.csv", content)})
    upload = campaign.imports.get()
    while upload.status != Status.DONE:
        client.post(f"/import/{upload.pk}/run/")
        upload.refresh_from_db()


def named_on_today(client: Client, campaign: Campaign) -> list[str]:
    """The people of Today in the order of the page, each once."""
    keys = re.findall(r'href="/people/(\d+)/', client.get("/").content.decode())
    names = dict(campaign.contacts.values_list("pk", "name"))
    return [names[int(key)] for key in dict.fromkeys(keys)]


@pytest.mark.parametrize("file_comes", ["before the names", "after the names"])
def test_friends_come_before_1400_connections(client: Client, campaign: Campaign, file_comes: str) -> None:
    with time_machine.travel(at(MONDAY, 20), tick=False):
        if file_comes == "before the names":
            import_all(client, campaign, connections(1400))
        client.post("/welcome/", {"position": "Operations director", "weekly_invitations": "3", "weekly_cups": "1"})
        client.post("/welcome/places/", {"worked_at": "Tillerman Group"})
        client.post(
            "/welcome/people/", dict(zip(("first-person", "second-person", "third-person"), FRIENDS, strict=True))
        )
        if file_comes == "after the names":
            import_all(client, campaign, connections(1400))
        assert campaign.contacts.in_address_book().count() == 1400
        assert sorted(named_on_today(client, campaign)[:3]) == FRIENDS

    for morning in (date(2026, 11, 24), date(2026, 11, 30)):
        with time_machine.travel(at(morning, 8), tick=False):
            assert sorted(named_on_today(client, campaign)[:3]) == FRIENDS

    assert {one.known_as for one in campaign.contacts.in_network()} == {KnownAs.KNOWN}
