"""What the admin only shows: imports with their rows, and the trash, from which things can be deleted for good."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from pages.admin.own import OwnAdmin, ReadOnly
from transfer.models import Import, ImportRow
from trash.models import Deletion


class Kept(ReadOnly, OwnAdmin):
    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Import)
class ImportAdmin(Kept):
    exclude = ("campaign", "content", "digest", "lease_until", "cursor")
    list_display = ("file_name", "kind", "status", "records", "uploaded_at", "finished_at")
    list_filter = ("status", "kind", "uploaded_at")
    search_fields = ("file_name",)


@admin.register(ImportRow)
class ImportRowAdmin(Kept):
    list_display = ("name", "source", "line", "outcome", "warned", "differs", "contact")
    list_filter = ("outcome", "warned", "differs")
    list_select_related = ("source", "contact")
    search_fields = ("name",)


@admin.register(Deletion)
class DeletionAdmin(ReadOnly, OwnAdmin):
    exclude = ("campaign", "rows", "cleared")
    list_display = ("words", "kind", "deleted_on", "kept_until")
    list_filter = ("kind", "deleted_on")
    search_fields = ("words",)

    def delete_model(self, request: HttpRequest, obj: Deletion) -> None:
        obj.delete()
