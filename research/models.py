"""What the user wants to know to reach the objective, and what they make of what they heard (R14)."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from campaigns.models import Campaign
from research.rules.questions import PRESET, WANTED, CameOfIt


class QuestionQuerySet(models.QuerySet["Question"]):
    def open(self) -> Self:
        """Until the user answers it, however many people said something."""
        return self.filter(answered_on=None)


class Question(models.Model):
    """A finding is an obtained item that is filed under it; the answer cites some of these."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField("what I want to know", max_length=300)
    place = models.PositiveSmallIntegerField(default=0, editable=False, help_text="The user's order, smallest first.")
    people_wanted = models.PositiveSmallIntegerField("how many people to ask", choices=WANTED, default=PRESET)
    answer = models.TextField("my answer", blank=True, max_length=5000)
    answered_on = models.DateField(null=True, blank=True, editable=False)
    came_of_it = models.CharField("what became of it", max_length=8, choices=CameOfIt.choices(), blank=True)
    came_of_it_words = models.CharField("in your own words", max_length=300, blank=True)
    led_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="led_to"
    )
    asked_on = models.DateField("asked since", editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ("place", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="a_question_has_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None) | ~Q(answer="") & Q(answered_on__isnull=False),
                name="a_question_answered_has_a_day",
            ),
        )
        indexes = (models.Index(fields=["campaign", "place", "id"], name="question_by_place"),)

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("question", args=[self.pk])
