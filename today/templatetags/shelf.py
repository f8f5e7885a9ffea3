"""The drawings of Today, each one tag: the shelf of cups, and the tally of a week."""

from typing import Final

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from today.rules.shelf import Place, PlaceKind, Shelf

register = template.Library()

BETWEEN: Final = 15
MOST_DRAWN: Final = 12


@register.simple_tag
def shelf_cups(shelf: Shelf) -> SafeString:
    """The places of the shelf as list items: links for people, outlines for what is open."""
    sprite = static("sprite.svg")
    people = reverse("people")
    parts = {
        PlaceKind.HELD: _uses(sprite, grip="cup-grip", wall="cup-wall"),
        PlaceKind.BOOKED: _uses(sprite, wall="cup-wall", grip="cup-grip", steam="cup-steam"),
        PlaceKind.OPEN: _uses(sprite, wall="cup-wall", grip="cup-grip"),
    }
    return format_html_join("", "<li{}>{}</li>", ((_li(one), _cup(one, sprite, parts, people)) for one in shelf.places))


@register.simple_tag
def steaming_cup() -> SafeString:
    """The picture of an empty list."""
    parts = _uses(static("sprite.svg"), wall="cup-wall", grip="cup-grip", steam="cup-steam")
    return format_html('<svg class="art cup initiate booked" viewBox="0 0 48 50" aria-hidden="true">{}</svg>', parts)


def _uses(sprite: str, **parts: str) -> SafeString:
    return format_html_join(
        "", '<use class="{}" href="{}#{}"/>', ((kind, sprite, part) for kind, part in parts.items())
    )


def _li(place: Place) -> SafeString | str:
    classes = " ".join(
        name for name, holds in (("rest", place.rest), ("milestone", place.milestone is not None)) if holds
    )
    if place.milestone is not None:
        return format_html(' class="{}" data-mark="{}"', classes, place.milestone)
    return format_html(' class="{}"', classes) if classes else ""


def _cup(place: Place, sprite: str, parts: dict[PlaceKind, SafeString], people: str) -> SafeString:
    picture = format_html(
        '<svg viewBox="4.5 3 41 46.5" aria-hidden="true">{}{}</svg>', parts[place.kind], _glaze(place, sprite)
    )
    if place.contact_id is None:
        return format_html('<span class="cup open">{}</span>', picture)
    return format_html(
        '<a class="cup {} {}" href="{}" data-tip="{}" aria-label="{}">{}</a>',
        place.kind.value,
        place.phase.value if place.phase else "",
        f"{people}{place.contact_id}/",
        place.tip,
        place.label,
        picture,
    )


def _glaze(place: Place, sprite: str) -> SafeString | str:
    """How deep the cup is filled, by phase, and a dot for each refill."""
    if place.kind is not PlaceKind.HELD or place.phase is None:
        return ""
    dots = format_html_join("", '<circle class="refill" cx="{}" cy="40.5" r="1.6"/>', ((x,) for x in place.dots))
    return format_html('<use class="dip" href="{}#dip-{}"/>{}', sprite, place.phase.value, dots)


@register.simple_tag
def tally(done: int, wanted: int, booked: int = 0) -> SafeString | str:
    """A dot filled for each done, dashed for each booked, empty for each open; the number stands beside it."""
    drawn = max(wanted, done)
    if not 0 < drawn <= MOST_DRAWN:
        return ""
    kinds = (["on"] * done + ["soon"] * booked + ["off"] * drawn)[:drawn]
    dots = format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="7" r="5"/>',
        ((kind, 7 + BETWEEN * place) for place, kind in enumerate(kinds)),
    )
    width = BETWEEN * drawn
    return format_html(
        '<svg class="tally" width="{}" height="14" viewBox="0 0 {} 14" aria-hidden="true">{}</svg>', width, width, dots
    )
