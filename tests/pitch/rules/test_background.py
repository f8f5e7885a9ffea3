import pytest

from pitch.rules.background import background

PLACES = ["Tillerman Group", "Lowfield Print"]


@pytest.mark.parametrize(
    ("worked_at", "situation", "position", "skills", "said"),
    [
        ([], "", "", [], ""),
        (PLACES, "", "", [], "I have worked at Tillerman Group and Lowfield Print."),
        (["A", "B", "C", "D"], "", "", [], "I have worked at A, B and C."),
        ([], "my job ended in August", "", [], "My job ended in August."),
        ([], "", "Operations director. ", [], "The position that I look for: Operations director."),
        ([], "", "", ["Late plants", "No cuts."], "What I bring: Late plants; No cuts."),
        (
            PLACES[:1], "I am new here", "Planner", ["Me"],
            "I have worked at Tillerman Group. I am new here. The position that I look for: Planner. What I bring: Me.",
        ),
    ],
)  # fmt: skip
def test_only_what_is_stored_is_said(
    worked_at: list[str], situation: str, position: str, skills: list[str], said: str
) -> None:
    assert background(worked_at=worked_at, situation=situation, position=position, skills=skills) == said
