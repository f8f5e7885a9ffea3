"""The first day's one field: somebody who would be glad to hear from you."""

from typing import Any

from pages.parts.person_lines import LineForm


class FirstPersonForm(LineForm):
    """It may not stay empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, words="Name", **kwargs)
        self.empty_permitted = False
        field = self.fields["person"]
        field.widget.attrs |= {"class": "form-control", "placeholder": "Their name"}
        field.error_messages["required"] = "Type a name."
