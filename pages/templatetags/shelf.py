"""The drawings of Today, each one tag: the shelf of cups, and the tally of a week."""

from functools import lru_cache
from typing import Final

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from contacts.rules.phases import Phase
from today.rules.shelf import Place, PlaceKind, Shelf

register = template.Library()

OPEN: Final = '<li class="{}" data-mark="{}"><span class="cup open">{}</span></li>'
FILLED: Final = (
    '<li class="{}" data-mark="{}"><a class="cup {} {}" href="{}{}/" data-tip="{}" aria-label="{}">{}</a></li>'
)
BETWEEN: Final = 15
MOST_DRAWN: Final = 12


@register.simple_tag
def shelf_cups(shelf: Shelf) -> SafeString:
    """The places of the shelf as list items: links for people, outlines for what is open."""
    people = reverse("people")
    return format_html_join("", "{}", ((_place(one, people),) for one in shelf.places))


def _place(place: Place, people: str) -> SafeString:
    picture = _picture(place.kind, place.phase, place.dots)
    classes = ("rest " if place.rest else "") + ("milestone" if place.milestone else "")
    if place.contact_id is None:
        return format_html(OPEN, classes, place.milestone or "", picture)
    return format_html(
        FILLED,
        classes,
        place.milestone or "",
        place.kind.value,
        place.phase.value if place.phase else "",
        people,
        place.contact_id,
        place.tip,
        place.label,
        picture,
    )


@lru_cache(maxsize=64)
def _picture(kind: PlaceKind, phase: Phase | None, dots: tuple[float, ...]) -> SafeString:
    """The cup: glazed by phase with a dot for each refill, steaming, or an outline."""
    sprite = static("sprite.svg")
    match kind:
        case PlaceKind.HELD:
            dip = f"dip-{phase.value}" if phase else "dip-initiate"
            parts = _uses(sprite, grip="cup-grip", wall="cup-wall", dip=dip)
        case PlaceKind.BOOKED:
            parts = _uses(sprite, wall="cup-wall", grip="cup-grip", steam="cup-steam")
        case _:
            parts = _uses(sprite, wall="cup-wall", grip="cup-grip")
    refills = format_html_join("", '<circle class="refill" cx="{}" cy="40.5" r="1.6"/>', ((x,) for x in dots))
    return format_html('<svg viewBox="4.5 3 41 46.5" aria-hidden="true">{}{}</svg>', parts, refills)


@register.simple_tag
def steaming_cup() -> SafeString:
    """The picture of an empty list."""
    parts = _uses(static("sprite.svg"), wall="cup-wall", grip="cup-grip", steam="cup-steam")
    return format_html('<svg class="art cup initiate booked" viewBox="0 0 48 50" aria-hidden="true">{}</svg>', parts)


def _uses(sprite: str, **parts: str) -> SafeString:
    return format_html_join(
        "", '<use class="{}" href="{}#{}"/>', ((kind, sprite, part) for kind, part in parts.items())
    )


@register.simple_tag
def filled_cup() -> SafeString:
    """The picture of a day that is finished."""
    parts = _uses(static("sprite.svg"), grip="cup-grip", wall="cup-wall", dip="dip-use", steam="cup-steam")
    return format_html('<svg class="art cup use held" viewBox="0 0 48 50" aria-hidden="true">{}</svg>', parts)


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
