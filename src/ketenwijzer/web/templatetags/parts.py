"""The parts that pages are made of; `docs/pages.md` shows each with an example.

blocks   panel · notice · table · cell · buttons
values   chip · status · standing · day · moment · phones
lists    facts · tabs · more · empty
forms    field · errors · once
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import uuid4

from django import forms, template
from django.forms import BoundField
from django.forms.widgets import Input
from django.utils.html import conditional_escape, format_html, format_html_join
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
ALERTS = {"good": "ok", "info": "info", "warning": "warning", "error": "error"}
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
PHONE = re.compile(r"\+?\d[\d ]{1,18}\d")
CONTROLS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)

# ------------------------------------------------------------------ blocks


@register.simple_block_tag
def panel(
    content: str, title: str = "", tone: str = "", level: int = 2, id: str = ""
) -> SafeString:
    """Put content in a panel with a heading."""
    heading = format_html('<h{0} class="kw-panel__title">{1}</h{0}>', level, title) if title else ""
    name = format_html(' id="{}"', id) if id else ""
    extra = format_html(" kw-panel--{}", tone) if tone else ""
    return format_html(
        '<section class="kw-panel{}"{}>{}{}</section>', extra, name, heading, content
    )


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "") -> SafeString:
    """Put content in a notice: `good`, `info`, `warning` or `error`."""
    heading = format_html('<p class="kw-notice__title">{}</p>', title) if title else ""
    return format_html(
        '<div class="utrecht-alert utrecht-alert--{} kw-notice"{}>'
        '<div class="utrecht-alert__content kw-notice__content">{}{}</div></div>',
        ALERTS[tone],
        mark_safe(' role="alert"') if tone == "error" else "",
        heading,
        content,
    )


@register.simple_block_tag
def table(content: str, caption: str, *columns: str) -> SafeString:
    """Put rows of cells in a table, that becomes a stack of cards on a telephone."""
    heads = format_html_join(
        "", '<th scope="col" role="columnheader">{}</th>', ((column,) for column in columns)
    )
    return format_html(
        '<table class="utrecht-table kw-table" role="table"><caption class="kw-table__caption">{}'
        '</caption><thead role="rowgroup"><tr role="row">{}</tr></thead>'
        '<tbody role="rowgroup">{}</tbody></table>',
        caption,
        heads,
        content,
    )


@register.simple_block_tag
def cell(content: str, label: str = "", tone: str = "") -> SafeString:
    """Put content in a cell; the label is what a telephone shows before it."""
    extra = format_html(' class="kw-cell--{}"', tone) if tone else ""
    return format_html(
        '<td role="cell" data-label="{}"{}><div class="kw-cell">{}</div></td>',
        label,
        extra,
        SafeString(content.strip()),
    )


@register.simple_block_tag
def buttons(content: str) -> SafeString:
    """Put buttons in a row; the one that does it comes first."""
    return format_html('<div class="utrecht-button-group kw-buttons">{}</div>', content)


# ------------------------------------------------------------------ values


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
    """Return a text in which telephone numbers can be called with one touch."""
    parts: list[str] = []
    end = 0
    for found in PHONE.finditer(text):
        number = found.group()
        parts.append(conditional_escape(text[end : found.start()]))
        parts.append(
            format_html(
                '<a class="utrecht-link kw-phone" href="tel:{}">{}</a>',
                number.replace(" ", ""),
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


# ------------------------------------------------------------------ lists


@register.simple_tag
def facts(rows: Iterable[tuple[object, object]]) -> SafeString:
    """Return pairs of a name and a value as a list."""
    pairs = format_html_join("", '<div class="kw-facts__row"><dt>{}</dt><dd>{}</dd></div>', rows)
    return format_html('<dl class="kw-facts">{}</dl>', pairs)


@register.inclusion_tag("parts/tabs.html")
def tabs(items: Iterable[object], current: str = "", label: str = "") -> dict[str, object]:
    """Show tabs that are links: items have `name`, `url`, `text` and perhaps `count`."""
    return {"items": items, "current": current, "label": label or say("common.tabs")}


@register.inclusion_tag("parts/more.html")
def more(next_url: str = "", first_url: str = "") -> dict[str, object]:
    """Show the way further in a long list, and back to its start."""
    return {"next_url": next_url, "first_url": first_url}


@register.simple_block_tag
def empty(content: str, title: str) -> SafeString:
    """Say that a list is empty, and what to do."""
    return format_html(
        '<div class="kw-empty"><p class="kw-empty__title">{}</p>{}</div>', title, content
    )


# ------------------------------------------------------------------ forms


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, hint: str = "", label: str = "") -> dict[str, object]:
    """Show a field of a form with its label, hint and errors, each tied to the control."""
    if label:
        bound.label = label
    widget = bound.field.widget
    grouped = isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))
    hint = hint or str(bound.help_text)
    attributes: dict[str, str | bool] = {
        "class": _classes(widget, invalid=bool(bound.errors)),
        "placeholder": False,
    }
    described = [f"{bound.auto_id}_hint"] if hint else []
    described += [f"{bound.auto_id}_error"] if bound.errors else []
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {
        "field": bound,
        "hint": hint,
        "grouped": grouped,
        "described": " ".join(described),
        "single_box": isinstance(widget, forms.CheckboxInput),
        "control": "" if grouped else bound.as_widget(attrs=attributes),
    }


def _classes(widget: forms.Widget, *, invalid: bool) -> str:
    own = str(widget.attrs.get("class", ""))
    found = next((names for kind, names in CONTROLS if isinstance(widget, kind)), "")
    names = [*found.split(), *own.split()]
    return " ".join([*names, f"{names[0]}--invalid"] if invalid and names else names)


@register.inclusion_tag("parts/errors.html")
def errors(form: forms.BaseForm) -> dict[str, object]:
    """Show at the top of a form what must be mended, each a link to its field."""
    return {"form": form, "faulty": [bound for bound in form if bound.errors]}


@register.simple_tag
def once(values: Mapping[str, object] | None = None, name: str = "token") -> SafeString:
    """Return a hidden field that makes a form that is sent twice count once."""
    known = str((values or {}).get(name, "")) or str(uuid4())
    return format_html('<input type="hidden" name="{}" value="{}">', name, known)
