"""What every page knows: its language, who is signed in, what they can go to."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from ..casework.position import corpus
from .middleware import language_of


def page(request: HttpRequest) -> dict[str, object]:
    """Return what every template can use."""
    language = get_language() or language_of(request)
    danger = corpus().danger
    return {
        "language": language,
        "other_language": "en" if language == "nl" else "nl",
        "demonstration": settings.DEMONSTRATION,
        "danger_words": danger.in_language(language) if danger else "",
        "session_minutes": settings.SESSION_COOKIE_AGE // 60,
    }
