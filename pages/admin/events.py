"""Events with who was met there, and the questions of the research, in the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from meetings.models import Encounter, Event, MayKnow, MeetingQuestion
from pages.admin.evidence import EvidenceAdmin
from pages.admin.own import OwnAdmin
from relationships.writes.encounters import in_step, settle
from relationships.writes.events import change_event
from relationships.writes.findings import cited_no_more
from research.models import Question
from research.writes.questions import next_place


@admin.register(Event)
class EventAdmin(OwnAdmin):
    list_display = ("name", "kind", "day", "place")
    list_editable = ("day", "place")
    list_filter = ("kind", "day")
    search_fields = ("name", "place", "what_for")

    def save_model(self, request: Any, obj: Event, form: Any, change: Any) -> None:
        """What is noted of the people who were met there says the same afterwards, as on the event's own page."""
        if change:
            change_event(obj, Event.objects.get(pk=obj.pk))
        else:
            super().save_model(request, obj, form, change)


@admin.register(Encounter)
class EncounterAdmin(EvidenceAdmin):
    """Only who agreed to meet again joins by it (R1)."""

    autocomplete_fields = ("contact", "event")
    list_display = ("contact", "event", "answer", "note")
    list_editable = ("answer", "note")
    list_filter = ("answer", "event__day")
    list_select_related = ("contact", "event")
    search_fields = ("contact__name", "event__name", "note")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return ("event", *fields) if obj else fields

    def save_model(self, request: Any, obj: Encounter, form: Any, change: Any) -> None:
        """All that follows, as from the grid of the event."""
        super().save_model(request, obj, form, change)
        in_step(obj, request.today)
        settle([obj.contact_id])


@admin.register(Question)
class QuestionAdmin(OwnAdmin):
    readonly_fields = ("answered_on", "asked_on")
    list_display = ("text", "people_wanted", "answered_on", "came_of_it")
    list_editable = ("people_wanted",)
    list_filter = ("people_wanted", "came_of_it", "answered_on")
    search_fields = ("text", "answer")

    def save_model(self, request: Any, obj: Question, form: Any, change: Any) -> None:
        """It is answered as soon as an answer stands, and open again without one (R14)."""
        if not change:
            obj.asked_on, obj.place = request.today, next_place(obj.campaign)
        obj.answered_on = (obj.answered_on or request.today) if obj.answer else None
        if not obj.answer:
            obj.came_of_it = obj.came_of_it_words = ""
        super().save_model(request, obj, form, change)
        if not obj.answer:
            cited_no_more(obj.findings.all())


@admin.register(MeetingQuestion)
class MeetingQuestionAdmin(OwnAdmin):
    autocomplete_fields = ("meeting", "question")
    list_display = ("question", "meeting", "result")
    list_editable = ("result",)
    list_filter = ("result",)
    list_select_related = ("question", "meeting__contact")
    search_fields = ("question__text", "meeting__contact__name")


@admin.register(MayKnow)
class MayKnowAdmin(EvidenceAdmin):
    autocomplete_fields = ("contact", "question")
    list_display = ("contact", "question")
    list_select_related = ("contact", "question")
    search_fields = ("contact__name", "question__text")
