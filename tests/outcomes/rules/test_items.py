"""What is stored stays as it is: these values are in people's databases and backups."""

from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState


def test_the_stored_words_of_what_was_obtained_stay() -> None:
    assert [kind.value for kind in ItemKind] == ["advice", "suggestion", "referral", "information"]
    assert [state.value for state in ReferralState] == [
        "promised", "offered", "introduced", "contacted", "met", "declined", "gone_quiet",
    ]  # fmt: skip
    assert [kind.value for kind in FollowUpKind] == ["action", "promise", "thank_you", "tell", "waiting"]


def test_every_kind_can_be_said() -> None:
    assert all(kind.label for kinds in (ItemKind, ReferralState, FollowUpKind) for kind in kinds)
