"""`{% say "part.word" name=value %}`: a word of a page in the language of whoever reads it."""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from ..language import in_words
from ..words import WORDS

register = template.Library()


@register.simple_tag
def say(part_and_word: str, **values: object) -> SafeString:
    """Return a word of the site; values are put in escaped. Raises KeyError for an unknown one."""
    words = in_words(WORDS[part_and_word])
    return format_html(words, **values) if values else conditional_escape(words)
