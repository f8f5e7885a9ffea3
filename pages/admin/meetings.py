"""Invitations, meetings, touches and tellings in the admin."""

from datetime import date
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet

from contacts.rules.joining import JoinedBecause
from meetings.models import Invitation, Meeting, Telling, Touch
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from pages.admin.evidence import EvidenceAdmin
from pages.admin.forms import VersionedForm
from relationships.writes import inviting


@admin.register(Invitation)
class InvitationAdmin(EvidenceAdmin):
    """What they answered is said by an action: a yes or a later has consequences."""

    joins = JoinedBecause.INVITATION
    readonly_fields = ("answer", "answered_on", "later_on", "reminded_on")
    list_display = ("contact", "sent_on", "channel", "ask_kind", "answer", "answered_on", "reminded_on")
    list_filter = ("answer", "channel", "ask_kind", "sent_on")
    search_fields = ("contact__name", "ask", "message")
    actions = ("said_yes", "said_no", "no_answer")

    @admin.action(description="They said yes")
    def said_yes(self, request: Any, invitations: QuerySet[Invitation]) -> None:
        self._answer(request, invitations, Answer.YES)

    @admin.action(description="They said no")
    def said_no(self, request: Any, invitations: QuerySet[Invitation]) -> None:
        self._answer(request, invitations, Answer.NO)

    @admin.action(description="No answer")
    def no_answer(self, request: Any, invitations: QuerySet[Invitation]) -> None:
        self._answer(request, invitations, Answer.NO_ANSWER)

    def _answer(self, request: Any, invitations: QuerySet[Invitation], what: Answer) -> None:
        found = list(invitations)
        for invitation in found:
            inviting.answer(invitation, what, today=request.today)
        messages.success(request, f"{what.label}: {len(found)}.")


class MeetingForm(VersionedForm):
    class Meta:
        labels: ClassVar[dict[str, str]] = {"ask_kind": "What you ask for", "mode": "How"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["day"] = self.instance.local_day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        status = cleaned.get("status", self.instance.status)
        if status == Status.PLANNED and "purpose_kind" in self.fields and not cleaned.get("purpose_kind"):
            self.add_error("purpose_kind", "A planned meeting has a purpose.")
        if status == Status.PLANNED:
            self.instance.planned_on = self.instance.planned_on or self.today
        if status == Status.HELD:
            self.instance.logged_on = self.instance.logged_on or self.today
        return cleaned


@admin.register(Meeting)
class MeetingAdmin(EvidenceAdmin):
    form = MeetingForm
    joins = JoinedBecause.MEETING
    readonly_fields = ("starts_at", "planned_on", "logged_on")
    list_display = ("contact", "day", "status", "mode", "place", "purpose_kind")
    list_editable = ("mode", "place")
    list_filter = ("status", "mode", "purpose_kind", "day")
    search_fields = ("contact__name", "place", "purpose", "ask", "remember")

    def save_model(self, request: Any, obj: Meeting, form: Any, change: Any) -> None:
        if change:
            obj.version += 1
        if "day" in form.changed_data and isinstance(obj.day, date):
            obj.starts_at = None  # the hour that was agreed belongs to the former day
        super().save_model(request, obj, form, change)


@admin.register(Touch)
class TouchAdmin(EvidenceAdmin):
    joins = JoinedBecause.TOUCH
    list_display = ("contact", "day", "direction", "channel", "matter", "text")
    list_editable = ("channel", "matter")
    list_filter = ("direction", "channel", "matter", "day")
    search_fields = ("contact__name", "text")


@admin.register(Telling)
class TellingAdmin(EvidenceAdmin):
    autocomplete_fields = ("contact", "story", "version", "meeting")
    list_display = ("contact", "story", "version", "day", "recalled_on")
    list_editable = ("recalled_on",)
    list_filter = ("day", "recalled_on")
    list_select_related = ("contact", "story", "version")
    search_fields = ("contact__name", "story__title")
