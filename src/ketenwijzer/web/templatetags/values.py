"""Values as a page shows them: chips, days and moments, telephone numbers, kinds.

chip · status · standing · role · deed · day · moment · phones · browser
"""

import re
from datetime import date, datetime

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from ...casework.position import HERE
from ...telling.language import Reader
from ..language import language_now
from .say import say

register = template.Library()

# How a tone reads to a design system that has its own words for it.
BADGES = {
    "good": "safe",
    "info": "neutral",
    "open": "warning",
    "bad": "danger",
    "unstated": "inactive",
    "ended": "inactive",
}
STATUS_TONES = {
    "sent": "open",
    "seen": "info",
    "accepted": "good",
    "declined": "bad",
    "withdrawn": "ended",
    "expired": "bad",
    "done": "ended",
}
STANDING_TONES = {
    "holds": "good",
    "open": "open",
    "awaits": "open",
    "disputed": "open",
    "not_stated": "unstated",
    "not_established": "unstated",
    "ended": "ended",
    "does_not_hold": "ended",
}
PROGRAMS = (
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)
PHONE = re.compile(r"\+?\d[\d -]{1,18}\d")


@register.simple_tag
def chip(text: str, tone: str = "info") -> SafeString:
    """Return a word in a chip: `good`, `info`, `open`, `bad`, `unstated` or `ended`."""
    return format_html(
        '<span class="utrecht-status-badge utrecht-status-badge--{} kw-chip kw-chip--{}">{}</span>',
        BADGES[tone],
        tone,
        text,
    )


@register.simple_tag
def status(name: str) -> SafeString:
    """Return the chip of where a referral is."""
    return chip(say(f"common.status.{name}"), STATUS_TONES[name])


@register.simple_tag
def standing(name: str, text: str) -> SafeString:
    """Return the chip of how a right, duty, power or prohibition stands."""
    return chip(text, STANDING_TONES.get(name, "unstated"))


@register.simple_tag
def role(name: str) -> SafeString:
    """Return what someone does for an organisation."""
    return say(f"common.role.{name}")


@register.simple_tag
def deed(name: str) -> SafeString:
    """Return what was done about somebody's account."""
    return say(f"admin.deed.{name}")


@register.simple_tag
def day(on: date | None, *, short: bool = False) -> SafeString:
    """Return a day in words: `18 September 2019`; nothing for a day that never comes."""
    if not on or on == date.max:
        return SafeString("")
    reader = Reader(language_now())
    text = reader.short_day(on) if short else reader.day(on)
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), text)


@register.simple_tag
def moment(at: datetime | None) -> SafeString:
    """Return a moment in words: `18 Sep 2019 14:05`, in Dutch time."""
    if not at:
        return SafeString("")
    here = at.astimezone(HERE)
    text = f"{Reader(language_now()).short_day(here.date())} {here:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', here.isoformat(timespec="minutes"), text)


@register.filter
def phones(text: str) -> SafeString:
    """Return a text in which telephone numbers can be called with one touch.

    Their groups of digits keep their order, also within a text that runs from right to left.
    """
    parts: list[str] = []
    end = 0
    for found in PHONE.finditer(text):
        number = found.group()
        parts.append(conditional_escape(text[end : found.start()]))
        parts.append(
            format_html(
                '<a class="utrecht-link kw-phone" dir="ltr" href="tel:{}">{}</a>',
                number.replace(" ", "").replace("-", ""),
                number,
            )
        )
        end = found.end()
    return mark_safe("".join([*parts, conditional_escape(text[end:])]))


@register.filter
def browser(agent: str) -> str:
    """Return which browser on which kind of machine, from what it says of itself."""
    program = next((name for mark, name in PROGRAMS if mark in agent), "")
    machine = next((name for mark, name in MACHINES if mark in agent), "")
    return ", ".join(filter(None, (program, machine))) or say("common.unknown")
