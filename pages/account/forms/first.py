"""The forms that open an account: the first one, and one for a confirmed address."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from accounts.models import User
from accounts.reads.setup_code import is_setup_code
from pages.account.forms.fields import TWELVE_TO_128, OwnNameField, ZoneField


class NewAccountForm(forms.Form):
    """`confirmed`: the address that the link of a mail proved; it is not asked again."""

    name = OwnNameField()
    email = forms.EmailField(
        label="E-mail", help_text="You sign in with it.", widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        help_text=TWELVE_TO_128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    time_zone = ZoneField()

    def __init__(self, *args: Any, confirmed: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.confirmed = confirmed
        if confirmed:
            del self.fields["email"]

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        """The password is measured last: it must not resemble the name or the address."""
        cleaned = super().clean() or self.cleaned_data
        email = self.confirmed or cleaned.get("email", "")
        if password := cleaned.get("password"):
            try:
                validate_password(password, User(email=email, name=cleaned.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned

    def account(self) -> dict[str, str]:
        """What the account is opened with."""
        asked = {"email": self.confirmed, **self.cleaned_data}
        return {name: asked[name] for name in ("email", "password", "name", "time_zone")}


class FirstAccountForm(NewAccountForm):
    code = forms.CharField(
        label="Set-up code",
        help_text="The server wrote it when it started, and keeps it in the file set-up-code of its data folder.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
    )
    field_order = ("code",)

    def __init__(self, *args: Any, asks_for_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_for_code:
            del self.fields["code"]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not is_setup_code(code):
            raise forms.ValidationError("This is not the set-up code of this server.")
        return code
