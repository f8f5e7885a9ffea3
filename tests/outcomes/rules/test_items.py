"""What is stored stays as it is: these values are in people's databases and backups."""

import pytest

from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs, became_words


def test_the_stored_words_of_what_was_obtained_stay() -> None:
    assert [kind.value for kind in ItemKind] == ["advice", "suggestion", "referral", "information"]
    assert [state.value for state in ReferralState] == [
        "promised", "offered", "introduced", "contacted", "met", "declined", "gone_quiet",
    ]  # fmt: skip
    assert [used.value for used in UsedAs] == ["pitch", "resume", "referral", "answer", "otherwise", "declined"]
    assert [kind.value for kind in FollowUpKind] == ["action", "promise", "thank_you", "tell", "waiting"]


def test_every_kind_can_be_said() -> None:
    assert all(kind.label for kinds in (ItemKind, ReferralState, FollowUpKind) for kind in kinds)


@pytest.mark.parametrize(
    ("used_as", "words", "said"),
    [
        (UsedAs.RESUME, "One page now", "I have revised my resume because of it. One page now."),
        (UsedAs.OTHERWISE, "I asked three plants!", "I have used it. I asked three plants!"),
        (UsedAs.PITCH, "", "I have changed what I say about myself because of it."),
        (UsedAs.DECLINED, "Not for me", ""),
        (None, "", ""),
    ],
)
def test_the_giver_reads_what_became_of_it(used_as: UsedAs | None, words: str, said: str) -> None:
    assert became_words(used_as, words) == said
