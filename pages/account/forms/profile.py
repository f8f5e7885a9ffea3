"""What a user says about themselves, and the address with which they sign in."""

from typing import Any

from django import forms

from accounts.models import Theme, User
from pages.account.forms.fields import OwnNameField, ZoneField


class ProfileForm(forms.ModelForm):
    name = OwnNameField(required=False)
    theme = forms.ChoiceField(
        label="Appearance",
        choices=Theme.choices,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "btn-check"}),
    )
    time_zone = ZoneField()

    class Meta:
        model = User
        fields = ("name", "theme", "time_zone", "keys_on")
        labels = {"keys_on": "Single-key shortcuts (/, L, J, K, D, S)"}
        help_texts = {"keys_on": "Turn off if you dictate or use a switch."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"] = ZoneField(
            kept=self.instance.time_zone,
            help_text="Changing it moves no day; the hours of planned coffees are shown in the new zone.",
        )


class AddressForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("email",)
        labels = {"email": "Email"}
        widgets = {"email": forms.EmailInput(attrs={"autocomplete": "username"})}
        error_messages = {"email": {"unique": "There is an account with this address already."}}

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("There is an account with this address already.", code="unique")
        return email
