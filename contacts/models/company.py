"""An employer; may be a target with a rank."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.urls import reverse

from campaigns.models import Campaign


class CompanyQuerySet(models.QuerySet["Company"]):
    def targets(self) -> Self:
        return self.filter(is_target=True)

    def of_places(self, places: Iterable[str], or_else: models.Q | None = None) -> Self:
        """Those that are one of these places, by their folded names (`contacts.rules.places`), or meet the other."""
        named = [models.Q(folded=place) for place in places]
        longer = [models.Q(folded__startswith=f"{place}{mark}") for place in places for mark in " ,"]
        wanted = [*named, *longer, *([or_else] if or_else else [])]
        return self.filter(reduce(or_, wanted)) if wanted else self.none()


class Company(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="companies")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False, help_text="The name as it is compared.")
    is_target = models.BooleanField("a target company", default=False)
    rank = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 is the first choice.")
    notes = models.TextField(blank=True)

    objects = CompanyQuerySet.as_manager()

    class Meta:
        ordering = ("folded",)
        verbose_name_plural = "companies"
        constraints = (
            models.UniqueConstraint(fields=["campaign", "folded"], name="one_company_a_name"),
            models.CheckConstraint(condition=~models.Q(name=""), name="a_company_has_a_name"),
        )
        indexes = (
            models.Index(
                fields=["campaign", "rank", "folded"], condition=models.Q(is_target=True), name="target_by_rank"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("company", args=[self.pk])
