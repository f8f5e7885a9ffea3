"""The rows of Today, chosen at a day's first look: those of the day, whatever is done of them (R19)."""

from datetime import date
from typing import Self

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from relationships.rules.steps import StepKind


class ChosenRowQuerySet(models.QuerySet["ChosenRow"]):
    def of_day(self, campaign: Campaign, day: date) -> Self:
        return self.filter(campaign=campaign, day=day)


class ChosenRow(models.Model):
    """Somebody with whom something is to be done on a day: which step it was, about what, and its place on the page."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="chosen_rows")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="chosen_rows")
    day = models.DateField()
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=7, choices=StepKind.choices())
    about = models.PositiveBigIntegerField(null=True, help_text="The key of what the step is about.")

    objects = ChosenRowQuerySet.as_manager()

    class Meta:
        ordering = ("place", "id")
        constraints = (
            models.UniqueConstraint(fields=["campaign", "day", "contact"], name="one_row_of_today_a_person"),
        )

    def __str__(self) -> str:
        return f"{self.contact}, {self.day}"
