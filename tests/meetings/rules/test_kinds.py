"""What is stored stays as it is: these values are in people's databases and backups."""

from meetings.rules.asking import Answer, AskKind
from meetings.rules.meeting import Mode, Status
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
