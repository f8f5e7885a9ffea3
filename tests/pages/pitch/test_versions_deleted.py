"""A version goes to the trash and comes back, with what hung on it (R16)."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from meetings.models import Telling
from outcomes.rules.items import UsedAs
from pitch.models import PitchVersion
from tests import factories
from trash.models import Deletion

pytestmark = pytest.mark.usefixtures("monday")

FORMER, LATTER = "Operations director", "Operations director in a food maker"


def kept(kind: str = "position") -> list[tuple[int, str, date | None]]:
    return list(PitchVersion.objects.filter(kind=kind).values_list("number", "text", "day"))


def test_a_deleted_version_comes_back_with_who_heard_it_and_what_it_was_made_with(
    client: Client, campaign: Campaign
) -> None:
    annika = factories.make_contact(campaign, "Annika Sorrel")
    item = factories.make_item(annika, kind="suggestion")
    for text, given in (("First", ""), ("Second", str(item.pk))):
        client.post("/pitch/card/", {"text": text, "item": given})
    second = PitchVersion.objects.latest("pk")
    factories.make_telling(annika, second)
    address = f"/pitch/versions/{second.pk}/delete/"
    assert address in client.get("/pitch/versions/?of=card").content.decode()

    asked = client.get(address).content.decode()
    led = {client.post(address)["Location"] for _ in range(2)}

    assert "1 note of who heard it" in asked
    assert "Annika’s suggestion, which stays put to use. Then you say version 1 again." in asked.replace("&#x27;", "'")
    assert led == {"/pitch/versions/?of=card"}
    item.refresh_from_db()
    assert (item.used_as, item.pitch_version, Telling.objects.count()) == (UsedAs.PITCH, None, 0)
    client.post("/pitch/card/", {"text": "Third"})

    back = client.post(f"/trash/{Deletion.objects.get().pk}/restore/")

    assert back["Location"] == "/pitch/versions/?of=card"
    item.refresh_from_db()
    assert [(number, text) for number, text, _ in kept("card")] == [(1, "First"), (2, "Second"), (3, "Third")]
    assert (item.pitch_version, Telling.objects.get().version) == (second, second)


def test_with_its_version_a_position_goes_and_comes_back(client: Client, campaign: Campaign) -> None:
    def sought() -> str:
        return Campaign.objects.get(pk=campaign.pk).position

    for said in (FORMER, LATTER):
        client.post("/pitch/position/", {"position": said})
    positions = []
    for version in PitchVersion.objects.order_by("-number"):
        client.post(f"/pitch/versions/{version.pk}/delete/")
        positions.append(sought())
    for deletion in Deletion.objects.order_by("-pk"):
        client.post(f"/trash/{deletion.pk}/restore/")
        positions.append(sought())

    assert positions == [FORMER, "", FORMER, LATTER]
    client.post(f"/pitch/versions/{PitchVersion.objects.get(number=1).pk}/delete/")
    assert sought() == LATTER
    client.post(f"/pitch/versions/{PitchVersion.objects.get().pk}/delete/")
    client.post("/pitch/position/", {"position": "Planner"})
    client.post(f"/trash/{Deletion.objects.latest('pk').pk}/restore/")

    assert sought() == "Planner"
