"""Signing in and signing up: django-allauth's forms in the words of this house."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm, SignupForm
from django import forms
from django.http import HttpRequest

from accounts.models import User
from pages.account.forms.fields import TWELVE_TO_128, OwnNameField, ZoneField, plain_password


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-mail"
        self.fields["login"].widget = forms.EmailInput(attrs={"autocomplete": "username webauthn"})
        self.fields["remember"].label = "Keep me signed in on this computer"
        plain_password(self.fields["password"], "Password")


class SignUpForm(SignupForm):
    """Asks for a name and a time zone too."""

    name = OwnNameField()
    time_zone = ZoneField()
    field_order = ("name", "email", "password1", "time_zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget = forms.EmailInput(attrs={"autocomplete": "username"})
        plain_password(self.fields["password1"], "Password", TWELVE_TO_128)

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.time_zone = self.cleaned_data["time_zone"]
        user.save(update_fields=["name", "time_zone"])


class SignUpAddressForm(forms.Form):
    """Where mail is set up: the rest is asked from who follows the link."""

    email = forms.EmailField(label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "username"}))

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain_password(self.fields["password"], "Password")
