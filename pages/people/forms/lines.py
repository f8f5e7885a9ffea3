"""Fields of several values, a line each: they need no script, and any number fits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from contacts.rules.same_person import email_key
from contacts.rules.ways import lines_of, read_link, read_phone
from pages.parts.fields import readable

LONGEST_EMAIL, LONGEST_PHONE, LONGEST_LINK, LONGEST_TAG, MOST = 254, 60, 500, 60, 50


class LinesField(forms.CharField):
    """Texts, a line each; cleaned to a list. `one` says what is asked of each line."""

    widget: type[forms.Widget] = forms.Textarea
    longest = 300

    def __init__(self, *args: Any, rows: int = 2, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(*args, **kwargs)
        self.widget.attrs["rows"] = rows

    def clean(self, value: object) -> list[Any]:
        lines = self.split(super().clean(value) or "")
        if len(lines) > MOST:
            raise ValidationError(f"At most {MOST}.")
        too_long = next((line for line in lines if len(line) > self.longest), None)
        if too_long:
            raise ValidationError(f"At most {self.longest} letters: {too_long[:30]}…")
        return [self.one(line) for line in lines]

    def split(self, value: str) -> list[str]:
        return lines_of(value)

    def one(self, line: str) -> object:
        return line


class ReadableLines(LinesField):
    """Each line says something: signs alone are nothing that two people share."""

    def one(self, line: str) -> str:
        readable(line)
        return line


class EmailsField(LinesField):
    longest = LONGEST_EMAIL

    def one(self, line: str) -> str:
        if not email_key(line):
            raise ValidationError(f"This is no e-mail address: {line}")
        return line


class PhonesField(LinesField):
    """Numbers, each with a label before a colon if there is one; cleaned to pairs."""

    longest = LONGEST_PHONE

    def one(self, line: str) -> tuple[str, str]:
        return read_phone(line)


class LinksField(LinesField):
    longest = LONGEST_LINK - len("https://")

    def one(self, line: str) -> str:
        link = read_link(line)
        if link is None:
            raise ValidationError(f"This is no web address: {line}")
        return link


class TagsField(LinesField):
    """Words with commas between them."""

    widget = forms.TextInput
    longest = LONGEST_TAG

    def split(self, value: str) -> list[str]:
        return lines_of(value.replace(",", "\n"))
