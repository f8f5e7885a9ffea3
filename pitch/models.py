"""What the user says of themselves: three skills, the stories that prove them, and what is said in versions."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from campaigns.models import Campaign
from pitch.rules.versions import ChangeReason, Spoken


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


class PitchVersionQuerySet(models.QuerySet["PitchVersion"]):
    def current(self) -> Self:
        """The latest of each kind, the earlier ones are history."""
        later = PitchVersion.objects.filter(
            campaign=OuterRef("campaign"), kind=OuterRef("kind"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later.order_by()))


class PitchVersion(models.Model):
    """The position, or a pitch for an audience, as it was said from a day on; every version is kept (R12).

    What the campaign seeks now is the campaign's own; here is how it was said, when, and why it changed.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="pitch_versions")
    kind = models.CharField(max_length=10, choices=Spoken.choices())
    number = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=5000)
    ask = models.CharField("the ask", max_length=300, blank=True)
    seconds = models.PositiveSmallIntegerField(
        "seconds, measured aloud", null=True, blank=True, help_text="Empty: estimated from the words."
    )
    day = models.DateField(null=True, blank=True, help_text="Empty: said before versions were kept.")
    reason = models.CharField("why it changed", max_length=8, choices=ChangeReason.choices(), blank=True)
    reason_words = models.CharField("why, in my own words", max_length=300, blank=True)

    objects = PitchVersionQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "number")
        constraints = (
            models.UniqueConstraint(fields=["campaign", "kind", "number"], name="one_version_a_number"),
            models.CheckConstraint(condition=~Q(text=""), name="a_version_has_words"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.number}"

    def get_absolute_url(self) -> str:
        return f"{reverse('pitch_versions')}?of={self.kind}"
