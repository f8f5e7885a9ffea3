"""What the user and a contact found that they share: dated lines, and evidence for Obtain (R2)."""

from typing import Self

from django.db import models
from django.db.models import Q

from campaigns.models import Campaign
from contacts.models.contact import Contact


class CommonGroundQuerySet(models.QuerySet["CommonGround"]):
    def found(self) -> Self:
        return self.filter(found_on__isnull=False)

    def to_look_for(self) -> Self:
        """A hint from somebody else, and no evidence until found."""
        return self.filter(found_on=None)


class CommonGround(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="common_ground")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="common_ground")
    text = models.CharField(max_length=300)
    found_on = models.DateField(null=True, blank=True, help_text="Empty: something to look for.")

    objects = CommonGroundQuerySet.as_manager()

    class Meta:
        ordering = ("found_on", "id")
        verbose_name = verbose_name_plural = "common ground"
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="common_ground_has_words"),)
        indexes = (models.Index(fields=["contact", "found_on"], name="ground_by_found"),)

    def __str__(self) -> str:
        return self.text
