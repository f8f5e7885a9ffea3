"""Changing a password, known or forgotten: django-allauth's forms in the words of this house."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms

from accounts.models import User
from pages.account.forms.fields import TWELVE_TO_128, plain_password


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain_password(self.fields["oldpassword"], "The password you have now")
        plain_password(self.fields["password1"], "New password", TWELVE_TO_128)
        plain_password(self.fields["password2"], "New password, once more")


class SetPasswordForm(allauth_forms.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain_password(self.fields["password1"], "New password", TWELVE_TO_128)
        plain_password(self.fields["password2"], "New password, once more")


class ForgottenForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail"
        self.fields["email"].widget = forms.EmailInput(attrs={"autocomplete": "username"})

    def clean_email(self) -> str:
        """One look, whether or not there is such an account. A database may find `alice` by a dotless i."""
        email = str(self.cleaned_data["email"])
        found = User.objects.filter(email__iexact=email, is_active=True)
        self.users = [user for user in found if user.email.lower() == email.lower()]
        return email


class ForgottenChangeForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain_password(self.fields["password1"], "New password", TWELVE_TO_128)
        plain_password(self.fields["password2"], "New password, once more")
