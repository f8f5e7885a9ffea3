"""The tree of introductions as a nested list: its ends are not known to a template."""

from collections.abc import Iterable, Iterator

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from relationships.rules.network import Branch

register = template.Library()


@register.simple_tag
def nested_list(branches: Iterable[Branch]) -> SafeString:
    """Each person in the list of who introduced them: phase, what is only promised, who named them too."""
    people = reverse("people")
    return format_html_join("", "{}", ((part,) for branch in branches for part in _parts(branch, people)))


def _parts(branch: Branch, people: str) -> Iterator[SafeString]:
    person = branch.person
    also = format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in branch.also))
    yield format_html(
        '<li><a href="{}{}/"><bdi>{}</bdi></a><span class="muted">, {}{}{}</span>',
        people,
        person.contact_id,
        person.name,
        ", ".join(branch.facts),
        ", named also by " if also else "",
        also,
    )
    ends = format_html_join("", "</ul></li>{}", (("",) for _ in branch.closes))
    yield format_html("<ul>{}" if branch.opens else "</li>{}", ends)
