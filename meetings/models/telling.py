"""This story was told to this contact on this day; it came back to them on that day (recall)."""

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models.meeting import Meeting
from pitch.models import Story


class Telling(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="tellings")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="tellings")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="tellings")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="tellings")
    day = models.DateField()
    recalled_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "story told"
        verbose_name_plural = "stories told"
        ordering = ("day", "id")
        constraints = (models.UniqueConstraint(fields=["meeting", "story"], name="a_story_is_told_once_a_meeting"),)

    def __str__(self) -> str:
        return f"{self.story}, {self.contact}"
