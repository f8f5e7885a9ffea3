"""The rows of Today, chosen at a day's first look (R19), and the week ahead in the user's own words (R22)."""

from datetime import date
from typing import Self

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from relationships.rules.steps import StepKind
from today.rules.week_ahead import How


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


class PlannedAsk(models.Model):
    """Whom the user will ask, how and on which day; `was_missed` once it was put to another day."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="planned_asks")
    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="planned_ask")
    how = models.CharField(max_length=5, choices=How.choices(), default=How.WRITE)
    day = models.DateField()
    was_missed = models.BooleanField(default=False)

    class Meta:
        ordering = ("day", "id")
        indexes = (models.Index(fields=["campaign", "day"], name="planned_ask_by_day"),)

    def __str__(self) -> str:
        return f"{self.contact}, {self.day}"


class WeekNote(models.Model):
    """What the user learned in a week, by its Monday."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="week_notes")
    week = models.DateField()
    learned = models.TextField(max_length=2_000)

    class Meta:
        ordering = ("-week",)
        constraints = (models.UniqueConstraint(fields=["campaign", "week"], name="one_note_a_week"),)

    def __str__(self) -> str:
        return f"{self.week}"
