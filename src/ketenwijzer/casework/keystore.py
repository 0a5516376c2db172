"""The key provider of this installation, opened once per process."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from .keys import KeyProvider


def keys() -> KeyProvider:
    """Return the key provider that the settings name; raises `KeysMissing` without its keys."""
    return _opened(settings.KEY_PROVIDER, Path(settings.KEYS_FOLDER))


@lru_cache(maxsize=4)
def _opened(provider: str, folder: Path) -> KeyProvider:
    found: KeyProvider = import_string(provider)(folder)
    return found
