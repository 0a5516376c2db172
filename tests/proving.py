"""How long a proof goes on: a sample in `make test`, in full in `make prove`."""

import os

IN_FULL = bool(os.environ.get("KETENWIJZER_PROVE"))


def rounds(sample: int, full: int) -> int:
    """Return how often to try."""
    return full if IN_FULL else sample
