"""Parts of pages on which organisations act with each other.

consent_chip   her answer             ground_chip   how far another ground is
tell           a word in the language of whoever the letter is for
written_in     that language and the way it runs, as attributes
"""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from ...telling.language import direction
from ..words import WORDS
from .values import chip

register = template.Library()

CONSENT_TONES = {"given": "good", "withheld": "info", "withdrawn": "ended", "ended": "ended"}
GROUND_TONES = {"waits": "open", "confirmed": "good", "refused": "ended", "ended": "ended"}


@register.simple_tag
def consent_chip(name: str, text: str) -> SafeString:
    """Return her answer as a chip; a no is no fault and has no colour of one."""
    return chip(text, CONSENT_TONES.get(name, "info"))


@register.simple_tag
def ground_chip(name: str, text: str) -> SafeString:
    """Return how far another ground is, as a chip."""
    return chip(text, GROUND_TONES.get(name, "info"))


@register.simple_tag
def tell(language: str, name: str, **values: object) -> SafeString:
    """Return a word in the language of whoever the page is for, not of whoever prints it.

    Names that are put in may run the other way: each is set apart, or it would turn what is
    around it.
    """
    words = WORDS[name].in_language(language)
    apart = {key: format_html("<bdi>{}</bdi>", value) for key, value in values.items()}
    return format_html(words, **apart) if values else conditional_escape(words)


@register.simple_tag
def written_in(language: str) -> SafeString:
    """Return in which language a letter is, and which way it runs, as attributes of its element."""
    return format_html('lang="{}" dir="{}"', language, direction(language))


@register.simple_tag
def tell_plain(language: str, section: str) -> SafeString:
    """Return a section in the plain words of a letter to her."""
    return tell(language, f"consent.plain.{section}")
