"""An uploaded file, from its preview to its report. The file itself is not kept."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.rules.words import Worded
from campaigns.models import Campaign
from transfer.rules.outcome import ASKED, MAKING, TAKEN, Outcome


class Status(Worded):
    CHECKED = "checked", "Waits for your go"
    RUNNING = "running", "Under way"
    DONE = "done", "Imported"
    UNDOING = "undoing", "Is being undone"


class ImportQuerySet(models.QuerySet["Import"]):
    def done(self) -> Self:
        return self.filter(status=Status.DONE)

    def left_lying(self, since: datetime) -> Self:
        """Looked at before that moment, and never imported."""
        return self.filter(status=Status.CHECKED, uploaded_at__lt=since)


class Import(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="imports")
    file_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    encoding = models.CharField(max_length=40)
    delimiter = models.CharField(max_length=10)
    header = models.JSONField(default=list)
    unknown_columns = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    records = models.PositiveIntegerField()
    order = models.CharField("how its dates are written", max_length=20, blank=True)
    unsettled = models.PositiveIntegerField(default=0, help_text="Dates that wait for the order of day and month.")
    example = models.CharField(max_length=100, blank=True, help_text="One of those dates.")
    content = models.BinaryField(null=True, help_text="The file, only while the order is asked for.")
    as_of = models.DateField(null=True, help_text="The day of its export, or the latest day in it.")
    status = models.CharField(max_length=10, choices=Status.choices(), default=Status.CHECKED)
    expected = models.JSONField(default=dict, help_text="Outcome → rows, as the preview had it.")
    counts = models.JSONField(default=dict, help_text="Outcome → rows done so far.")
    cursor = models.PositiveIntegerField(default=0, help_text="The number of the last row that is done.")
    companies_until = models.PositiveBigIntegerField(
        null=True, help_text="The newest company when it began; empty where an earlier release ran it."
    )
    lease_until = models.DateTimeField(null=True, help_text="Until then somebody is at work on it.")
    uploaded_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ("-uploaded_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(status=Status.DONE, finished_at__isnull=False)
                | (~Q(status=Status.DONE) & Q(finished_at=None)),
                name="a_finished_import_has_a_moment",
            ),
        )
        indexes = (models.Index(fields=["campaign", "-uploaded_at"], name="import_by_upload"),)

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("import_file", args=[self.pk])

    @property
    def asks_order(self) -> bool:
        """Whether day and month of its dates can only be told apart by asking."""
        return self.unsettled > 0 and not self.order and self.content is not None

    @property
    def can_be_undone(self) -> bool:
        return self.status == Status.DONE and self.companies_until is not None

    @property
    def percent(self) -> int:
        return 100 * self.cursor // max(self.records, 1)

    def asked(self) -> int:
        """How many rows are a question."""
        return _sum(self.expected, ASKED)

    def making(self) -> int:
        """How many people it makes, by the preview."""
        return _sum(self.expected, MAKING)

    def taking(self) -> int:
        """How many rows it takes, by the preview."""
        return _sum(self.expected, TAKEN)

    def made(self) -> int:
        """How many people it has made so far."""
        return _sum(self.counts, MAKING)

    def taken(self) -> int:
        """How many rows it has taken so far."""
        return _sum(self.counts, TAKEN)


def _sum(counts: dict[str, int], outcomes: tuple[Outcome, ...]) -> int:
    return sum(counts.get(outcome, 0) for outcome in outcomes)
