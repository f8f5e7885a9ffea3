"""Accounts in the admin: who may sign in, a new password for who forgot theirs, the second factor off when it is lost.

Of people's campaigns nothing is shown here.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from accounts.models import User
from accounts.rules.zones import offered_zones
from accounts.writes.address import change_address
from pages.admin.doors import confirmed
from relationships.writes.standing import refresh_network

# What the libraries register: secrets and places that are nobody's to browse, and nothing in this house goes by groups.
for model in (Authenticator, EmailAddress, Group, UserSession):
    admin.site.unregister(model)


class NewUserForm(AdminUserCreationForm):
    time_zone = forms.ChoiceField(choices=offered_zones)

    class Meta:
        model = User
        fields = ("email", "name", "time_zone")


class ChangedUserForm(UserChangeForm):
    time_zone = forms.ChoiceField(choices=offered_zones)


@admin.register(User)
class AccountAdmin(UserAdmin):
    form = ChangedUserForm
    add_form = NewUserForm
    list_display = ("email", "name", "date_joined", "last_login", "is_active", "is_staff", "second_factor")
    list_filter = ("is_active", "is_staff", "date_joined")
    search_fields = ("email", "name")
    ordering = ("email",)
    filter_horizontal = ()
    readonly_fields = ("date_joined", "last_login")
    actions = ("take_off_second_factor",)
    fieldsets = (
        (None, {"fields": ("email", "password", "name", "time_zone")}),
        ("May", {"fields": ("is_active", "is_staff")}),
        ("Since", {"fields": ("date_joined", "last_login")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name", "time_zone", "usable_password", "password1", "password2")}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        has_factor = Exists(Authenticator.objects.filter(user=OuterRef("pk")))
        users: QuerySet[User] = super().get_queryset(request)
        return users.annotate(has_second_factor=has_factor)

    @method_decorator(confirmed)
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return super().changeform_view(request, *args, **kwargs)

    @method_decorator(sensitive_post_parameters())
    def user_change_password(self, request: HttpRequest, *args: str, **kwargs: str) -> Any:
        """A new password for somebody else; for oneself it is the account's page, which asks for the old one."""
        if str(request.user.pk) in (*args, kwargs.get("id")):
            return redirect("account_change_password")
        return confirmed(super().user_change_password)(request, *args, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """One's own address is changed on the account's page."""
        fields = super().get_readonly_fields(request, obj)
        return ("email", *fields) if obj and obj.pk == request.user.pk else fields

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: Any) -> None:
        """The old address signs nobody in any more; in another zone a planned meeting may fall on another day (R7)."""
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            change_address(obj, obj.email)
        if change and "time_zone" in form.changed_data:
            for campaign in obj.campaigns.current():
                refresh_network(campaign)

    @admin.display(boolean=True, description="second factor")
    def second_factor(self, user: User) -> bool:
        return bool(vars(user)["has_second_factor"])

    @admin.action(description="Take off the second factor (it was lost)", permissions=["change"])
    @method_decorator(confirmed)
    def take_off_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        taken = Authenticator.objects.filter(user__in=users.values("pk"))
        messages.success(request, f"{taken.values('user').distinct().count()} sign in with the password alone now.")
        taken.delete()

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """An account goes with all that its user wrote: that is for the user to say."""
        return False
