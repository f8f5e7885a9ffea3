import pytest

from meetings.rules.stories import KnownStory, to_tell

LATE = KnownStory(story_id=1, title="Late line, on time", trigger="get a plant delivering on time again.")
VOTE = KnownStory(story_id=2, title="The night-shift vote", trigger="bring a crew through change.")
WASTE = KnownStory(story_id=3, title="Waste halved", trigger="take out cost and keep the crew.")
PLAIN = KnownStory(story_id=4, title="No trigger yet")
ALL = (LATE, VOTE, WASTE, PLAIN)


@pytest.mark.parametrize(
    ("heard", "about", "told"),
    [
        (set(), ("", "", ""), [LATE, VOTE]),
        (set(), ("Crew Change Ltd", "", ""), [VOTE, WASTE]),
        (set(), ("Greenlow Foods", "what plants cost", ""), [LATE, WASTE]),
        (set(), ("", "", "How do you keep costs down?"), [WASTE, LATE]),
        ({1, 2}, ("a plant",), [WASTE, PLAIN]),
        ({1, 2, 3}, ("a crew",), [PLAIN]),
        ({1, 2, 3, 4}, ("a crew",), []),
    ],
)
def test_two_that_they_have_not_heard_the_fitting_one_first(
    heard: set[int], about: tuple[str, ...], told: list[KnownStory]
) -> None:
    assert to_tell(ALL, heard, about) == told
