"""What the user says of themselves: three skills, and the stories that prove them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from campaigns.models import Campaign


class Skill(models.Model):
    """One of the top three, which support the position sought (R12)."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="skills")
    place = models.PositiveSmallIntegerField(choices=((1, "First"), (2, "Second"), (3, "Third")))
    text = models.CharField(max_length=120)

    class Meta:
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "place"], name="one_skill_a_place"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=3), name="three_skills"),
        )

    def __str__(self) -> str:
        return self.text


class Story(models.Model):
    """What was wrong, what I did, what came of it: people remember stories, and a trigger brings one back."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="stories")
    skill = models.ForeignKey(Skill, on_delete=models.SET_NULL, null=True, blank=True, related_name="stories")
    title = models.CharField(max_length=120)
    wrong = models.TextField("what was wrong", blank=True, max_length=5000)
    did = models.TextField("what I did", blank=True, max_length=5000)
    came_of_it = models.TextField("what came of it", blank=True, max_length=5000)
    trigger = models.CharField("I am looking for a person to …", max_length=300, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "stories"
        constraints = (models.CheckConstraint(condition=~Q(title=""), name="a_story_has_a_title"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.pk])
