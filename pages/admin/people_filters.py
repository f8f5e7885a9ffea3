"""What the list of people can be narrowed by."""

from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from campaigns.reads.access import seen_by
from contacts.models import Company, Tag
from contacts.rules.keys import is_key
from contacts.rules.phases import Phase

WHERE = (("network", "In the network"), ("book", "In the address book"), ("left", "Left for now"))
MONTH, QUARTER = timedelta(days=30), timedelta(days=90)


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


class Chosen(admin.SimpleListFilter):
    """One of a few, each with its own condition."""

    offered: tuple[tuple[str, str], ...]

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return self.offered

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        known = {key for key, _ in self.offered}
        return self.narrowed(queryset, str(self.value()), request.today) if self.value() in known else queryset

    def narrowed(self, people: QuerySet[Any], chosen: str, today: date) -> QuerySet[Any]:
        raise NotImplementedError


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
    offered = (("lately", "In the last 30 days"), ("month", "Over 30 days ago"), ("quarter", "Over 90 days ago"),
               ("never", "Not yet"))  # fmt: skip

    def narrowed(self, people: QuerySet[Any], chosen: str, today: date) -> QuerySet[Any]:
        if chosen == "never":
            return people.filter(last_spoke_on=None)
        if chosen == "lately":
            return people.filter(last_spoke_on__gte=today - MONTH)
        return people.filter(last_spoke_on__lt=today - (MONTH if chosen == "month" else QUARTER))


class DueFilter(Chosen):
    title = "next step"
    parameter_name = "due"
    offered = (("due", "Due this week"), ("later", "Later"), ("none", "Nothing to do"))

    def narrowed(self, people: QuerySet[Any], chosen: str, today: date) -> QuerySet[Any]:
        if chosen == "none":
            return people.filter(acts_on=None)
        week = today + timedelta(days=7)
        return people.filter(acts_on__lte=week) if chosen == "due" else people.filter(acts_on__gt=week)
