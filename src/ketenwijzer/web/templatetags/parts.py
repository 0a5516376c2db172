"""The parts that pages are made of; `templates/parts/README.md` shows each by example.

blocks   panel · notice · table · cell · buttons
lists    facts · tabs · more · empty
forms    field · errors · once
"""

from collections.abc import Iterable, Mapping
from uuid import uuid4

from django import forms, template
from django.forms import BoundField
from django.forms.widgets import Input
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .say import say

register = template.Library()

ALERTS = {"good": "ok", "info": "info", "warning": "warning", "error": "error"}
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
def more(next_url: str = "", first_url: str = "", text: str = "") -> dict[str, object]:
    """Show the way further in a long list, and back to its start; `text` says what comes next."""
    return {"next_url": next_url, "first_url": first_url, "text": text or say("common.more")}


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
def errors(*of: forms.BaseForm) -> dict[str, object]:
    """Show at the top of what is sent at once what must be mended, each a link to its field."""
    return {
        "general": [error for form in of for error in form.non_field_errors()],
        "faulty": [bound for form in of for bound in form if bound.errors],
    }


@register.simple_tag
def once(values: Mapping[str, object] | None = None, name: str = "token") -> SafeString:
    """Return a hidden field that makes a form that is sent twice count once."""
    known = str((values or {}).get(name, "")) or str(uuid4())
    return format_html('<input type="hidden" name="{}" value="{}">', name, known)
