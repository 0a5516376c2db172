"""What every page knows: its language, who is signed in, where they can go, whom to call."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.crypto import salted_hmac

from ..casework.directory import on_call
from ..casework.models import Member, OnCall
from ..casework.position import corpus
from ..casework.statuses import SEES_CASES, MemberRole
from .language import language_now

EVERYONE = tuple(MemberRole)
ADMINISTRATORS = (MemberRole.ADMINISTRATOR,)


@dataclass(frozen=True, slots=True)
class Door:
    """A place that one can go to: its address, its word, and whose roles it is for."""

    url_name: str
    word: str
    roles: tuple[MemberRole, ...]


DOORS = (
    Door("worklist", "common.nav.worklist", SEES_CASES),
    Door("notices", "common.nav.notices", SEES_CASES),
    Door("desk", "common.nav.desk", SEES_CASES),
    Door("search", "common.nav.search", SEES_CASES),
    Door("new_case", "common.nav.new_case", SEES_CASES),
    Door("inbox", "common.nav.inbox", SEES_CASES),
    Door("outbox", "common.nav.outbox", SEES_CASES),
    Door("people", "common.nav.people", ADMINISTRATORS),
    Door("roster", "common.nav.roster", ADMINISTRATORS),
    Door("partners", "common.nav.partners", EVERYONE),
    Door("account", "common.nav.account", EVERYONE),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A door as this page shows it."""

    url: str
    word: str
    current: bool


@dataclass(frozen=True, slots=True)
class Danger:
    """Whom to call now."""

    words: str
    helpdesk: str
    on_call: list[OnCall]


def page(request: HttpRequest) -> dict[str, object]:
    """Return what every template can use."""
    member = request.user if isinstance(request.user, Member) else None
    links = navigation(member, request.path)
    return {
        **bare_page(language_now()),
        "danger": danger(request, member),
        "navigation": links,
        "home": links[0].url if links else "/",
        "here": request.get_full_path() if request.method == "GET" else request.path,
        "session_minutes": settings.SESSION_COOKIE_AGE // 60,
        "reset_asked": getattr(member, "reset_asked", False),
        "session_of": session_of(member) if member else "",
    }


def bare_page(language: str) -> dict[str, object]:
    """Return what a page knows that can ask the database nothing."""
    return {
        "language": language,
        "other_language": "en" if language == "nl" else "nl",
        "demonstration": settings.DEMONSTRATION,
        "single_sign_on": bool(settings.SSO_ISSUER),
        "danger": Danger(_danger_words(language), _helpdesk(language), []),
    }


def navigation(member: Member | None, path: str) -> list[Link]:
    """Return where a member can go; a visitor can go nowhere."""
    if member is None:
        return []
    return [
        Link(url, door.word, url == path)
        for door in DOORS
        if member.role in door.roles
        for url in (reverse(door.url_name),)
    ]


def home_of(member: Member) -> str:
    """Return where a member begins."""
    links = navigation(member, "")
    return links[0].url if links else "/"


def danger(request: HttpRequest, member: Member | None) -> Danger:
    """Return whom to call now: the number of the country, the helpdesk, one's own organisation."""
    language = language_now()
    own = member.organisation if member else None
    shifts = on_call(own, request.now) if own else []  # type: ignore[attr-defined]
    return Danger(_danger_words(language), _helpdesk(language), shifts)


def session_of(member: Member) -> str:
    """Return a mark by which a page knows that the same person is still signed in."""
    return salted_hmac("whose page", str(member.pk)).hexdigest()[:16]


def token_of(request: HttpRequest) -> str:
    """Return the form token that fits this session now."""
    return get_token(request)


def _danger_words(language: str) -> str:
    words = corpus().danger
    return words.in_language(language) if words else ""


def _helpdesk(language: str) -> str:
    party = corpus().parties.get(corpus().helpdesk)
    return party.contact.in_language(language) if party and party.contact else ""
