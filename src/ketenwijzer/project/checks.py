"""What an installation must not do; it does not start, and says what to do instead.

Every command of Django checks it, and so does the server when it loads the application.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
SHORTEST_SECRET = 50
NOT_SET = "not-set"

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
    if secret == NOT_SET or len(secret) < SHORTEST_SECRET:
        yield (
            "E004",
            "There is no secret for sessions and forms, or it is too short.",
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


def no_inline_script() -> Iterator[Finding]:
    """Find a content policy that would let somebody else's script run."""
    words = str(settings.CONTENT_SECURITY_POLICY)
    if "unsafe" in words or "'*'" in words:
        yield "E009", "The content policy allows unsafe sources.", "Keep it as it is shipped."


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    demonstration_stays_here,
    production_is_closed,
    keys_stand_apart,
    no_inline_script,
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
