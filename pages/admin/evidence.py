"""Rows that speak for a contact: each save joins the contact (R1) and keeps their standing right (law 3)."""

from typing import Any, ClassVar

from django.http import HttpRequest

from campaigns.reads.access import seen_by
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from pages.admin.own import OwnAdmin
from relationships.writes.people import record
from relationships.writes.standing import refresh


class EvidenceAdmin(OwnAdmin):
    """Whose row it is is said once: everything that hangs on it is about the same contact."""

    joins: JoinedBecause | None = None
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("contact",)
    list_select_related: ClassVar[tuple[str, ...]] = ("contact",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return ("contact", *fields) if obj else fields

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Who is named in the address is chosen, without JavaScript too; who is not the user's own is nobody."""
        found: dict[str, Any] = super().get_changeform_initial_data(request)
        people = seen_by(request.user, Contact.objects.all())
        if "contact" in found and not people.filter(pk=found["contact"]).exists():
            del found["contact"]
        return found

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if self.joins:
            record(obj.contact, self.joins, request.today)
        else:
            refresh([obj.contact_id])
