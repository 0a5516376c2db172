"""Parts of pages on which organisations act with each other.

consent_chip   her answer             ground_chip   how far another ground is
tell           a word in the language of whoever the letter is for
"""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

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
    """Return a word in the language of whoever the page is for, not of whoever prints it."""
    words = WORDS[name].in_language(language)
    return format_html(words, **values) if values else conditional_escape(words)


@register.simple_tag
def tell_plain(language: str, section: str) -> SafeString:
    """Return a section in the plain words of a letter to her."""
    return tell(language, f"consent.plain.{section}")
