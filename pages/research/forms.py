"""A question, the answer to it, and what is filed under it."""

from typing import Any, Final

from django import forms
from django.http import QueryDict

from contacts.models import Contact
from outcomes.models import ObtainedItem
from outcomes.rules.items import Stance
from pages.parts.fields import KeysField, readable
from pages.parts.meanwhile import Meanwhile
from pages.parts.person_choice import PersonChoiceForm
from research.models import Question
from research.rules.questions import CameOfIt

NOTHING_YET: Final = ("", "Not said yet")


def stance_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="What does it say to the others?",
        choices=Stance.choices(),
        initial=Stance.ADDS.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it says."},
    )


class QuestionForm(Meanwhile, forms.ModelForm):
    """What the user wants to know, and how many people are to be asked."""

    class Meta:
        model = Question
        fields = ("text", "people_wanted")
        labels = {"text": "What do you want to know?", "people_wanted": "How many people do you want to hear?"}
        help_texts = {"text": "One thing, in the words in which you would ask it."}
        widgets = {"text": forms.TextInput(attrs={"autocomplete": "off"}), "people_wanted": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators.append(readable)

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())


class AnswerForm(Meanwhile):
    """The user's own answer; the findings that it rests on are ticked."""

    answer = forms.CharField(
        label="What do you make of it?",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Your own answer, as it stands today. Empty: the question is open.",
    )
    rests_on = KeysField(label="It rests on", required=False)
    came_of_it = forms.ChoiceField(
        label="What became of it?",
        choices=[NOTHING_YET, *CameOfIt.choices()],
        required=False,
        widget=forms.RadioSelect,
    )
    came_of_it_words = forms.CharField(label="In your own words", required=False, max_length=300)

    def clean_answer(self) -> str:
        text: str = self.cleaned_data["answer"]
        if text:
            readable(text)
        return text

    def came_of(self) -> CameOfIt | None:
        chosen = self.cleaned_data["came_of_it"]
        return CameOfIt(chosen) if chosen else None


class FileForm(forms.Form):
    """Something that somebody gave is filed under this question."""

    stance = stance_field()

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {"required": "Choose what to file.", "invalid_choice": "This is not there any more."}
        items = ObtainedItem.objects.filter(campaign=question.campaign_id)
        self.fields["item"] = forms.ModelChoiceField(items, label="What they gave you", error_messages=said)


class ItemFileForm(forms.Form):
    """The question under which this is filed."""

    field_order = ("question", "stance")
    stance = stance_field()

    def __init__(self, data: QueryDict | None = None, *, item: ObtainedItem) -> None:
        first = {"question": item.question_id, "stance": item.stance or Stance.ADDS.value}
        super().__init__(data, initial=first)
        self.fields["question"] = forms.ModelChoiceField(
            Question.objects.filter(campaign=item.campaign_id),
            label="Under which question?",
            widget=forms.RadioSelect,
            empty_label=None,
            error_messages={"required": "Choose a question.", "invalid_choice": "This question is not there any more."},
        )
        self.order_fields(self.field_order)


class WhoForm(PersonChoiceForm):
    """Somebody who is stored, and could know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].label = "Somebody else who could know"
        self.fields["person"].help_text = ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self._chosen and self._chosen.is_new:
            self.add_error("person", "Nobody of this name is stored. Add them under People first.")
        return cleaned

    def someone(self) -> Contact:
        """Who was chosen, of a form that is valid."""
        contact = self.chosen().contact
        if contact is None:
            raise ValueError("Nobody who is stored was chosen: the form is not valid.")
        return contact
