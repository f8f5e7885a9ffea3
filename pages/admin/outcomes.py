"""What was obtained and what is to be done, in the admin."""

from datetime import date
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet

from accounts.rules.words import capitalised, counted
from campaigns.rules.days import full_day
from contacts.rules.joining import JoinedBecause
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import SNOOZES, snooze_days
from pages.admin.evidence import EvidenceAdmin
from relationships.writes import follow_ups as writes
from relationships.writes import introductions
from relationships.writes.people import record
from relationships.writes.standing import refresh
from relationships.writes.undo import state_before


@admin.register(ObtainedItem)
class ObtainedItemAdmin(EvidenceAdmin):
    joins = JoinedBecause.OBTAINED
    autocomplete_fields = ("contact", "meeting", "referred", "question")
    list_display = ("text", "kind", "contact", "day", "referred", "referral_state")
    list_display_links = ("contact",)
    list_editable = ("text",)
    list_filter = ("kind", "referral_state", "day")
    list_select_related = ("contact", "referred")
    search_fields = ("text", "contact__name", "referred__name")

    def save_model(self, request: Any, obj: ObtainedItem, form: Any, change: Any) -> None:
        """A referral speaks for whom it names too, and no longer for whom it named before.

        What is filed under another question says something to that one only (R14).
        """
        if obj.question is None:
            obj.stance = ""
        if "question" in form.changed_data:
            obj.is_cited = False
        super().save_model(request, obj, form, change)
        if obj.referred:
            record(obj.referred, JoinedBecause.REFERRAL, request.today)
        introductions.keep_in_step([obj], request.today)
        refresh(introductions.concerned([obj]))
        if before := form.initial.get("referred"):
            refresh([before])


@admin.register(FollowUp)
class FollowUpAdmin(EvidenceAdmin):
    """Done and dropped are said by actions: they record what doing it was."""

    joins = JoinedBecause.FOLLOW_UP
    autocomplete_fields = ("contact", "meeting", "item")
    readonly_fields = ("status", "closed_on", "by_rule")
    list_display = ("text", "contact", "kind", "due_on", "status", "closed_on")
    list_display_links = ("contact",)
    list_editable = ("text", "due_on")
    list_filter = ("status", "kind", "due_on", "by_rule")
    search_fields = ("text", "contact__name")
    actions = ("done", "drop")

    def save_model(self, request: Any, obj: FollowUp, form: Any, change: Any) -> None:
        if not change:
            obj.created_on = request.today
        super().save_model(request, obj, form, change)

    def get_actions(self, request: Any) -> dict[str, Any]:
        """Put off to the days that the product offers, each named; deleting last."""
        found: dict[str, Any] = super().get_actions(request)
        for number, day in zip(SNOOZES, snooze_days(request.today), strict=True):
            name = f"put_off_{number}"
            found[name] = (partial(put_off, day=day), name, f"Put off to {full_day(day, request.today)}")
        order = ("done", *(name for name in found if name.startswith("put_off")), "drop")
        in_order = (*order, *(other for other in found if other not in order))
        return {name: found[name] for name in in_order if name in found}  # to choose one there is no action

    @admin.action(description="Done today")
    def done(self, request: Any, rows: QuerySet[FollowUp]) -> None:
        found = list(rows.open())  # type: ignore[attr-defined]  # words of our own QuerySet
        before = state_before(found)
        say(request, len(writes.done(found, request.today)), "done", before)

    @admin.action(description="Drop")
    def drop(self, request: Any, rows: QuerySet[FollowUp]) -> None:
        found = list(rows.open())  # type: ignore[attr-defined]
        before = state_before(found, to=FollowUpStatus.DROPPED)
        say(request, len(writes.drop(found, request.today)), "dropped", before)


def put_off(page: FollowUpAdmin, request: Any, rows: QuerySet[FollowUp], *, day: date) -> None:
    found = list(rows.open())  # type: ignore[attr-defined]
    before = state_before(found, to=FollowUpStatus.OPEN)
    say(request, len(writes.put_off(found, day)), f"put off to {full_day(day, request.today)}", before)


def say(request: Any, number: int, what: str, before: str) -> None:
    """How many it was, with the state to come back to."""
    words = capitalised(counted(number, "follow-up", "follow-ups"))
    messages.success(request, f"{words} {what}.", extra_tags=before if number else "")
