"""Law 8: what was typed into a creating form, and what became of it. Twice is once, and nothing typed is lost."""

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class DraftQuerySet(models.QuerySet["Draft"]):
    def unfinished(self) -> Self:
        return self.filter(result="").exclude(fields={})

    def finished(self) -> Self:
        return self.exclude(result="")


class Draft(models.Model):
    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    path = models.CharField(max_length=300, help_text="Where the form stands.")
    query = models.CharField(max_length=300, blank=True, help_text="What its address said: whom it is about.")
    fields = models.JSONField(default=dict, help_text="Name of the field → the values typed.")
    result = models.CharField(max_length=300, blank=True, help_text="Where the row that it created is shown.")
    saved_at = models.DateTimeField(auto_now=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["owner", "path", "-saved_at"], name="draft_by_form"),)

    def __str__(self) -> str:
        return f"{self.path} ({self.saved_on})"

    @property
    def saved_on(self) -> date:
        return timezone.localdate(self.saved_at)

    @property
    def address(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path
