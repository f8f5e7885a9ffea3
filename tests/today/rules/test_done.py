"""R19: what was done, in words."""

import pytest

from today.rules.done import Done, DoneKind, done_sentence


def done(*kinds: DoneKind) -> list[Done]:
    return [Done(kind=kind, line=f"“Thing {number}”", contact_id=1) for number, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([], ""),
        ([DoneKind.TALK], "One conversation."),
        ([DoneKind.TALK] * 2 + [DoneKind.ASKED] * 2, "Two conversations, two asked."),
        ([DoneKind.NO], "A no received."),
        ([DoneKind.NO] * 2, "Two times no."),
        ([DoneKind.REMINDED, DoneKind.YES, DoneKind.PLANNED], "One reminded, one said yes, one day agreed."),
        ([DoneKind.THANKED, DoneKind.WRITTEN], "One thanked, one written to."),
        ([DoneKind.OTHER] * 2, "“Thing 0”, “Thing 1”."),
        ([DoneKind.OTHER] * 3, "Three other things done."),
        ([DoneKind.TALK] * 13, "13 conversations."),
    ],
)
def test_the_sentence_counts_what_was_done(kinds: list[DoneKind], words: str) -> None:
    assert done_sentence(done(*kinds)) == words
