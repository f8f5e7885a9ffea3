"""What the list of people can be narrowed by."""

from abc import ABC, abstractmethod
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from campaigns.reads.access import seen_by
from contacts.models import Company, Tag
from contacts.rules.keys import is_key
from contacts.rules.narrowing import Due, Spoke
from contacts.rules.phases import Phase

WHERE = (("network", "In the network"), ("book", "In the address book"), ("left", "Left for now"))


class WhereFilter(admin.SimpleListFilter):
    title = "where"
    parameter_name = "where"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return WHERE

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        people: Any = queryset
        match self.value():
            case "network":
                return people.in_network()  # type: ignore[no-any-return]  # words of our own QuerySet
            case "book":
                return people.in_address_book()  # type: ignore[no-any-return]
            case "left":
                return people.left(request.today)  # type: ignore[no-any-return]
        return queryset


class PhaseFilter(admin.SimpleListFilter):
    title = "phase"
    parameter_name = "phase"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return Phase.choices()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return queryset.filter(phase=self.value()) if self.value() else queryset


class TagFilter(admin.SimpleListFilter):
    """Only the user's own tags are offered."""

    title = "tag"
    parameter_name = "tag"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [(str(tag.pk), tag.name) for tag in seen_by(request.user, Tag.objects.all())[:100]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return queryset.filter(tags=self.value()) if is_key(str(self.value())) else queryset


class Chosen(ABC, admin.SimpleListFilter):
    """One of a few, each with its own condition."""

    offered: tuple[tuple[str, str], ...]

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return self.offered

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        known = {key for key, _ in self.offered}
        return self.narrowed(queryset, str(self.value()), request.today) if self.value() in known else queryset

    @abstractmethod
    def narrowed(self, people: Any, chosen: str, today: date) -> QuerySet[Any]:
        """Those of whom the condition holds."""


class StarredFilter(Chosen):
    title = "star"
    parameter_name = "starred"
    offered = (("1", "Starred"), ("0", "Not starred"))

    def narrowed(self, people: QuerySet[Any], chosen: str, today: date) -> QuerySet[Any]:
        return people.filter(starred=chosen == "1")


class TargetFilter(Chosen):
    title = "target company"
    parameter_name = "target"
    offered = (("1", "At a target company"), ("0", "Elsewhere"))

    def narrowed(self, people: QuerySet[Any], chosen: str, today: date) -> QuerySet[Any]:
        targets = Company.objects.targets().values("pk")
        return people.filter(company__in=targets) if chosen == "1" else people.exclude(company__in=targets)


class SpokeFilter(Chosen):
    title = "last spoke"
    parameter_name = "spoke"
    offered = tuple(Spoke.choices())

    def narrowed(self, people: Any, chosen: str, today: date) -> QuerySet[Any]:
        return people.spoke_when(Spoke(chosen), today)  # type: ignore[no-any-return]  # words of our own QuerySet


class DueFilter(Chosen):
    title = "next step"
    parameter_name = "due"
    offered = tuple(Due.choices())

    def narrowed(self, people: Any, chosen: str, today: date) -> QuerySet[Any]:
        return people.due_when(Due(chosen), today)  # type: ignore[no-any-return]
