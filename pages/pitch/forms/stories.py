"""Three skills, the stories that prove them, and the story that came back to somebody."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.db import transaction

from campaigns.models import Campaign
from campaigns.rules.days import on_day
from contacts.models import Contact
from meetings.models import Telling
from meetings.rules.recalls import doubt
from pages.parts.fields import DayInput, readable
from pages.parts.meanwhile import Meanwhile
from pitch.models import Skill, Story
from pitch.rules.versions import one_line
from pitch.writes.skills import add_skill

EARLIEST: Final = date(2000, 1, 1)
PLACES: Final = ((1, "first"), (2, "second"), (3, "third"))


class SkillsForm(Meanwhile):
    """Three skills, in one form; each may stay empty."""

    first = forms.CharField(label="First skill", max_length=120, required=False, validators=[readable])
    second = forms.CharField(label="Second skill", max_length=120, required=False, validators=[readable])
    third = forms.CharField(label="Third skill", max_length=120, required=False, validators=[readable])

    @staticmethod
    def initial_of(campaign: Campaign) -> dict[str, str]:
        texts = dict(Skill.objects.filter(campaign=campaign).values_list("place", "text"))
        return {name: texts.get(place, "") for place, name in PLACES}

    def skills(self) -> dict[int, str]:
        return {place: " ".join(self.cleaned_data[name].split()) for place, name in PLACES}


class StoryForm(Meanwhile, forms.ModelForm):
    """Its choice of skills is that of the story's campaign; while a place is free, one can be written here."""

    new_skill = forms.CharField(
        label="Or a skill that you have not written down yet",
        max_length=120,
        required=False,
        validators=[readable],
        help_text="It becomes one of your three.",
    )

    class Meta:
        model = Story
        fields = ("title", "skill", "wrong", "did", "came_of_it", "trigger")
        labels = {
            "title": "What do you call it?",
            "skill": "Which skill does it show?",
            "wrong": "What was wrong",
            "did": "What you did",
            "came_of_it": "What came of it",
            "trigger": "“I am looking for a person to …”",
        }
        help_texts = {
            "title": "A few words, for yourself: Late line, on time in 11 weeks.",
            "came_of_it": "A figure helps.",
            "trigger": "The sentence that should bring it back: get a plant delivering on time again.",
        }
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("wrong", "did", "came_of_it")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].validators.append(readable)
        skill: Any = self.fields["skill"]
        skill.queryset = Skill.objects.filter(campaign=self.instance.campaign)
        skill.empty_label = "Not said yet"
        there = len(skill.queryset)
        if there >= len(PLACES):
            del self.fields["new_skill"]
        elif not there:
            self.fields["new_skill"].label = "Which skill does it show?"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("skill") and cleaned.get("new_skill"):
            self.add_error("new_skill", "Choose a skill above, or write one here: a story shows one.")
        return cleaned

    @transaction.atomic
    def keep(self) -> Story:
        """The skill that was written here comes first; where its place was taken meanwhile the story stands without."""
        if text := one_line(self.cleaned_data.get("new_skill", "")):
            self.instance.skill = add_skill(self.instance.campaign, text)
        story: Story = self.save()
        return story


class RecallForm(forms.Form):
    """Which story came back, and when; any of the user's own, also one that is not noted as told."""

    story = forms.ModelChoiceField(Story.objects.none(), label="Which story?", empty_label="Choose one")
    day = forms.DateField(label="When?", widget=DayInput())
    same_day = forms.BooleanField(label="Yes, on the day I told it", required=False)

    def __init__(self, *args: Any, person: Contact, tellings: Sequence[Telling], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.tellings, self.today = person, tellings, today
        self.asks_same_day = False
        story: Any = self.fields["story"]
        story.queryset = Story.objects.filter(campaign=person.campaign_id)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError("This day is still to come. When did it come back?")
        if day < EARLIEST:
            raise forms.ValidationError("This day is too long ago.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        story, day = cleaned.get("story"), cleaned.get("day")
        if story and day and (found := doubt(day, [row for row in self.tellings if row.story_id == story.pk])):
            told = f"You told it to {self.person.short_name} {on_day(found.told_on, self.today)}."
            if not found.is_same_day:
                self.add_error("day", f"{told} When did it come back?")
            elif not cleaned.get("same_day"):
                self.asks_same_day = True
                self.add_error("day", f"{told} Did it come back to them on that very day?")
        return cleaned
