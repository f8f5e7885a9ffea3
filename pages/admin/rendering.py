"""The fields of a list of the admin, drawn without a template for each: a page has some three hundred of them."""

from collections.abc import Mapping
from typing import Any, Final

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

KINDS: Final = ("text", "hidden", "number", "date", "checkbox")
INPUTS: Final = tuple(f"django/forms/widgets/{kind}.html" for kind in KINDS)
SELECT: Final = "django/forms/widgets/select.html"


class QuickFields(DjangoTemplates):
    """What Django's own templates say, of inputs, selects and no errors; whatever else has its template."""

    def render(self, template_name: str, context: Any, request: Any = None) -> Any:
        if template_name in INPUTS:
            return drawn_input(context["widget"])
        if template_name.startswith("django/forms/errors/list/") and not context["errors"]:
            return ""
        return drawn_select(context["widget"]) if template_name == SELECT else super().render(template_name, context)


def drawn_input(widget: Mapping[str, Any]) -> SafeString:
    value = format_html(' value="{}"', widget["value"]) if widget["value"] is not None else ""
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, flatatt(widget["attrs"])
    )


def drawn_select(widget: Mapping[str, Any]) -> SafeString:
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (option["value"], flatatt(option["attrs"]), option["label"])
            for _, group, _ in widget["optgroups"]
            for option in group
        ),
    )
    return format_html('<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), options)


QUICK: Final = QuickFields()
"""One for all forms: each of its own would look for the templates anew."""
