"""A message in the user's own words, to be filled from what is stored (R18)."""

from django.db import models

from campaigns.models.campaign import Campaign
from campaigns.rules.languages import CHOICES


class MessageTemplate(models.Model):
    """One for each occasion and language; it stands before the English one that comes along."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="message_templates")
    language = models.CharField(max_length=8, choices=CHOICES, blank=True)
    occasion = models.CharField(max_length=20)
    long = models.TextField(max_length=5_000)
    short = models.TextField(blank=True, max_length=1_000)

    class Meta:
        ordering = ("campaign", "language", "occasion")
        constraints = (
            models.UniqueConstraint(fields=["campaign", "language", "occasion"], name="one_template_an_occasion"),
        )

    def __str__(self) -> str:
        return self.occasion
