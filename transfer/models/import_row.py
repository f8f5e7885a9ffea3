"""One row of an uploaded file: staged until it is taken, then what became of it."""

from typing import Self

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from transfer.models.imports import Import
from transfer.rules.outcome import ASKED, NOT_TAKEN, Outcome


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def asked(self) -> Self:
        """Perhaps somebody known: the user may say who."""
        return self.filter(outcome__in=ASKED)

    def not_taken(self) -> Self:
        return self.filter(outcome__in=NOT_TAKEN)

    def incomplete(self) -> Self:
        """Taken, with something missing or kept as text."""
        return self.filter(warned=True)

    def differing(self) -> Self:
        """Something differs from what the user typed, which was kept."""
        return self.filter(differs=True)


class ImportRow(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="import_rows", db_index=False)
    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveIntegerField(help_text="Which record of the file; the first is 1.")
    line = models.PositiveIntegerField(help_text="The line of the file on which it starts.")
    outcome = models.CharField(max_length=8, choices=Outcome.choices())
    warned = models.BooleanField(default=False)
    differs = models.BooleanField(default=False)
    name = models.CharField(max_length=240, blank=True)
    person = models.JSONField(default=dict, help_text="Who stands in it; emptied when it is taken.")
    raw = models.JSONField(default=list, help_text="The cells of a row that is not taken.")
    reasons = models.JSONField(default=list, help_text="Why it, or a part of it, is not taken.")
    because = models.CharField(max_length=400, blank=True, help_text="Why this is, or may be, somebody known.")
    others = models.JSONField(default=list, help_text="Contacts who may be the same person.")
    changes = models.JSONField(default=list, help_text="Label, old, new, whether taken.")
    former = models.JSONField(default=dict, help_text="What its contact was before this row changed them.")
    answer = models.CharField(max_length=5, blank=True, help_text="What the user said to the question of the row.")
    takes = models.BooleanField(default=False, help_text="What the file says is wanted where it differs.")
    contact = models.ForeignKey(Contact, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["source", "number"], name="a_record_stands_once"),)
        indexes = (
            models.Index(fields=["source", "outcome", "number"], name="row_by_outcome"),
            models.Index(fields=["contact", "source"], name="row_by_contact"),
            models.Index(fields=["campaign"], name="row_by_campaign"),
            models.Index(fields=["source", "number"], condition=models.Q(warned=True), name="row_warned"),
            models.Index(fields=["source", "number"], condition=models.Q(differs=True), name="row_differing"),
        )

    def __str__(self) -> str:
        return f"Line {self.line}: {self.name}"
