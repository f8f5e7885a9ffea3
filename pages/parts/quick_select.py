"""A select of many options."""

from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SELECTED = {is_chosen: flatatt({"selected": is_chosen}) for is_chosen in (True, False)}


class QuickSelect(forms.Select):
    """Written without a template for each option, which would take a fifth of the page."""

    def render(
        self, name: str, value: object, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        chosen = self.format_value(value)
        options = ((key, SELECTED[key in chosen], words) for key, words in self.choices)
        inside = format_html_join("", '<option value="{}"{}>{}</option>', options)
        return format_html(
            '<select name="{}"{}>{}</select>', name, flatatt(self.build_attrs(self.attrs, attrs)), inside
        )
