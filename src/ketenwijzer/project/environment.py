"""What the operator says in the environment, each variable read once and checked.

KETENWIJZER_HOME       folder for the database, the keys and the outbox  (default: ./var)
KETENWIJZER_MODE       `demonstration` (only on this machine, invented cases) or `production`
KETENWIJZER_DATABASE   `postgresql://…`, or nothing: SQLite in the home folder
KETENWIJZER_KEYS       folder for the keys, to be backed up apart (default: <home>/keys)
KETENWIJZER_HOSTS      names under which the installation is reached, separated by commas
KETENWIJZER_FRONTS     how many servers stand before this one, each of which adds to X-Forwarded-For
                       from where one came (default: 1; in the demonstration none); the first of
                       them must overwrite what a visitor sends, or locks can be evaded
KETENWIJZER_SECRET     secret for sessions and forms; in the demonstration made and kept in home
"""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

DEMONSTRATION = "demonstration"
PRODUCTION = "production"


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
            "OPTIONS": {"server_side_binding": True, "prepare_threshold": 5},
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
