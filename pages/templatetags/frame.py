"""What the frame of every page shows: the places of the navigation, and the cup."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from accounts.rules.passkeys import PasskeyPlace, passkey_place
from today.reads.open_rows import number_of_today

register = template.Library()

PLACES = (
    ("today", "Today", "sun", "t"),
    ("people", "People", "people", "p"),
    ("meetings", "Meetings", "calendar3", "m"),
    ("pitch", "Pitch", "chat-quote", "i"),
    ("research", "Research", "journal-text", "r"),
)

# Paths outside a place's own that belong to it all the same.
BESIDE = {
    "today": ("/follow-ups/", "/campaign/week/"), "people": ("/import/", "/companies/"), "meetings": ("/events/",),
    "research": ("/obtained/",),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Place:
    """One entry of the navigation; `current` is what aria-current says, empty where the page is not of this place."""

    name: str
    word: str
    icon: str
    key: str
    url: str
    current: str


@register.simple_tag(takes_context=True)
def places(context: Context) -> list[Place]:
    """The places of the side bar and of the bottom bar, the one that this page belongs to marked."""
    request: Any = context.get("request")
    path = request.path if request else ""
    found = []
    for name, word, icon, key in PLACES:
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        own = () if url == "/" else (url,)
        inside = path.startswith((*own, *BESIDE.get(name, ())))
        current = "page" if path == url else "true" if inside else ""
        found.append(Place(name=name, word=word, icon=icon, key=f"g {key}", url=url, current=current))
    return found


@register.simple_tag(takes_context=True)
def passkeys(context: Context) -> PasskeyPlace:
    """Whether the browser lets passkeys be used at this address, and where else it would."""
    request = context["request"]
    return passkey_place(f"{request.scheme}://{request.get_host()}", settings.SITE_URL)


@register.simple_tag(takes_context=True)
def number_today(context: Context) -> int:
    """How many rows of Today are not done: as the page says, or in one query; 0 where nobody is signed in."""
    if "badge" in context:
        return int(context["badge"])
    known = vars(context["request"]) if "request" in context else {}
    return number_of_today(known["campaign"], known["today"]) if "campaign" in known else 0


DOTS = {0: (), 1: (21.0,), 2: (18.5, 23.5), 3: (16.0, 21.0, 26.0)}


@register.simple_tag
def cup(state: str, phase: str = "", refills: int = 0) -> SafeString:
    """The drawing of one cup, without its `.cup` element: held (glazed by phase, a dot a refill), booked or open."""
    parts = ["cup-grip", "cup-wall"]
    if state == "held" and phase:
        parts.append(f"dip-{phase}")
    if state == "booked":
        parts.append("cup-steam")
    sprite = static("sprite.svg")
    uses = format_html_join("", '<use class="{}" href="{}#{}"/>', ((paint(part), sprite, part) for part in parts))
    dots = format_html_join(
        "", '<circle class="refill" cx="{}" cy="40.5" r="1.6"/>', ((x,) for x in DOTS[min(refills, 3)])
    )
    return format_html('<svg viewBox="4.5 3 41 46.5" aria-hidden="true">{}{}</svg>', uses, dots)


def paint(part: str) -> str:
    """The class that colours this part of the sprite: grip, wall, steam or dip."""
    kind, _, rest = part.partition("-")
    return kind if kind == "dip" else rest


@register.simple_tag
def shelf_art() -> list[tuple[str, str]]:
    """State and phase of the cups beside the sign-in: a campaign on its way."""
    phases = (
        "use use use obtain obtain use obtain obtain use initiate obtain obtain use obtain initiate obtain initiate"
    )
    held = [("held", phase) for phase in f"{phases} obtain use initiate initiate".split()]
    return held + [("open", "")] * (32 - len(held))
