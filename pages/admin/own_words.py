"""The user's own messages, what was opened and not yet sent, the week ahead and what a week taught, in the admin."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from campaigns.models import MessageTemplate
from campaigns.rules.progress import week_start
from meetings.models import OpenedMessage
from pages.admin.evidence import EvidenceAdmin
from pages.admin.forms import OwnForm
from pages.admin.own import OwnAdmin, ReadOnly
from relationships.rules.messages.own_templates import OCCASIONS, what_is_wrong
from relationships.writes.opened import never_sent
from today.models import PlannedAsk, WeekNote


class MessageTemplateForm(OwnForm):
    """It can be filled from what is stored, as on its own page (R18)."""

    occasion = forms.ChoiceField(choices=list(OCCASIONS.items()))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in ("long", "short"):
            if wrong := what_is_wrong(cleaned.get(name) or "", cleaned.get("language") or ""):
                self.add_error(name, wrong.replace(" The names that can be used stand below.", ""))
        return cleaned


@admin.register(MessageTemplate)
class MessageTemplateAdmin(OwnAdmin):
    form = MessageTemplateForm
    list_display = ("said_at", "language", "long")
    list_filter = ("language",)
    search_fields = ("long", "short")

    @admin.display(description="occasion", ordering="occasion")
    def said_at(self, template: MessageTemplate) -> str:
        return OCCASIONS.get(template.occasion, template.occasion)


@admin.register(OpenedMessage)
class OpenedMessageAdmin(ReadOnly, OwnAdmin):
    """Whether it was sent is said on the person's page; deleted, it is as if it had not been opened."""

    exclude = ("campaign", "form")
    list_display = ("contact", "written_in", "opened_on")
    list_filter = ("written_in", "opened_on")
    list_select_related = ("contact",)
    search_fields = ("contact__name",)

    def delete_model(self, request: HttpRequest, obj: OpenedMessage) -> None:
        never_sent(obj)


@admin.register(PlannedAsk)
class PlannedAskAdmin(EvidenceAdmin):
    readonly_fields = ("was_missed",)
    list_display = ("contact", "how", "day", "was_missed")
    list_editable = ("how", "day")
    list_filter = ("how", "day")
    search_fields = ("contact__name",)


class WeekNoteForm(OwnForm):
    """A week is known by its Monday, whatever day of it is typed."""

    def clean_week(self) -> date:
        return week_start(self.cleaned_data["week"])


@admin.register(WeekNote)
class WeekNoteAdmin(OwnAdmin):
    form = WeekNoteForm
    list_display = ("week", "learned")
    list_filter = ("week",)
    search_fields = ("learned",)
