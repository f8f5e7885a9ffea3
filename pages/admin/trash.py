"""What was deleted, in the admin: to be looked at, and to be deleted for good."""

from django.contrib import admin
from django.http import HttpRequest

from pages.admin.own import OwnAdmin, ReadOnly
from trash.models import Deletion


@admin.register(Deletion)
class DeletionAdmin(ReadOnly, OwnAdmin):
    exclude = ("campaign", "rows", "cleared")
    list_display = ("words", "kind", "deleted_on", "kept_until")
    list_filter = ("kind", "deleted_on")
    search_fields = ("words",)

    def delete_model(self, request: HttpRequest, obj: Deletion) -> None:
        obj.delete()
