"""A story: the skill that it proves, what was wrong, what I did, what came of it, and what should bring it back."""

from typing import Any

from django import forms

from pitch.models import Skill, Story


class StoryForm(forms.ModelForm):
    """Its choice of skills is that of the story's campaign."""

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
        skill: Any = self.fields["skill"]
        skill.queryset = Skill.objects.filter(campaign=self.instance.campaign)
        skill.empty_label = "Not said yet"
