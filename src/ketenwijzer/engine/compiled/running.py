"""Terms in the generated source: which text sets one, how long it is, how it stands.

The sum of a term is computed once per first day, and per day on which something ended, met,
paused or extended it; what is left for each case is to look it up.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from .. import values
from ..calendar import Calendar
from ..conditions import TODAY, Always
from ..errors import UnknownName
from ..law import Corpus, Layer, TermCase, TermRule
from ..terms import RunningTerm, TermState, run
from ..truth import Truth
from ..versions import term_rules_on
from .intervals import Intervals, days_of_versions, intervals
from .memory import Remembered
from .program import Program
from .text import Block, Chain, spelled
from .truths import Expr, Frame, TermTexts, TermVar, Truths, has_come

OVER = (TermState.ENDED, TermState.ENDED_EARLY, TermState.PASSED)
Key = date | None | tuple[date | None, ...]
Entry = tuple[date | None, RunningTerm | None, RunningTerm | None]
"""The last day of a term, and the term as it stands up to that day and after it."""


class Home(Frame, Protocol):
    """A frame that lines can be added to."""

    @property
    def block(self) -> Block:
        """The lines so far."""


def write_term(home: Home, program: Program, name: str) -> TermVar:
    """Add the lines that find a term: None if it has not started or its length is open."""
    first, texts = _texts(program.corpus, name)
    start = home.moment(first.start)
    choices = texts.distinct()
    var = _variables(home, len(program.kept), name, choices)
    bodies = [_text(home, program, var, index) for index in range(len(choices))]
    home.block.add(f"{var.name} = {var.last} = None")
    if var.begun:
        home.block.add(f"{var.begun}, {var.unsettled} = False, None")
    inside = home.block.open(f"if {has_come(start, home.day)}:")
    if len(choices) == 1:
        inside.extend(bodies[0])
        return var
    text = program.names.fresh("text")
    inside.add(f"{text} = {program.choice(('term', name), texts, start.name)}")
    chain = Chain(program.names)
    for index in range(len(bodies) - 1, 0, -1):
        chain.case(f"{text} == {index}", bodies[index])
    chain.otherwise(bodies[0])
    chain.write(inside)
    return var


def _variables(home: Home, number: int, name: str, choices: tuple[TermTexts, ...]) -> TermVar:
    """Name the variables of a term; more of them where it may be left open."""
    may_be_open = any(
        len(rules) > 1 or any(not _sets(home, rule).certain for rule in rules) for rules in choices
    )
    name, last = spelled("t", name, number), spelled("last", name, number)
    if not may_be_open:
        return TermVar(name, last, texts=choices)
    return TermVar(name, last, f"{name}_begun", f"{name}_unsettled", choices)


def _texts(corpus: Corpus, name: str) -> tuple[TermRule, Intervals[TermTexts]]:
    for layer in corpus.layers:
        first = next((v.terms[name] for v in layer.versions if name in v.terms), None)
        if first is not None:
            return first, intervals(days_of_versions(layer), partial(_in_force, {}, layer, name))
    raise UnknownName("term", name)


def _in_force(known: dict[TermTexts, TermTexts], layer: Layer, name: str, day: date) -> TermTexts:
    rules = term_rules_on(layer, name, day)
    return known.setdefault(rules, rules)


def _text(home: Home, program: Program, var: TermVar, number: int) -> list[str]:
    """Return the lines for one text: choose the length, look up the sum, see how it stands."""
    rules = var.texts[number]
    if len(rules) > 1:
        agree = program.names.of(_agreed, "agreed")
        truths = ", ".join(_begun(home, rule) for rule in rules)
        return [f"{var.begun} = {agree}({truths})"]
    rule = rules[0] if rules else None
    if rule is None:
        return ["pass"]
    chain = Chain(program.names)
    for case in rule.cases:
        found = _when(home, rule, case)
        body = _case(home, program, rule, case, var)
        left_open = [f"{var.begun}, {var.unsettled} = {_sets(home, rule).text}, {number}"]
        chain.case(found.text, body, None if found.certain else left_open)
    whole = Block()
    chain.write(whole.open(f"if {has_come(home.moment(rule.start), home.day)}:"))
    return list(whole.lines())


def _when(home: Home, rule: TermRule, case: TermCase) -> Expr:
    return Truths(home if isinstance(case.when, Always) else home.at(rule.start)).of(case.when)


def _sets(home: Home, rule: TermRule | None) -> Expr:
    """Return the expression that tells whether a text sets its term, once its first day came."""
    cases = [_when(home, rule, case) for case in rule.cases] if rule else []
    return Truths(home).joined(cases, "or")


def _begun(home: Home, rule: TermRule | None) -> str:
    come = has_come(home.moment(rule.start), home.day) if rule else "False"
    return f"({_sets(home, rule).text} if {come} else False)"


def _agreed(*truths: Truth) -> Truth:
    return truths[0] if len(set(truths)) == 1 else None


def _case(home: Home, program: Program, rule: TermRule, case: TermCase, var: TermVar) -> list[str]:
    names, key = _key(home, rule)
    sums = program.keep(
        ("term", id(rule), id(case)),
        lambda: Remembered(
            _sum(
                values.replace(rule, cases=(TermCase(Always(), case.add),)),
                names,
                program.corpus.calendar,
            )
        ),
        f"sums_{var.name}",
    )
    begun = [f"{var.begun} = True"] if var.begun else []
    return [
        *begun,
        f"{var.last}, running, over = {sums}[{key}]",
        f"{var.name} = running if {var.last} is None or {home.day.name} <= {var.last} else over",
    ]


def _key(home: Home, rule: TermRule) -> tuple[tuple[str, ...], str]:
    """Return the moments that decide how a term stands, and the text of the key they make.

    Only what has come counts, except for an extension. Where one moment plays both parts, the
    day itself goes into the key.
    """
    named = (rule.start, *rule.ends_early, rule.met_by, rule.paused_from, rule.paused_until)
    reached = tuple(dict.fromkeys(name for name in named if name))
    extended = rule.extended_to
    twice = extended in reached and not home.moment(extended or "").past
    parts = []
    for name in reached:
        var = home.moment(name)
        always = var.past or twice or name == rule.start
        parts.append(var.name if always else f"{var.name} if {has_come(var, home.day)} else None")
    if extended and extended not in reached:
        reached, parts = (*reached, extended), [*parts, home.moment(extended).name]
    if twice:
        reached, parts = (*reached, TODAY), [*parts, home.day.name]
    return reached, parts[0] if len(parts) == 1 else ", ".join(f"({part})" for part in parts)


def _sum(rule: TermRule, names: tuple[str, ...], calendar: Calendar) -> Callable[[Key], Entry]:
    def compute(key: Key) -> Entry:
        days = dict(zip(names, key if isinstance(key, tuple) else (key,), strict=True))
        day = days.get(TODAY) or date.max
        over = run(rule, day, days.get, lambda condition, start: True, calendar)
        if over is None or over.ends is None or TODAY in days or over.state not in OVER:
            return over.ends if over else None, over, over
        return over.ends, replace(over, state=TermState.RUNNING), over

    return compute
