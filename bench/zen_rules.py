"""The eleven rules for zen-engine, twice: as a table for each rule, and as an expression for each.

Both are decision graphs without code, compiled once; the faster one is what ours is compared with.
Yes, no and open are words, since the logic of the expressions has two values.
"""

import json
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import zen

from ketenwijzer.engine.calendar import Calendar
from ketenwijzer.engine.case import Event

from .answers import NORMS, Answer, Line
from .columns import VALUE, Reader, day_of, term
from .rows import TABLES, Row

FACTS = {
    "indicated": "indication != null",
    "reported": "report != null",
    "prosecuted": "prosecution != null",
    "dublin": "claimed != null ? (released == null ? true : claimed > released) : false",
    "dublin_report": "$.dublin and $.reported",
    "stays": "$.dublin ? 'yes' : lawful",
    "reflecting": "$.indicated ? day <= three_months : false",
    "late": "$.reported and $.indicated ? report > three_months : false",
    "three_years_past": "$.reported ? day > three_years : false",
    "dismissed": "closed != null ? ($.prosecuted ? prosecution <= closed : true) : false",
    "dublin_then": "$.reported and claimed != null ? (claimed <= report and "
    "(released == null ? true : (released > report or claimed > released))) : false",
    "viewed_after": "$.reported and viewed != null ? viewed >= report : false",
    "three_months_state": "$.indicated ? ($.reflecting ? 'running' : 'ended') : null",
    "four_weeks_state": "$.dublin_then ? ($.viewed_after ? (viewed <= four_weeks ? 'met' : "
    "'met_late') : (day <= four_weeks ? 'running' : 'passed')) : null",
    "three_years_state": "$.reported ? ($.three_years_past ? 'ended' : 'running') : null",
}


SAID = ("standing", "since", "until", "reason", "source")


class Zen:
    """A graph, read and compiled once."""

    def __init__(self, calendar: Calendar, *, tables: bool) -> None:
        self._reader = Reader(calendar)
        content = zen.ZenDecisionContent(json.dumps(_with_tables() if tables else _in_one_node()))
        self._decision = zen.ZenEngine().create_decision(content)

    def answer(self, events: Sequence[Event], day: date) -> Answer:
        columns = self._reader.read(events, day)
        found = self._decision.evaluate(columns)["result"]
        lines = []
        for norm in NORMS:
            said = found[norm]
            since, until = day_of(said["since"]), day_of(said["until"])
            lines.append(Line(norm, said["standing"], since, until, said["reason"], said["source"]))
        report, weeks = columns["report"], columns["four_weeks"]
        starts, months = columns["indication"], columns["three_months"]
        terms = (
            *term("three_months", starts, months, found.get("three_months_state")),
            *term("four_weeks", report, weeks, found.get("four_weeks_state")),
            *term("three_years", report, columns["three_years"], found.get("three_years_state")),
        )
        return Answer(tuple(lines), terms)


def _in_one_node() -> dict[str, object]:
    rules = {norm: _rule(*TABLES[norm]) for norm in NORMS}
    return _graph([_node("rules", "expressionNode", _expressions(FACTS | rules, pass_on=False))])


def _with_tables() -> dict[str, object]:
    facts = _node("facts", "expressionNode", _expressions(FACTS, pass_on=True))
    states = _expressions({key: key for key in FACTS if key.endswith("_state")}, pass_on=False)
    tables = [_node(norm, "decisionTableNode", _table(norm, *TABLES[norm])) for norm in NORMS]
    return _graph([facts], [*tables, _node("states", "expressionNode", states)])


def _graph(*stages: list[dict[str, object]]) -> dict[str, object]:
    """Join the stages from the input to the output: each node with all of the stage before."""
    whole = [[_node("input", "inputNode")], *stages, [_node("output", "outputNode")]]
    edges = [
        {"id": f"{a['id']}-{b['id']}", "sourceId": a["id"], "targetId": b["id"]}
        for before, after in pairwise(whole)
        for a in before
        for b in after
    ]
    return {"nodes": [node for stage in whole for node in stage], "edges": edges}


def _node(name: str, kind: str, content: dict[str, object] | None = None) -> dict[str, object]:
    return {"id": name, "name": name, "type": kind} | ({"content": content} if content else {})


def _expressions(values: dict[str, str], *, pass_on: bool) -> dict[str, object]:
    listed = [{"id": key, "key": key, "value": value} for key, value in values.items()]
    return {"expressions": listed, "passThrough": pass_on}


def _table(norm: str, fields: tuple[str, ...], rows: list[Row]) -> dict[str, object]:
    return {
        "hitPolicy": "first",
        "inputs": [{"id": f"in-{field}", "name": field, "field": field} for field in fields],
        "outputs": [{"id": key, "name": key, "field": f"{norm}.{key}"} for key in SAID],
        "rules": [
            {
                "_id": str(number),
                **{f"in-{field}": hit for field, hit in zip(fields, row[0], strict=True)},
                **dict(zip(SAID, _values(row), strict=True)),
            }
            for number, row in enumerate(rows)
        ],
        "passThrough": False,
    }


def _rule(fields: tuple[str, ...], rows: list[Row]) -> str:
    *conditional, last = rows
    cases = "".join(f"({_hits(fields, row[0])}) ? {_said(row)} : " for row in conditional)
    return cases + _said(last)


def _hits(fields: tuple[str, ...], cells: tuple[str, ...]) -> str:
    parts = []
    for field, cell in zip(fields, cells, strict=True):
        name = field if field in VALUE.values() else f"$.{field}"
        if cell:
            parts.append({"true": name, "false": f"not {name}"}.get(cell, f"{name} == {cell}"))
    return " and ".join(parts)


def _said(row: Row) -> str:
    return "{" + ", ".join(map(": ".join, zip(SAID, _values(row), strict=True))) + "}"


def _values(row: Row) -> tuple[str, ...]:
    _, standing, since, until, reason, source = row
    ends = f"{until} + 1" if until else "null"
    return f"'{standing}'", since or "null", ends, f"'{reason}'", f"'{source}'"
