"""Campaigns, their pauses, and what was typed and not saved."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from campaigns.models import Campaign, Draft, Pause
from pages.admin.own import OwnAdmin, OwnInline, ReadOnly
from pitch.rules.versions import one_line
from pitch.writes.versions import keep_position
from relationships.writes.standing import refresh_network


class PauseInline(OwnInline):
    model = Pause
    exclude = ()


@admin.register(Campaign)
class CampaignAdmin(OwnAdmin):
    """Figures and dates; a campaign starts with the account, and ends on a page of its own."""

    exclude = ("owner", "last_seen_on", "away_since", "welcomed")
    readonly_fields = ("ended_on", "outcome")
    list_display = ("__str__", "position", "goal", "started_on", "target_on", "weekly_invitations", "weekly_cups")
    list_editable = ("goal", "weekly_invitations", "weekly_cups")
    search_fields = ("name", "position")
    ordering = ("-started_on",)
    inlines = (PauseInline,)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: Any, obj: Campaign, form: Any, change: Any) -> None:
        """Another position is one more version of it (R12)."""
        if "position" in form.changed_data:
            obj.position = one_line(obj.position)
            stored = Campaign.objects.select_for_update(of=("self",)).get(pk=obj.pk)
            keep_position(stored, obj.position, today=request.today)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        formset.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """The start of the search and its days off are evidence for everybody (R5, R17)."""
        super().save_related(request, form, formsets, change)
        if "started_on" in form.changed_data or any(formset.has_changed() for formset in formsets):
            refresh_network(form.instance)


@admin.register(Pause)
class PauseAdmin(OwnAdmin):
    list_display = ("__str__", "from_day", "to_day")
    list_editable = ("from_day", "to_day")
    list_filter = ("from_day",)

    def save_model(self, request: HttpRequest, obj: Pause, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        refresh_network(obj.campaign)


@admin.register(Draft)
class DraftAdmin(ReadOnly, OwnAdmin):
    exclude = ("owner",)
    list_display = ("path", "saved_at", "is_unfinished")
    list_filter = ("saved_at",)
    search_fields = ("path",)

    @admin.display(boolean=True, description="unfinished")
    def is_unfinished(self, draft: Draft) -> bool:
        return bool(draft.fields) and not draft.result

    def delete_model(self, request: HttpRequest, obj: Draft) -> None:
        obj.delete()
