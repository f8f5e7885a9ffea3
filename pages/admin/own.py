"""What the admin pages of all apps share: whose rows they show, and which rows a row may point at."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.db.models import Field, ForeignKey, ManyToManyField, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst

from campaigns.models import Campaign
from campaigns.reads.access import seen_by
from contacts.models import Contact
from pages.admin.columns import with_days
from pages.admin.forms import ListRows, OwnForm, OwnInlineRows
from pages.admin.keys import KeysOnly
from pages.admin.rendering import QUICK
from pages.parts.fields import DayInput
from pages.parts.moved_back import moving_back
from trash.writes.deleting import throw_away


class OwnPages(BaseModelAdmin):
    """Pages and inlines alike: whoever may open the admin may work on what is theirs, and on nothing else."""

    form = OwnForm
    exclude: ClassVar[tuple[str, ...]] = ("campaign",)
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.DateField: {"widget": DayInput}}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return seen_by(request.user, super().get_queryset(request))

    def formfield_for_foreignkey(self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, **{**kwargs, "queryset": own(db_field, request)})

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        return super().formfield_for_manytomany(db_field, request, **{**kwargs, "queryset": own(db_field, request)})

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_active and getattr(request.user, "is_staff", False))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


def own(field: "Field[Any, Any]", request: HttpRequest) -> QuerySet[Any]:
    """What this field may point at."""
    model: Any = field.related_model
    return seen_by(request.user, model._default_manager.all())


@contextmanager
def saying_who_moved_back(request: HttpRequest) -> Iterator[None]:
    """R2: whatever a page of the admin takes away, of however many people, it says whose phase moved back by it."""
    if request.method != "POST":
        yield
        return
    with moving_back(seen_by(request.user, Contact.objects.in_network())) as moved:
        yield
    if moved.words:
        messages.warning(request, moved.words)


class PickedForm(ActionForm):
    action = forms.ChoiceField(label="With those picked:")


class OwnAdmin(OwnPages, KeysOnly):
    """The rows of one's own campaigns; a new row goes into the current one, a deleted one into the trash."""

    list_per_page = 50
    list_max_show_all = 500
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # a count for each choice of each filter: nobody waits for that
    empty_value_display = "–"
    action_form = PickedForm

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Of one campaign, which is what most users have, a list walks an index in its order."""
        found = super().get_queryset(request)
        if not any(field.name == "campaign" for field in self.opts.fields):
            return found
        mine = seen_by(request.user, Campaign.objects.all()).values_list("pk", flat=True)[:2]
        return found.filter(campaign=mine[0]) if len(mine) == 1 else found

    def get_list_display(self, request: Any) -> Any:
        columns = super().get_list_display(request)
        return with_days(self.model, columns, request.today, but=self.list_editable)

    def get_form(self, request: Any, obj: Any = None, change: Any = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=bool(change), **kwargs)
        return type(form.__name__, (form,), {"campaign": request.campaign, "today": request.today})

    def get_changelist_form(self, request: Any, **kwargs: Any) -> Any:
        form = super().get_changelist_form(request, **{"form": self.form, "fields": self.list_editable, **kwargs})
        return type(form.__name__, (form,), {"today": request.today, "default_renderer": QUICK})

    def get_changelist_formset(self, request: Any, **kwargs: Any) -> Any:
        return super().get_changelist_formset(request, **{"formset": ListRows, **kwargs})

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        title = capfirst(self.opts.verbose_name_plural)
        with saying_who_moved_back(request):
            return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: Any = "", extra_context: Any = None
    ) -> Any:
        with saying_who_moved_back(request):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        with saying_who_moved_back(request):
            return super().delete_view(request, object_id, extra_context)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        """What hangs on a row belongs to its campaign."""
        for row in formset.save(commit=False):
            row.campaign_id = form.instance.campaign_id
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()

    def delete_model(self, request: Any, obj: Any) -> None:
        throw_away(obj.campaign, obj, f"{capfirst(obj._meta.verbose_name)}: {obj}", request.today)

    def delete_queryset(self, request: HttpRequest, queryset: Iterable[Any]) -> None:
        for row in queryset:
            self.delete_model(request, row)


class OwnInline(OwnPages, admin.TabularInline):
    formset = OwnInlineRows
    form = OwnForm
    extra = 0


class ReadOnly:
    """What only the program writes: to be looked at."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
