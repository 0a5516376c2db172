"""The eleven rules for OpenFisca-core: a variable of a person for each fact, rule and state.

A rule gives the number of its row that hits; the rows say the rest. Yes, no and open are 1, 0 and
-1; a day that has not come is 0.
"""

from collections.abc import Callable, Sequence
from datetime import date

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit, Instant, Period
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from ketenwijzer.engine.calendar import Calendar
from ketenwijzer.engine.case import Event

from .answers import NORMS, Answer, Line
from .columns import DAYS, VALUE, Columns, Reader, day_of, term
from .rows import TABLES

Ask = Callable[[str], numpy.ndarray]

WORDS = {"yes": 1, "no": 0, "open": -1}
CELLS = {"true": True, "false": False, "'yes'": 1, "'no'": 0, "'open'": -1}
STATES = ("", "running", "ended", "passed", "met", "met_late")
ENDS = ("three_months", "four_weeks", "three_years")
INPUTS = ("day", *DAYS, *ENDS, *VALUE.values())

FACTS: dict[str, Callable[[Ask], numpy.ndarray]] = {
    "indicated": lambda ask: ask("indication") > 0,
    "reported": lambda ask: ask("report") > 0,
    "prosecuted": lambda ask: ask("prosecution") > 0,
    "dublin": lambda ask: (ask("claimed") > 0) & (ask("claimed") > ask("released")),
    "dublin_report": lambda ask: ask("dublin") & ask("reported"),
    "stays": lambda ask: numpy.where(ask("dublin"), 1, ask("lawful")),
    "reflecting": lambda ask: ask("indicated") & (ask("day") <= ask("three_months")),
    "late": lambda ask: ask("reported") & ask("indicated") & (ask("report") > ask("three_months")),
    "three_years_past": lambda ask: ask("reported") & (ask("day") > ask("three_years")),
    "dismissed": lambda ask: (ask("closed") > 0) & (ask("prosecution") <= ask("closed")),
    "dublin_then": lambda ask: (
        ask("reported")
        & (ask("claimed") > 0)
        & (ask("claimed") <= ask("report"))
        & (
            (ask("released") == 0)
            | (ask("released") > ask("report"))
            | (ask("claimed") > ask("released"))
        )
    ),
    "three_months_state": lambda ask: numpy.where(
        ask("indicated"), numpy.where(ask("reflecting"), 1, 2), 0
    ),
    "four_weeks_state": lambda ask: numpy.where(
        ask("dublin_then"),
        numpy.where(
            (ask("viewed") > 0) & (ask("viewed") >= ask("report")),
            numpy.where(ask("viewed") <= ask("four_weeks"), 4, 5),
            numpy.where(ask("day") <= ask("four_weeks"), 1, 3),
        ),
        0,
    ),
    "three_years_state": lambda ask: numpy.where(
        ask("reported"), numpy.where(ask("three_years_past"), 2, 1), 0
    ),
}


def rule(norm: str) -> Callable[[Ask], numpy.ndarray]:
    """Return the formula of a rule: the number of the first row that hits."""
    fields, rows = TABLES[norm]
    tests = [
        [(field, CELLS[cell]) for field, cell in zip(fields, row[0], strict=True) if cell]
        for row in rows[:-1]
    ]

    def formula(ask: Ask) -> numpy.ndarray:
        hits = []
        for (field, value), *others in tests:
            hit = ask(field) == value
            for other, wanted in others:
                hit = hit & (ask(other) == wanted)
            hits.append(hit)
        return numpy.select(hits, range(len(hits)), len(hits))

    return formula


class OpenFisca:
    """The tax and benefit system with the eleven rules; each case is one simulation."""

    def __init__(self, calendar: Calendar) -> None:
        self._reader = Reader(calendar)
        person = build_entity(key="person", plural="persons", label="A person", is_person=True)
        self._system = TaxBenefitSystem([person])
        for name in INPUTS:
            self._system.add_variable(_variable(name, person, None))
        for name, formula in (FACTS | {norm: rule(norm) for norm in NORMS}).items():
            self._system.add_variable(_variable(name, person, formula))

    def answer(self, events: Sequence[Event], day: date) -> Answer:
        columns = self._reader.read(events, day)
        period = Period((DateUnit.DAY, Instant((day.year, day.month, day.day)), 1))
        simulation = SimulationBuilder().build_default_simulation(self._system, 1)
        for name in INPUTS:
            value = columns[name]
            number = WORDS[value] if isinstance(value, str) else value or 0
            simulation.set_input(name, period, numpy.array([number]))

        def found(name: str) -> int:
            return int(simulation.calculate(name, period)[0])

        lines = tuple(_line(norm, found(norm), columns) for norm in NORMS)
        starts = (columns["indication"], columns["report"], columns["report"])
        terms = []
        for name, start in zip(ENDS, starts, strict=True):
            terms += term(name, start, columns[name], STATES[found(f"{name}_state")])
        return Answer(lines, tuple(terms))


def _line(norm: str, number: int, columns: Columns) -> Line:
    _, standing, since, until, reason, source = TABLES[norm][1][number]
    ends = columns[until] if until else None
    return Line(
        norm,
        standing,
        day_of(columns[since]) if since else None,
        day_of(ends + 1) if ends else None,
        reason,
        source,
    )


def _variable(name: str, person: object, formula: Callable[[Ask], numpy.ndarray] | None) -> type:
    """Make the class that OpenFisca wants for a variable."""
    said: dict[str, object] = {
        "value_type": int,
        "entity": person,
        "definition_period": DateUnit.DAY,
        "label": name,
    }
    if formula is not None:
        said["formula"] = lambda persons, period: formula(lambda other: persons(other, period))
    return type(name, (Variable,), said)
