"""Law 10: one table of what was deleted, so that no other query has to remember to leave deleted rows out (R16)."""

from datetime import date, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Campaign

KEPT_FOR = timedelta(days=30)
LIST_OF: Final = {"pitch": "pitch", "research": "research", "meetings": "events"}
"""The page on which the rows of an app stand, where they are about nobody."""


class DeletionQuerySet(models.QuerySet["Deletion"]):
    def expired(self, today: date) -> Self:
        return self.filter(deleted_on__lt=today - KEPT_FOR)

    def restorable(self, today: date) -> Self:
        return self.filter(deleted_on__gte=today - KEPT_FOR)

    def of(self, model: type[Model], pk: int) -> Self:
        """The deletion of this very row, which is gone already: a second press finds what the first one did."""
        return self.filter(kind=model._meta.label_lower, rows__0__pk=pk)


class Deletion(models.Model):
    """One press of Delete: the thing, all that hung on it, and the references that rows which stayed had to it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="deletions")
    kind = models.CharField(max_length=40, help_text="The label of the model that was deleted.")
    words = models.CharField(max_length=300, help_text="What it was, as the list says it.")
    deleted_on = models.DateField()
    rows = models.JSONField(help_text="The deleted rows, each after those that it needs.")
    cleared = models.JSONField(default=list, help_text="References of rows that stayed: model, row, field, value.")
    created_at = models.DateTimeField(default=timezone.now)

    objects = DeletionQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-id")
        indexes = (models.Index(fields=["campaign", "-created_at"], name="deletion_by_time"),)

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        """Where the deleted thing stood: the page of its person, or the list of its kind."""
        contact_id = self.rows[0]["fields"].get("contact")
        if contact_id:
            return reverse("contact", args=[contact_id])
        return reverse(LIST_OF.get(self.kind.partition(".")[0], "people"))

    def kept_until(self) -> date:
        return self.deleted_on + KEPT_FOR
