"""What is stored stays as it is: these values are in people's databases and backups."""

import pytest

from meetings.rules.asking import Answer, AskKind
from meetings.rules.meeting import Mode, Status, map_address
from meetings.rules.touch import Channel, Direction, Matter


def test_the_stored_words_of_meetings_stay() -> None:
    assert [status.value for status in Status] == ["planned", "held", "cancelled", "no_show"]
    assert [mode.value for mode in Mode] == ["in_person", "video", "phone"]
    assert [answer.value for answer in Answer] == ["waiting", "yes", "later", "no", "no_answer"]
    assert [kind.value for kind in AskKind] == ["view", "suggestion", "referral", "information"]


def test_the_stored_words_of_touches_stay() -> None:
    assert [direction.value for direction in Direction] == ["sent", "received"]
    assert [channel.value for channel in Channel] == ["message", "mail", "call", "other"]
    assert [matter.value for matter in Matter] == ["invite", "remind", "thank", "tell", "introduce", "other"]


def test_every_kind_can_be_said() -> None:
    assert all(kind.label for kinds in (Status, Mode, Answer, AskKind, Direction, Channel, Matter) for kind in kinds)


@pytest.mark.parametrize(
    ("mode", "place", "address"),
    [
        (Mode.IN_PERSON, "Quayside Roasters, 4 Wharf Street", "?query=Quayside+Roasters%2C+4+Wharf+Street"),
        (Mode.IN_PERSON, "Café & Bar\r\n#2?x=1", "?query=Caf%C3%A9+%26+Bar+%232%3Fx%3D1"),
        (Mode.IN_PERSON, " ", ""),
        (Mode.VIDEO, "https://video.example/room", ""),
        (Mode.PHONE, "Quayside Roasters", ""),
    ],
)
def test_a_map_shows_a_place_that_one_walks_to(mode: Mode, place: str, address: str) -> None:
    found = map_address(mode, place)

    assert found == (f"https://www.openstreetmap.org/search{address}" if address else "")
