"""Where the admin takes a key, from an address or a form, it takes nothing else.

Django hands on to the database what stands there: words that are no number, and numbers that no column holds, would be
errors of the server.
"""

from collections.abc import Collection
from typing import Any, ClassVar, Final

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import Model
from django.http import HttpRequest, QueryDict

from contacts.rules.keys import is_key

BY_KEY: Final = ("", "exact", "id", "id__exact", "pk", "pk__exact")


class KeysOnly(admin.ModelAdmin):
    typed_in_list: ClassVar[tuple[str, ...]] = ()
    """What points at a row and is written into the list by its name."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        picked = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(could_be_key(self.model, key) for key in picked):
            raise BadRequest("What is picked is no key.")
        self.refuse_other_than_keys(request.GET)
        self.refuse_other_than_keys(request.POST, typed=self.typed_in_list)
        return super().changelist_view(request, extra_context)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: Any = "", extra_context: Any = None
    ) -> Any:
        self.refuse_other_than_keys(request.GET)
        self.refuse_other_than_keys(request.POST)
        if "_saveasnew" in request.POST and not self.save_as:
            raise BadRequest("Nothing is saved as new here.")
        return super().changeform_view(request, object_id, form_url, extra_context)

    def refuse_other_than_keys(self, data: QueryDict, typed: Collection[str] = ()) -> None:
        """`company`, `contact__id__exact`, `notes-0-contact`: what points at a row."""
        points = points_of(self.model).union(*(points_of(inline.model) for inline in self.inlines)).difference(typed)
        for name, values in data.lists():
            field, _, lookup = name.rpartition("-")[2].partition("__")
            if field in points and lookup in BY_KEY and not all(is_key(str(value)) for value in values if value):
                raise BadRequest("What points at a row is no key.")


def points_of(model: type[Model]) -> set[str]:
    return {field.name for field in [*model._meta.fields, *model._meta.many_to_many] if field.remote_field}


def could_be_key(model: type[Model], text: str) -> bool:
    key: Any = model._meta.pk
    try:
        value = key.to_python(text)
    except ValidationError:
        return False
    return is_key(text) if isinstance(value, int) else True
