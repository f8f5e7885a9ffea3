"""R14: in the debrief each question that was planned for the meeting is answered with a line, or was not asked."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django import forms

from meetings.rules.events import QuestionResult
from outcomes.rules.items import ItemKind, Stance
from relationships.reads.debrief import PlannedQuestion
from relationships.rules.debrief import Asked, Given

LONGEST: Final = 500


class AskedFields:
    """Three fields for each question: the answer, what it says to the others, and that it was not asked."""

    def __init__(self, form: forms.Form, questions: Iterable[PlannedQuestion]) -> None:
        self.form, self.questions = form, list(questions)
        for one in self.questions:
            said, stance, not_asked = names_of(one)
            form.fields[said] = forms.CharField(label=one.text, required=False, max_length=LONGEST)
            form.fields[stance] = forms.ChoiceField(
                label="What it says to the others", choices=Stance.choices(), required=False
            )
            form.fields[not_asked] = forms.BooleanField(label="Not asked", required=False)

    def first_values(self) -> dict[str, Any]:
        """What was saved with the meeting."""
        values: dict[str, Any] = {}
        for one in self.questions:
            said, stance, not_asked = names_of(one)
            values[said] = one.answer.text if one.answer else ""
            values[stance] = one.answer.stance if one.answer else Stance.ADDS.value
            values[not_asked] = one.result == QuestionResult.NOT_ASKED
        return values

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The three fields of each question, for the page."""
        for one in self.questions:
            said, stance, not_asked = names_of(one)
            yield self.form[said], self.form[stance], self.form[not_asked]

    def answers(self) -> tuple[Given, ...]:
        """The lines; one that stood and is empty now was taken away."""
        return tuple(
            Given(
                kind=ItemKind(one.answer.kind) if one.answer else ItemKind.INFORMATION,
                text=self._said(one) or (one.answer.text if one.answer else ""),
                item_id=one.answer.pk if one.answer else None,
                removed=not self._said(one),
                question_id=one.key,
                stance=Stance(self.form.cleaned_data.get(names_of(one)[1]) or Stance.ADDS),
            )
            for one in self._spoken_of()
            if one.answer or self._said(one)
        )

    def asked(self) -> tuple[Asked, ...]:
        return tuple(Asked(question_id=one.key, result=self._result(one)) for one in self._spoken_of())

    def _spoken_of(self) -> list[PlannedQuestion]:
        """Those that stood in the form when it was sent: another tab may have planned one more."""
        return [one for one in self.questions if names_of(one)[0] in self.form.data]

    def _said(self, one: PlannedQuestion) -> str:
        return str(self.form.cleaned_data.get(names_of(one)[0]) or "")

    def _result(self, one: PlannedQuestion) -> QuestionResult | None:
        if self._said(one):
            return QuestionResult.ANSWERED
        return QuestionResult.NOT_ASKED if self.form.cleaned_data.get(names_of(one)[2]) else None


def names_of(one: PlannedQuestion) -> tuple[str, str, str]:
    """The names of its fields."""
    return f"said_{one.key}", f"stance_{one.key}", f"not_asked_{one.key}"
