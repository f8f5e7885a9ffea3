"""The tags that every page uses: icons, days, phases, avatars, the field that keeps a draft."""

from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.rules.words import as_line
from campaigns import drafts
from campaigns.rules.days import day_in_sentence, on_day, short_day, written_day
from campaigns.rules.initials import initials
from contacts.models import Contact
from contacts.reads.facts import facts_of
from contacts.reads.ways import shown_ways, ways_of
from contacts.rules.phases import Phase

register = template.Library()
register.filter("line", as_line)


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """One picture of the sprite; decoration beside a word."""
    return drawn_icon(name, extra)


@lru_cache(maxsize=256)
def drawn_icon(name: str, extra: str) -> SafeString:
    """Kept, because a page has dozens and to find the address of a static file takes longer than all the rest."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true"><use href="{}#i-{}"/></svg>', extra, static("sprite.svg"), name
    )


@register.simple_tag
def facts(contact: Contact, tags: str) -> list[tuple[str, str]]:
    """Label and words of what is noted about a person, for the list of details."""
    return facts_of(contact, tags)


@register.simple_tag
def ways_to_reach(contact: Contact) -> dict[str, Any]:
    """How somebody is reached, on a page that speaks of writing to them."""
    return shown_ways(contact, ways_of(contact))


@register.inclusion_tag("parts/_draft_field.html", takes_context=True)
def draft_field(context: Context) -> dict[str, Any]:
    """The signed key of this form, what of it was begun before, and what was saved already (law 8)."""
    request = context["request"]
    key, saved = drafts.key_for(request), drafts.saved_already(request)
    begun = None if saved else drafts.taken_up(request)
    return {"key": key.signed(), "begun": begun, "left": drafts.left(request), "saved": saved, "request": request}


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | None) -> SafeString | str:
    """A day in words, as design.md section 8 has it."""
    if value is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), written_day(value, context["request"].today))


@register.simple_tag(takes_context=True)
def dayin(context: Context, value: date | None) -> SafeString | str:
    """The same where the sentence has begun: `today`."""
    if value is None:
        return ""
    words = day_in_sentence(value, context["request"].today)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag(takes_context=True)
def onday(context: Context, value: date | None) -> SafeString | str:
    """The same with its preposition: `on Friday`."""
    if value is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), on_day(value, context["request"].today))


@register.simple_tag(takes_context=True)
def shortday(context: Context, value: date | None) -> SafeString | str:
    """A day for tables."""
    return drawn_short_day(value, context["request"].today) if value else ""


@lru_cache(maxsize=4096)
def drawn_short_day(value: date, today: date) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), short_day(value, today))


BARS = ((0.5, 8.0, 5.0), (6.0, 4.5, 8.5), (11.5, 1.0, 12.0))
STEPS = {phase.value: place for place, phase in enumerate(Phase, start=1)}
WORDS = {phase.value: phase.label for phase in Phase}


@register.simple_tag
def phase(value: str, words: str = "") -> SafeString | str:
    """Three bars and the word; nothing for somebody in the address book."""
    return drawn_phase(value, words or WORDS[value]) if value in STEPS else ""


@lru_cache(maxsize=256)
def drawn_phase(value: str, words: str) -> SafeString:
    """Kept: a list shows the same three over and over."""
    rects = [
        format_html(
            '<rect class="{}" x="{}" y="{}" width="3.5" height="{}" rx="1"/>',
            "on" if place < STEPS[value] else "off",
            x,
            y,
            height,
        )
        for place, (x, y, height) in enumerate(BARS)
    ]
    return format_html(
        '<span class="phase {}"><svg viewBox="0 0 16 14" aria-hidden="true">{}{}{}</svg>{}</span>',
        value,
        *rects,
        words,
    )


@register.simple_tag
def avatar(name: str, phase_value: str = "", size: str = "") -> SafeString:
    """Two letters of the name, always beside the name itself."""
    return drawn_avatar(initials(name), phase_value, size)


@lru_cache(maxsize=4096)
def drawn_avatar(letters: str, phase_value: str, size: str) -> SafeString:
    return format_html(
        '<span class="avatar {} {}" aria-hidden="true">{}</span>',
        phase_value,
        f"avatar-{size}" if size else "",
        letters,
    )
