"""A word of the user's own for some of their people."""

from django.db import models

from campaigns.models import Campaign


class Tag(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=60)
    folded = models.CharField(max_length=60, editable=False, help_text="The name as it is compared.")

    class Meta:
        ordering = ("folded",)
        constraints = (models.UniqueConstraint(fields=["campaign", "folded"], name="one_tag_a_name"),)

    def __str__(self) -> str:
        return self.name
