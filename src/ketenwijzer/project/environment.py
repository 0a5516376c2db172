"""What the operator says in the environment, each variable read once and checked.

KETENWIJZER_HOME       folder for the database, the keys and the outbox  (default: ./var)
KETENWIJZER_MODE       `demonstration` (only on this machine, invented cases) or `production`
KETENWIJZER_DATABASE   `postgresql://…`, or nothing: SQLite in the home folder
KETENWIJZER_KEYS       folder for the keys, to be backed up apart (default: <home>/keys)
KETENWIJZER_HOSTS      names under which the installation is reached, separated by commas
KETENWIJZER_FRONTS     how many servers stand before this one, each of which adds to X-Forwarded-For
                       from where one came (default: 1; in the demonstration none); the first of
                       them must overwrite what a visitor sends, or locks can be evaded
KETENWIJZER_MAIL       `smtp://name:password@server:587`, for e-mail that says that something waits;
                       `smtps://…` speaks TLS from the first byte; nothing: no e-mail is sent
KETENWIJZER_MAIL_FROM  the address that such e-mail comes from
KETENWIJZER_SSO_ISSUER the provider (OpenID Connect) with which members may sign in; nothing: none
KETENWIJZER_SSO_CLIENT as whom the provider knows this installation
KETENWIJZER_SSO_KEYS   files with our private keys for it, separated by commas; the first signs, the
                       public halves of all are published at /account/sso/keys
KETENWIJZER_SSO_ACR    levels (acr) of which the provider must show one, separated by spaces
KETENWIJZER_SSO_AMR    methods (amr) that the provider must show, all of them; neither this nor a
                       level: our own second factor is always asked
KETENWIJZER_SCANNER    `unix:///run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`: the scanner for
                       malware; it reads files, so it belongs on this machine; nothing: files wait
KETENWIJZER_SECRET     secret for sessions and forms; in the demonstration made and kept in home
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

DEMONSTRATION = "demonstration"
PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class SignOn:
    """A provider that signs in, as the operator names it; no issuer: there is none."""

    issuer: str
    client: str
    keys: tuple[Path, ...]
    acr: tuple[str, ...]
    amr: tuple[str, ...]


def home() -> Path:
    """Return the folder in which the installation keeps what it owns."""
    return Path(os.environ.get("KETENWIJZER_HOME") or "var").resolve()


def mode() -> str:
    """Return the mode; anything but `demonstration` is production, so a slip is a safe one."""
    asked = os.environ.get("KETENWIJZER_MODE", "")
    return DEMONSTRATION if asked == DEMONSTRATION else PRODUCTION


def keys_folder() -> Path:
    """Return the folder with the keys."""
    return Path(os.environ.get("KETENWIJZER_KEYS") or home() / "keys").resolve()


def hosts() -> list[str]:
    """Return the names under which the installation answers; none given: only this machine."""
    named = [host.strip() for host in os.environ.get("KETENWIJZER_HOSTS", "").split(",")]
    return [host for host in named if host] or ["127.0.0.1", "localhost"]


def fronts() -> int:
    """Return how many servers stand before this one; unless it is told, production has one."""
    asked = os.environ.get("KETENWIJZER_FRONTS", "").strip()
    if mode() == DEMONSTRATION:
        return 0
    return int(asked) if asked.isdecimal() else 1


def scheme_of(name: str) -> str:
    """Return what an address in the environment begins with, such as `smtp`; none: nothing."""
    asked = os.environ.get(name, "").strip()
    return (urlsplit(asked).scheme or "?") if asked else ""


def database() -> dict[str, object]:
    """Return the database that the environment names, as Django wants it."""
    return database_at(os.environ.get("KETENWIJZER_DATABASE", ""))


def database_at(address: str) -> dict[str, object]:
    """Return a database by its address; without one, the embedded one in the home."""
    url = urlsplit(address)
    if url.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.lstrip("/")),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(url.hostname or ""),
            "PORT": str(url.port or ""),
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
            # Planned once per connection: every click asks the same few statements.
            "OPTIONS": {
                "server_side_binding": True,
                "prepare_threshold": 5,
                **_encryption_to(unquote(url.hostname or "")),
            },
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": url.path or str(home() / "ketenwijzer.sqlite3"),
        # Kept open: whoever closes the last one folds the write-ahead log into the file and takes
        # it away, and who opens in that same moment can fail to read.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-2048;"
            ),
        },
    }


def _encryption_to(host: str) -> dict[str, str]:
    """Never speak to a database on another machine in the clear; PGSSLMODE can ask for more."""
    here = host in ("", "127.0.0.1", "localhost", "::1") or host.startswith("/")
    return {} if here or "PGSSLMODE" in os.environ else {"sslmode": "require"}


def mail() -> dict[str, object]:
    """Return the mail server that the environment names, as Django's settings; none: an empty host.

    TLS always, unless the server is on this machine.
    """
    url = urlsplit(os.environ.get("KETENWIJZER_MAIL", ""))
    here = url.hostname in ("127.0.0.1", "localhost", "::1")
    return {
        "EMAIL_HOST": url.hostname or "",
        "EMAIL_PORT": url.port or (465 if url.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp" and not here,
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": os.environ.get("KETENWIJZER_MAIL_FROM", "") or "no-reply@localhost",
    }


def single_sign_on() -> SignOn:
    """Return what the environment says of the provider that signs in; see `checks`."""
    files = os.environ.get("KETENWIJZER_SSO_KEYS", "").split(",")
    return SignOn(
        os.environ.get("KETENWIJZER_SSO_ISSUER", "").strip(),
        os.environ.get("KETENWIJZER_SSO_CLIENT", "").strip(),
        tuple(Path(file.strip()) for file in files if file.strip()),
        tuple(os.environ.get("KETENWIJZER_SSO_ACR", "").split()),
        tuple(os.environ.get("KETENWIJZER_SSO_AMR", "").split()),
    )


def scanner() -> str:
    """Return where the scanner of files is, empty if there is none."""
    return os.environ.get("KETENWIJZER_SCANNER", "").strip()


def secret() -> str:
    """Return the secret for sessions and forms; production must name one, see `checks`."""
    named = os.environ.get("KETENWIJZER_SECRET", "")
    if named or mode() != DEMONSTRATION:
        return named or "not-set"
    kept = home() / "secret"
    if not kept.exists():
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return kept.read_text(encoding="ascii").strip()
