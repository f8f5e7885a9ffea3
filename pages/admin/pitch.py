"""Skills and stories in the admin."""

from django.contrib import admin

from pages.admin.own import OwnAdmin
from pitch.models import Skill, Story


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
