"""Companies, tags, common ground, notes, and what the pitch is made of, in the admin."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest

from contacts.models import CommonGround, Company, Note, Tag
from contacts.rules.words import fold
from contacts.writes.people import index_companies
from pages.admin.evidence import EvidenceAdmin
from pages.admin.forms import OwnForm
from pages.admin.own import OwnAdmin
from pages.admin.read_only import Kept
from pages.parts.fields import readable
from pitch.models import PitchVersion, Skill, Story
from relationships.writes.standing import refresh


class NamedForm(OwnForm):
    """One of a name, whatever capitals and accents."""

    class Meta:
        error_messages: ClassVar[dict[str, Any]] = {
            NON_FIELD_ERRORS: {"unique_together": "This name is there already."}
        }

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        readable(name)
        self.instance.folded = fold(name)
        return name


@admin.register(Company)
class CompanyAdmin(OwnAdmin):
    form = NamedForm
    list_display = ("name", "is_target", "rank")
    list_editable = ("is_target", "rank")
    list_filter = ("is_target",)
    search_fields = ("name",)

    def save_model(self, request: HttpRequest, obj: Company, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if "name" in form.changed_data:
            index_companies([obj])
        if "is_target" in form.changed_data:  # who is at a target is evidence (R9, R10)
            refresh(obj.contacts.values_list("pk", flat=True))


@admin.register(Tag)
class TagAdmin(OwnAdmin):
    form = NamedForm
    list_display = ("name",)
    search_fields = ("name",)


@admin.register(CommonGround)
class CommonGroundAdmin(EvidenceAdmin):
    list_display = ("contact", "text", "found_on")
    list_editable = ("text", "found_on")
    list_filter = ("found_on",)
    search_fields = ("text", "contact__name")


@admin.register(Note)
class NoteAdmin(EvidenceAdmin):
    list_display = ("contact", "day", "text")
    list_filter = ("day",)
    search_fields = ("text", "contact__name")


@admin.register(Skill)
class SkillAdmin(OwnAdmin):
    list_display = ("place", "text")
    list_display_links = ("place",)
    list_editable = ("text",)
    search_fields = ("text",)


@admin.register(Story)
class StoryAdmin(OwnAdmin):
    autocomplete_fields = ("skill",)
    list_display = ("title", "skill", "trigger")
    list_editable = ("trigger",)
    list_filter = ("skill__place",)
    list_select_related = ("skill",)
    search_fields = ("title", "wrong", "did", "came_of_it", "trigger")


@admin.register(PitchVersion)
class PitchVersionAdmin(Kept):
    """Every version is kept as it was said."""

    list_display = ("kind", "number", "text", "day", "reason", "seconds")
    list_filter = ("kind", "reason", "day")
    search_fields = ("text", "ask", "reason_words")
