"""What an installation must not do; it does not start, and says what to do instead.

Every command of Django checks it, and so does the server when it loads the application.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from ..web.single_sign_on.own_keys import UnusableKey, own_keys, refuse_open_files
from ..web.single_sign_on.provider import is_safe
from . import environment

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
SHORTEST_SECRET = 50
FEWEST_CHARACTERS = 16
OF_OTHERS = 0o077

Finding = tuple[str, str, str]


def demonstration_stays_here() -> Iterator[Finding]:
    """Find a demonstration that others could reach, or that stands on a shared database."""
    if not settings.DEMONSTRATION:
        return
    if any(host not in LOOPBACK for host in settings.ALLOWED_HOSTS):
        yield (
            "E001",
            "The demonstration, in which anybody may sign in as anybody, has a name that others "
            "can reach.",
            "Leave KETENWIJZER_HOSTS empty, or set KETENWIJZER_MODE=production.",
        )
    database = settings.DATABASES["default"]
    host = str(database.get("HOST", ""))
    remote = host not in (*LOOPBACK, "") and not host.startswith("/")
    if "sqlite" not in str(database["ENGINE"]) and remote:
        yield (
            "E002",
            "The demonstration stands on a database server elsewhere.",
            "Leave KETENWIJZER_DATABASE empty, or set KETENWIJZER_MODE=production.",
        )


def production_is_closed() -> Iterator[Finding]:
    """Find what would open an installation that holds real people."""
    if settings.DEBUG:
        yield "E003", "Debugging is on: error pages would show a case.", "Set DEBUG = False."
    if settings.DEMONSTRATION:
        return
    secret = str(settings.SECRET_KEY)
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_CHARACTERS:
        yield (
            "E004",
            "There is no secret for sessions and forms, or it is too short or too regular.",
            f"Set KETENWIJZER_SECRET to at least {SHORTEST_SECRET} random characters.",
        )
    if not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE):
        yield "E005", "Cookies would travel without encryption.", "Keep *_COOKIE_SECURE = True."
    if not settings.SECURE_SSL_REDIRECT or not settings.SECURE_HSTS_SECONDS:
        yield (
            "E006",
            "Pages would be served without encryption.",
            "Keep SECURE_SSL_REDIRECT = True.",
        )
    if any("*" in host for host in settings.ALLOWED_HOSTS):
        yield "E007", "The installation answers to any name.", "Name each in KETENWIJZER_HOSTS."


def keys_stand_apart() -> Iterator[Finding]:
    """Find keys that would be copied along with the database: then erasing erases nothing."""
    if settings.DEMONSTRATION:
        return
    database = settings.DATABASES["default"]
    if "sqlite" not in str(database["ENGINE"]):
        return
    folder = Path(str(database["NAME"])).resolve().parent
    if Path(settings.KEYS_FOLDER).resolve().is_relative_to(folder):
        yield (
            "E008",
            "The keys stand in the folder of the database, so one backup would hold both.",
            "Set KETENWIJZER_KEYS to a folder elsewhere, backed up apart and briefly.",
        )


def keys_are_the_operators_own() -> Iterator[Finding]:
    """Find keys that other users of the machine can read or replace."""
    if settings.DEMONSTRATION:
        return
    folder = Path(settings.KEYS_FOLDER)
    for place in (folder, folder / "master.key"):
        if place.exists() and place.stat().st_mode & OF_OTHERS:
            yield (
                "E020",
                "Other users of this machine can reach the keys.",
                "Run `chmod -R go=` on the folder of KETENWIJZER_KEYS.",
            )
            return


def addresses_are_understood() -> Iterator[Finding]:
    """Find an address that would be passed over in silence, or that would travel in the clear."""
    scheme = environment.scheme_of("KETENWIJZER_DATABASE")
    if scheme not in ("", "postgres", "postgresql", "sqlite"):
        yield (
            "E021",
            "KETENWIJZER_DATABASE names a database that ketenwijzer does not know; it would use "
            "SQLite instead.",
            "Write postgresql://…, or leave it empty.",
        )
    scheme = environment.scheme_of("KETENWIJZER_MAIL")
    if scheme not in ("", "smtp", "smtps"):
        yield (
            "E022",
            "KETENWIJZER_MAIL names no mail server that ketenwijzer can speak to safely.",
            "Write smtp://…:587 or smtps://…:465, or leave it empty.",
        )
    if settings.EMAIL_HOST and not (
        settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or settings.EMAIL_HOST in LOOPBACK
    ):
        yield "E023", "E-mail would travel without encryption.", "Use smtp://… or smtps://…."
    if settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield "E024", "E-mail would come from nobody.", "Set KETENWIJZER_MAIL_FROM."


def counts_are_numbers() -> Iterator[Finding]:
    """Find a count that is no number: another would be taken for it in silence."""
    asked = os.environ.get("KETENWIJZER_FRONTS", "").strip()
    if asked and not (asked.isascii() and asked.isdigit()):
        yield "E025", "KETENWIJZER_FRONTS is not a number.", "Write 1, or leave it empty."


def no_inline_script() -> Iterator[Finding]:
    """Find a content policy that would let somebody else's script run."""
    words = str(settings.CONTENT_SECURITY_POLICY)
    if "unsafe" in words or "'*'" in words:
        yield "E009", "The content policy allows unsafe sources.", "Keep it as it is shipped."


def provider_is_sound() -> Iterator[Finding]:
    """Find a provider that could be listened to, or keys for it that others could read."""
    if not settings.SSO_ISSUER:
        if settings.SSO_CLIENT or settings.SSO_KEYS or settings.SSO_ACR or settings.SSO_AMR:
            yield (
                "E010",
                "Single sign-on is half set up: there is no provider.",
                "Set KETENWIJZER_SSO_ISSUER, or leave all of KETENWIJZER_SSO_* empty.",
            )
        return
    if not is_safe(settings.SSO_ISSUER):
        yield (
            "E011",
            "The provider of single sign-on would be asked without encryption.",
            "Set KETENWIJZER_SSO_ISSUER to an https address.",
        )
    if not settings.SSO_CLIENT or not settings.SSO_KEYS:
        yield (
            "E012",
            "Single sign-on has a provider, but no name or no key of its own.",
            "Set KETENWIJZER_SSO_CLIENT and KETENWIJZER_SSO_KEYS.",
        )
    yield from _provider_keys()


def _provider_keys() -> Iterator[Finding]:
    hint = "Name files in KETENWIJZER_SSO_KEYS that only the service's user can read."
    try:
        refuse_open_files(settings.SSO_KEYS)
        own_keys(settings.SSO_KEYS)
    except UnusableKey as error:
        yield "E013", f"A key file for single sign-on {error}.", hint
    database = settings.DATABASES["default"]
    if settings.DEMONSTRATION or "sqlite" not in str(database["ENGINE"]):
        return
    folder = Path(str(database["NAME"])).resolve().parent
    if any(file.resolve().is_relative_to(folder) for file in settings.SSO_KEYS):
        yield "E014", "A key for single sign-on stands in the folder of the database.", hint


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    demonstration_stays_here,
    production_is_closed,
    keys_stand_apart,
    keys_are_the_operators_own,
    addresses_are_understood,
    counts_are_numbers,
    no_inline_script,
    provider_is_sound,
)


def installation(app_configs: Sequence[AppConfig] | None = None, **_: object) -> list[CheckMessage]:
    """Return everything that is wrong with this installation."""
    return [
        Error(what, hint=hint, id=f"ketenwijzer.{name}")
        for check in CHECKS
        for name, what, hint in check()
    ]


def refuse_unless_safe() -> None:
    """Raise `ImproperlyConfigured` if anything is wrong: nothing is served then."""
    found = installation()
    if found:
        raise ImproperlyConfigured("\n".join(f"{one.msg} {one.hint}" for one in found))
