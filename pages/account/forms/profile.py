"""What a user says about themselves, and the address with which they sign in."""

from typing import Any, Final

from django import forms
from django.http import QueryDict

from accounts.models import Theme, User
from accounts.reads.confirming import asks_by_mail, is_taken
from pages.account.forms.fields import OwnNameField, ZoneField
from pages.parts.meanwhile import Meanwhile


class ProfileForm(Meanwhile, forms.ModelForm):
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


class AddressForm(forms.Form):
    """Says whether an address has an account only where there is no mail server that would let it be asked by mail."""

    TAKEN: Final = "There is an account with this address already."

    email = forms.EmailField(label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "username"}))

    def __init__(self, data: QueryDict | None, *, user: User) -> None:
        super().__init__(data, initial={"email": user.email})
        self.user = user

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if email == self.user.email.lower():
            raise forms.ValidationError("You sign in with this address already.")
        if not asks_by_mail() and is_taken(email):
            raise forms.ValidationError(self.TAKEN)
        return email
