"""The fields of a list are drawn by hand, and say what Django's templates say."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.forms.renderers import BaseRenderer, DjangoTemplates

from pages.admin.rendering import QUICK

CHOICES = [("", "<none>"), ("a", 'A "b" & c'), ("b", "B")]
TYPED: dict[str, Any] = {"text": '<b>"x"</b> & y', "number": 0, "day": "2026-11-23", "ticked": True, "chosen": "a"}


class Rows(forms.Form):
    text = forms.CharField(max_length=20, widget=forms.TextInput({"aria-label": 'Text: "Tove"'}))
    number = forms.IntegerField(required=False, disabled=True)
    day = forms.DateField(show_hidden_initial=True)
    ticked = forms.BooleanField(required=False)
    chosen = forms.ChoiceField(choices=CHOICES, show_hidden_initial=True)
    note = forms.CharField(widget=forms.Textarea)


class Said(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[Any] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said.append((tag, sorted(attrs, key=str)))

    def handle_data(self, data: str) -> None:
        self.said += data.split()


def drawn(renderer: BaseRenderer, values: dict[str, Any], *, sent: bool) -> list[Any]:
    form = Rows(values, renderer=renderer) if sent else Rows(initial=values, renderer=renderer)
    return Said("".join(f"{bound.errors}{bound}{bound.as_hidden()}" for bound in form)).said


@pytest.mark.parametrize("values", [TYPED, {}, {"chosen": "b"}, {"number": "x", "day": "x"}])
@pytest.mark.parametrize("sent", [False, True])
def test_they_say_what_django_says(values: dict[str, Any], *, sent: bool) -> None:
    assert drawn(QUICK, values, sent=sent) == drawn(DjangoTemplates(), values, sent=sent)
