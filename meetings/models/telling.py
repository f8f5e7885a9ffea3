"""A story, or a version of a pitch, was told to this contact on this day; a story came back to them on that day."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models.event import Encounter
from meetings.models.meeting import Meeting
from pitch.models import PitchVersion, Story


class TellingQuerySet(models.QuerySet["Telling"]):
    def of_stories(self) -> Self:
        return self.filter(story__isnull=False)


class Telling(models.Model):
    """Of a story, or of a version of a pitch; only a story comes back to somebody."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="tellings")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, blank=True, related_name="tellings")
    version = models.ForeignKey(PitchVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="tellings")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="tellings")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="tellings")
    encounter = models.ForeignKey(
        Encounter, on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="tellings"
    )
    day = models.DateField()
    recalled_on = models.DateField(null=True, blank=True)

    objects = TellingQuerySet.as_manager()

    class Meta:
        verbose_name = "story or pitch told"
        verbose_name_plural = "stories and pitches told"
        ordering = ("day", "id")
        constraints = (
            models.UniqueConstraint(fields=["meeting", "story"], name="a_story_is_told_once_a_meeting"),
            models.UniqueConstraint(fields=["meeting", "version"], name="a_version_is_told_once_a_meeting"),
            models.UniqueConstraint(fields=["encounter", "version"], name="a_version_is_told_once_an_encounter"),
            models.CheckConstraint(
                condition=Q(story__isnull=False, version=None) | Q(story=None, version__isnull=False, recalled_on=None),
                name="a_story_or_a_version_is_told",
            ),
        )

    def __str__(self) -> str:
        return f"{self.what}, {self.contact}"

    def clean(self) -> None:
        days = [day for day in (self.day, self.recalled_on) if day]  # in a form either may be empty
        if days != sorted(days):
            raise ValidationError({"recalled_on": "It cannot have come back before it was told."})

    @property
    def what(self) -> str:
        """What was told, in words."""
        return str(self.story or self.version)
