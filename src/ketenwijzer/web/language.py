"""In which language a page is: chosen by the member, by the visitor, or else by the site."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from ..engine.vocabulary import Text
from ..telling.language import LANGUAGES

LANGUAGE_COOKIE = "language"


def language_of(request: HttpRequest) -> str:
    """Return the language that was chosen for a request."""
    member = getattr(request, "user", None)
    signed_in = member is not None and member.is_authenticated
    chosen = getattr(member, "language", "") if signed_in else ""
    chosen = chosen or request.COOKIES.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else settings.LANGUAGE_CODE


def language_now() -> str:
    """Return the language of the page that is being made."""
    found = get_language() or settings.LANGUAGE_CODE
    return found if found in LANGUAGES else settings.LANGUAGE_CODE


def in_words(text: Text) -> str:
    """Return a text in the language of the page that is being made."""
    return text.in_language(language_now())
