"""What is stored stays as it is: these values are in people's databases and backups."""

from datetime import date
from typing import Any

import pytest

from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs, became_words, to_use_on


def test_the_stored_words_of_what_was_obtained_stay() -> None:
    assert [kind.value for kind in ItemKind] == ["advice", "suggestion", "referral", "information"]
    assert [state.value for state in ReferralState] == [
        "promised", "offered", "introduced", "contacted", "met", "declined", "gone_quiet",
    ]  # fmt: skip
    assert [used.value for used in UsedAs] == ["pitch", "resume", "referral", "answer", "otherwise", "declined"]
    assert [kind.value for kind in FollowUpKind] == ["action", "promise", "thank_you", "tell", "waiting"]


DAY, LATER = date(2026, 11, 23), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("kind", "stands", "day"),
    [
        (ItemKind.ADVICE, {}, DAY),
        (ItemKind.ADVICE, {"is_finding": True}, DAY),
        (ItemKind.INFORMATION, {}, DAY),
        (ItemKind.INFORMATION, {"is_finding": True}, None),
        (ItemKind.INFORMATION, {"is_finding": True, "put_off_until": LATER}, LATER),
        (ItemKind.SUGGESTION, {"put_off_until": LATER}, LATER),
        (ItemKind.ADVICE, {"used_on": DAY, "put_off_until": LATER}, None),
        (ItemKind.REFERRAL, {}, None),
    ],
)
def test_from_when_on_it_asks_to_be_used(kind: ItemKind, stands: dict[str, Any], day: date | None) -> None:
    assert to_use_on(kind, DAY, **{"used_on": None, "put_off_until": None, **stands}) == day


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
