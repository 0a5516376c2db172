"""Where the sign-in library keeps its counts: one place for all workers, that a restart keeps.

Not Django's own cache in the database: that one runs what it reads (pickle), forgets at random
when it is full, and goes on in silence where it could not count.
"""

from datetime import timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.utils.crypto import salted_hmac

from ..casework.tallies import begin_tally, drop_all_tallies, drop_tally, keep_tally, tally_of
from ..clock import now

LONGEST = timedelta(days=1)


class Tallies(BaseCache):
    """Keeps plain values for a while, under digests that tell nobody what they are about."""

    def __init__(self, _: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(
        self,
        key: str,
        value: object,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Keep a value if there is none; tell whether there was none."""
        return begin_tally(self._about(key, version), value, self._length(timeout), now())

    def get(self, key: str, default: object = None, version: int | None = None) -> Any:
        """Return a value."""
        found = tally_of(self._about(key, version), now())
        return default if found is None else found

    def set(
        self,
        key: str,
        value: object,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep a value."""
        keep_tally(self._about(key, version), value, self._length(timeout), now())

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; tell whether it was there."""
        return drop_tally(self._about(key, version))

    def clear(self) -> None:
        """Forget everything."""
        drop_all_tallies()

    def _about(self, key: str, version: int | None) -> str:
        return salted_hmac("tallies", self.make_key(key, version), algorithm="sha256").hexdigest()

    def _length(self, timeout: float | None) -> timedelta:
        if timeout is DEFAULT_TIMEOUT:
            timeout = self.default_timeout
        return LONGEST if timeout is None else timedelta(seconds=timeout)
