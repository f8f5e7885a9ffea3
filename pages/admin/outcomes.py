"""What was obtained and what is to be done, in the admin."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet

from campaigns.rules.business_days import next_business_day
from contacts.rules.joining import JoinedBecause
from outcomes.models import FollowUp, ObtainedItem
from pages.admin.evidence import EvidenceAdmin
from pages.parts.fields import DayInput
from relationships.writes import follow_ups as writes
from relationships.writes import introductions
from relationships.writes.people import record
from relationships.writes.standing import refresh


@admin.register(ObtainedItem)
class ObtainedItemAdmin(EvidenceAdmin):
    joins = JoinedBecause.OBTAINED
    autocomplete_fields = ("contact", "meeting", "referred")
    list_display = ("text", "kind", "contact", "day", "referred", "referral_state")
    list_display_links = ("contact",)
    list_editable = ("text",)
    list_filter = ("kind", "referral_state", "day")
    list_select_related = ("contact", "referred")
    search_fields = ("text", "contact__name", "referred__name")

    def save_model(self, request: Any, obj: ObtainedItem, form: Any, change: Any) -> None:
        """A referral speaks for whom it names too, and no longer for whom it named before."""
        super().save_model(request, obj, form, change)
        if obj.referred:
            record(obj.referred, JoinedBecause.REFERRAL, request.today)
        introductions.keep_in_step([obj], request.today)
        refresh(introductions.concerned([obj]))
        if before := form.initial.get("referred"):
            refresh([before])


class UntilForm(ActionForm):
    day = forms.DateField(label="Until:", required=False, widget=DayInput())


@admin.register(FollowUp)
class FollowUpAdmin(EvidenceAdmin):
    """Done and dropped are said by actions: they record what doing it was."""

    joins = JoinedBecause.FOLLOW_UP
    action_form = UntilForm
    autocomplete_fields = ("contact", "meeting", "item")
    readonly_fields = ("status", "closed_on", "by_rule")
    list_display = ("text", "contact", "kind", "due_on", "status", "closed_on")
    list_display_links = ("contact",)
    list_editable = ("text", "due_on")
    list_filter = ("status", "kind", "due_on", "by_rule")
    search_fields = ("text", "contact__name")
    actions = ("done", "put_off", "drop")

    def save_model(self, request: Any, obj: FollowUp, form: Any, change: Any) -> None:
        if not change:
            obj.created_on = request.today
        super().save_model(request, obj, form, change)

    @admin.action(description="Done today")
    def done(self, request: Any, rows: QuerySet[FollowUp]) -> None:
        found = list(rows.filter(status="open"))
        writes.done(found, request.today)
        messages.success(request, f"Done: {len(found)}.")

    @admin.action(description="Put off until the day (tomorrow where none is chosen)")
    def put_off(self, request: Any, rows: QuerySet[FollowUp]) -> None:
        chosen = UntilForm.base_fields["day"].clean(request.POST.get("day"))
        day = max(chosen or next_business_day(request.today), request.today + timedelta(days=1))
        found = list(rows.filter(status="open"))
        writes.put_off(found, day)
        messages.success(request, f"Put off: {len(found)}.")

    @admin.action(description="Drop")
    def drop(self, request: Any, rows: QuerySet[FollowUp]) -> None:
        found = list(rows.filter(status="open"))
        writes.drop(found, request.today)
        messages.success(request, f"Dropped: {len(found)}.")
