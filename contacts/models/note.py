"""A dated text on a contact; counts nowhere."""

from django.db import models

from campaigns.models import Campaign
from contacts.models.contact import Contact


class Note(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="notes")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="notes")
    day = models.DateField()
    text = models.TextField(max_length=20_000)

    class Meta:
        ordering = ("-day", "-id")
        indexes = (models.Index(fields=["contact", "-day"], name="note_by_day"),)

    def __str__(self) -> str:
        return self.text[:60]
