"""Writes what was measured as a page, with the kind of machine and the day."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from ketenwijzer.clock import today

from .goals import Goal
from .measure import Figures, Row
from .web import table as web
from .web.measure import WebFigures

HEAD = """# Benchmarks

Written by `make bench` (`python -m bench --write`), never by hand; timing decides no test. One case
means one full set of findings with terms, reasons and sources, and for ours duties and phase as
well, from events to answer; questions, the next change and the receipt are apart.
"""
NOTES = """
* All engines give the same lines and terms for every case; that is asserted before anything is
  timed. They run in turns, round by round; the times are of the middle and of the best round, the
  ratios of the middle one of the ratios per round.
* The bare function reads the same events and gives the same lines with deadlines, reasons and
  sources; it remembers sums of days, as ours does. zen-engine and OpenFisca-core get the case as
  columns and the ends of terms as numbers, because they count no Dutch working days: that makes
  their work lighter. Reading the columns counts for them, as reading the events does for us.
* OpenFisca-core is made for many cases at once; one at a time is not its strength, and the
  comparison says nothing about a population.
* Our findings are shared: equal answers are one object, built when first given. The line *cases not
  seen before* shows what that costs on days and combinations that are new.
"""


def document(figures: Figures, of_web: WebFigures) -> str:
    """Return the page."""
    return "\n".join(
        (
            HEAD,
            f"Measured on {today()} on {_machine()}; zen-engine {version('zen-engine')}, "
            f"OpenFisca-core {version('openfisca-core')}, "
            f"django-ninja {version('django-ninja')}.\n",
            "## What was to be reached\n",
            _goals([*figures.goals, *web.goals(of_web)]),
            "\n## Eleven rules, against others\n",
            "Rows 1-4 and 7-13 of a letter's victim path, in `bench/eleven/`.\n",
            _rows(figures.eleven),
            NOTES,
            "## The whole Dutch law\n",
            f"{figures.size}.\n",
            _rows(figures.whole),
            web.section(of_web),
        )
    )


def web_alone(of_web: WebFigures) -> str:
    """Return what the page would tell of the web application."""
    return "\n".join((_goals(web.goals(of_web)), "", web.section(of_web)))


def _goals(goals: list[Goal]) -> str:
    lines = ["| | goal | reached | |", "|---|---|---|---|"]
    lines += [f"| {g.what} | {g.goal} | {g.reached} | {'yes' if g.met else 'no'} |" for g in goals]
    return "\n".join(lines)


def _rows(rows: list[Row]) -> str:
    lines = ["| | µs a case, middle | best | times ours |", "|---|---:|---:|---:|"]
    for row in rows:
        times = "" if row.times_ours is None else _number(row.times_ours)
        lines.append(f"| {row.name} | {_number(row.median)} | {_number(row.least)} | {times} |")
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return f"{value:.1f}" if value < 20 else f"{value:,.0f}"


def _machine() -> str:
    """Say what kind of machine this is, never which one."""
    kind = platform.processor() or platform.machine()
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        lines = listed.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        kind = next(iter(names), kind)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores of {kind} ({platform.system()}), {python}"
