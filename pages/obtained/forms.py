"""What became of something that somebody gave: one click among a few, with words where they help."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from outcomes.models import ObtainedItem
from outcomes.rules.items import UsedAs
from pages.parts.fields import readable
from pitch.rules.versions import Spoken
from research.models import Question

HOW: Final = (
    (UsedAs.PITCH.value, "I say it differently now"),
    (UsedAs.RESUME.value, "I revised my resume"),
    (UsedAs.ANSWER.value, "It answered a question of mine"),
    (UsedAs.OTHERWISE.value, "I used it in another way"),
)
WHICH: Final = (
    (Spoken.ONE_TO_ONE.value, "My background, one to one"),
    (Spoken.CARD.value, "My verbal business card"),
    (Spoken.POSITION.value, "The position I seek"),
)


def _how(choices: Iterable[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="What did you do with it?",
        choices=list(choices),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you did with it."},
    )


class UseForm(forms.Form):
    """How it was used; where the giver has not reached Obtain, what is missing may be said beside it (R3)."""

    field_order = ("how", "which", "question", "words", "shared")

    how = _how(HOW)
    which = forms.ChoiceField(
        label="What do you say differently?",
        choices=WHICH,
        required=False,
        help_text="For “I say it differently now”: the next page has its text, with this beside it.",
    )
    words = forms.CharField(
        label="What changed?",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="A sentence for you and for the message. For a resume: which one, and what.",
    )
    shared = forms.CharField(label="What do you share?", required=False, max_length=300)

    def __init__(self, *args: Any, item: ObtainedItem, lacks_evidence: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        questions = Question.objects.filter(campaign=item.campaign_id)
        self.fields["question"] = forms.ModelChoiceField(
            questions, label="Which question?", required=False, empty_label="None of them"
        )
        if not questions.exists():
            del self.fields["question"]
            self.fields["how"] = _how([pair for pair in HOW if pair[0] != UsedAs.ANSWER])
        if not lacks_evidence:
            del self.fields["shared"]
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("words", "shared"):
            if data.get(name):
                data[name] = " ".join(data[name].split())
                self._read(name, data[name])
        if data.get("how") == UsedAs.OTHERWISE and not data.get("words") and "words" not in self.errors:
            self.add_error("words", "Say in a sentence what you did with it.")
        if data.get("how") == UsedAs.ANSWER and not data.get("question") and "question" not in self.errors:
            self.add_error("question", "Choose the question that it answered.")
        return data

    def _read(self, name: str, text: str) -> None:
        try:
            readable(text)
        except forms.ValidationError as error:
            self.add_error(name, error)
