"""What opens a part of a case beside the agreement: a broken glass, and an entry released alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Glass:
    """A section that somebody opened in an emergency, until a moment."""

    number: int
    member: UUID
    organisation: UUID
    section: str
    reason: str
    until: datetime
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """One entry that was released to one organisation, on a ground."""

    number: int
    organisation: UUID
    ground: str
