"""What the partners of a country agreed among themselves: no law, and never told as law.

who may see which section ── Cell       who may establish what ── Statement
what one refers for       ── Service    who controls a section ── Section
what she may ask, and by when she has an answer                ── Request

Every cell has a ground, or the words of `Agreement.status` ("agreed, not verified").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..engine.vocabulary import Text


class Level(StrEnum):
    """How far a kind of organisation that is involved in a case sees a section.

    `consent`: with her consent, or another named ground. `release`: item by item, when somebody
    releases it. What an organisation recorded itself it always sees.
    """

    YES = "yes"
    CONSENT = "consent"
    RELEASE = "release"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the access policy; `ground` is None where it was agreed and not verified."""

    level: Level
    ground: Text | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a case, and who is its controller (*verwerkingsverantwoordelijke*)."""

    name: str
    text: Text
    controller: Text


@dataclass(frozen=True, slots=True)
class RoleAccess:
    """What one kind of organisation may see and record, and what for, the first purpose first.

    `registers` tells whether it must register her with the national register (`compulsory`), may
    with her consent (`consent`), or is not obliged as far as the sources say (empty).
    `confidential`: what it records, and that it takes part, never stands on paper that she carries.
    """

    role: str
    purposes: tuple[str, ...]
    cells: Mapping[str, Cell]
    writes: frozenset[str]
    registers: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A type of event of the law: in which section it stands, and who may establish it.

    `stated_by` is empty where anyone may. `leave_out` names attributes that are recorded
    elsewhere, in a section of their own. `second_person`: where it would take a right from her,
    somebody else of the same organisation must confirm it before it counts. `by_value` names, per
    attribute, the values with which it stands in another section.
    """

    event: str
    section: str
    stated_by: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    second_person: bool = False
    by_value: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def section_of(self, attributes: Mapping[str, object]) -> str:
        """Return the section in which it stands with these details."""
        for name, sections in self.by_value.items():
            if (value := str(attributes.get(name))) in sections:
                return sections[value]
        return self.section

    @property
    def sections(self) -> tuple[str, ...]:
        """Return every section in which it may stand, the usual one first."""
        others = (section for found in self.by_value.values() for section in found.values())
        return tuple(dict.fromkeys((self.section, *others)))


@dataclass(frozen=True, slots=True)
class Service:
    """What one can refer for: to whom, for which purpose, which sections it usually takes.

    `answer_days` is what the partners agreed on, never a legal term; None where nothing was agreed.
    """

    name: str
    text: Text
    purpose: str
    receivers: tuple[str, ...]
    sections: tuple[str, ...]
    answer_days: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What she may ask of whoever owns her case, and within how many days she has an answer.

    The days are what the partners agreed on, never a legal term.
    """

    name: str
    text: Text
    answer_days: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """One version of the agreement of a country's partners.

    What is `never_withheld` is told to everyone involved where it holds, without its ground where
    they may not see that. Of what is due,
    a desk hears `remind_before` days ahead.
    """

    id: str
    version: str
    status: Text
    sections: Mapping[str, Section]
    purposes: Mapping[str, Text]
    roles: Mapping[str, RoleAccess]
    statements: Mapping[str, Statement]
    services: Mapping[str, Service]
    grounds: Mapping[str, Text] = field(default_factory=dict)
    never_withheld: tuple[str, ...] = ()
    requests: Mapping[str, Request] = field(default_factory=dict)
    remind_before: int = 0

    def cell(self, role: str, section: str) -> Cell:
        """Return the cell of a role and a section; what is not agreed is *no*."""
        access = self.roles.get(role)
        return (access.cells.get(section) if access else None) or Cell(Level.NO)
