"""Writes docs/rulings.md from the stories of the rulings, so that it cannot say otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ketenwijzer.engine.vocabulary import Text
from tests.scenarios.stories import MUST_COME_OUT, Check, Scenario, corpus

HEAD = """\
# The rulings, and what comes out

Twenty-five published rulings stand as stories of our own wording beside the law, in
`protocols/nl/scenarios/`. Each carries checks: on this day, for this norm, this must come out. They
are an outside test: courts, not we, said what the answer was. This page is written from those files
(`make golden`) and a test holds it to them.

* **Strength** says how surely the source says it: *holding* (the court held it), *fact* and *fact
  derivation* (it follows from dates in the ruling), *ind position* (what the immigration service
  holds), *derived* (we or the compiler of the collection derived it), *open* (a question).
* **Comes out** names the standing that the test asks for. The test of a row is
  `tests/scenarios/test_rulings.py::test_what_the_story_says_comes_out[ECLI-rule-day]`.
* A holding about the validity of policy is no position. It stands as case law at its norm
  (`protocols/nl/case_law.yaml`), for or against the person's claim, and is shown by `why`.
* Rulings that contradict each other make the norm *disputed*, with both attached.
* Days that a ruling does not give are assumed inside their interval and marked `assumed: true`;
  where the Dublin regime clearly applied, so is a missing Dublin request. Each story says which.
* A refusal that is recorded decides the norm by itself. Where it falls on the day of the check, a
  *derived* row asks the same on a day before it, so that the law answers and not the record.

Almost all of these rulings refuse. That an engine does not simply always say no is shown by the
acceptance stories beside them (`s…` and `r…`), one for every route to a right.
"""

KNOWN = " (known at {})"


def page(rulings: Iterable[Scenario]) -> str:
    stories = list(rulings)
    checks = [(story, check) for story in stories for check in story.checks]
    parts = [HEAD, _summary(checks), _mapping(checks), _not_reproduced(checks)]
    parts += ["## Ruling by ruling\n", *(_ruling(story) for story in stories)]
    return "\n".join(parts)


def _summary(checks: list[tuple[Scenario, Check]]) -> str:
    must = [check for _, check in checks if check.strength in MUST_COME_OUT]
    done = [check for check in must if check.expected]
    return (
        f"{len(checks)} checks, of which {len(must)} are a holding or a fact; {len(done)} of those "
        f"come out as a position, {len(must) - len(done)} are case law only.\n"
    )


def _mapping(checks: list[tuple[Scenario, Check]]) -> str:
    norms: dict[str, dict[str, None]] = {}
    rulings: dict[str, dict[str, None]] = {}
    for story, check in checks:
        norms.setdefault(check.rule, {}).setdefault(str(check.norm))
        rulings.setdefault(check.rule, {}).setdefault(_short(story))
    rows = [
        (f"`{rule}`", ", ".join(f"`{norm}`" for norm in norms[rule]), ", ".join(rulings[rule]))
        for rule in sorted(norms)
    ]
    return "## Rule names and our norms\n\n" + _table(("rule", "norm", "rulings"), rows)


def _not_reproduced(checks: list[tuple[Scenario, Check]]) -> str:
    rows = [
        (
            _short(story),
            f"`{check.rule}`",
            f"`{check.norm}`",
            check.text.en,
            check.not_reproduced.en,
        )
        for story, check in checks
        if check.not_reproduced
    ]
    head = ("ruling", "rule", "norm", "the court", "why no position")
    return "## What is case law and no position\n\n" + _table(head, rows)


def _ruling(story: Scenario) -> str:
    decided = f", {_day(story.decided_on)}" if story.decided_on else ""
    rows = [
        (
            f"{check.on}" + (KNOWN.format(check.known_at) if check.known_at else ""),
            f"`{check.rule}`",
            f"`{check.norm}`",
            check.text.en,
            check.strength.replace("_", " "),
            _outcome(check),
        )
        for check in story.checks
    ]
    parts = [
        f"### {story.title.en}\n",
        f"{story.reference}{decided} · `{story.name}.yaml`\n",
        f"{story.story.en} {_assumed(story.notes)}\n",
        _table(("day", "rule", "norm", "says", "strength", "comes out"), rows),
    ]
    return "\n".join(parts)


def _outcome(check: Check) -> str:
    said = "; ".join(_expectations(check)) if check.expected else "case law only"
    attached = [
        holding
        for holding in corpus().holdings
        if check.case_law and holding.norm == check.norm and holding.speaks == check.case_law
    ]
    law = f"; case law: {str(check.case_law).replace('_', ' ')}" if attached else ""
    return said + law


def _expectations(check: Check) -> Iterator[str]:
    for word, value in check.expected.items():
        if isinstance(value, tuple):
            yield " or ".join(standing.replace("_", " ") for standing in value)
        elif isinstance(value, Mapping):
            yield ", ".join(f"{ground}: {_yes(met)}" for ground, met in value.items())
        elif isinstance(value, bool):
            yield word if value else f"not {word}"
        else:
            yield f"{word.replace('_', ' ')} {value}"


def _yes(value: bool | None) -> str:
    return {True: "met", False: "not met", None: "not established"}[value]


def _assumed(notes: Text | None) -> str:
    return f"*{notes.en}*" if notes else ""


def _short(story: Scenario) -> str:
    return str(story.reference).removeprefix("ECLI:").replace("NL:RBDHA:", "")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
