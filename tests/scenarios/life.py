"""A whole case as compact text: each day on which something changes, and what changed.

    2021-11-30  reflection
      reflection_period             holds · right · since 2021-11-30 · until 2022-03-01
      term  reflection_period       2021-11-30 to 2022-02-28 · running

A line that does not come back still stands as it did. `gone` is a term or duty that no longer is.
"""

from collections.abc import Iterator

from ketenwijzer.engine.findings import Finding
from ketenwijzer.engine.position import Position
from ketenwijzer.engine.timeline import timeline
from tests.scenarios.stories import Scenario, corpus

CONTRACT = (
    "no_removal",
    "help_and_shelter",
    "lawful_stay",
    "reflection_period",
    "temporary_permit",
    "non_temporary_permit",
    "dublin_review",
    "dublin_transfer",
    "work_allowed",
    "no_work_in_reflection_period",
    "allowance",
    "medical_care",
    "legal_aid",
    "interpreter",
    "education",
    "guardian",
    "monthly_reporting",
    "registration_with_comensha",
)


def life_of(story: Scenario) -> str:
    """Return the life of a story from its first event on."""
    first = min(event.effective for event in story.events if event.type != "person")
    told: dict[str, str] = {}
    lines = [f"# {story.title.en}"]
    for interval in timeline(corpus(), story.events):
        if interval.end is not None and interval.end <= first:
            continue
        now = dict(_lines(interval.position))
        changed = [f"  {name:<44} {line}" for name, line in now.items() if told.get(name) != line]
        changed += [f"  {name:<44} gone" for name in told if name not in now]
        if changed:
            lines += ["", f"{max(interval.start, first)}  {interval.position.phase}", *changed]
        told = now
    return "\n".join(lines) + "\n"


def _lines(position: Position) -> Iterator[tuple[str, str]]:
    for norm in CONTRACT:
        yield norm, _finding(position.finding(norm))
    for term in position.terms:
        yield f"term  {term.term}", f"{term.starts} to {term.ends or 'open'} · {term.state}"
    for duty in position.duties:
        due = f" · by {duty.due}" if duty.due else ""
        yield f"duty  {duty.norm} ({duty.bearer})", f"{duty.state}{due}"


def _finding(finding: Finding) -> str:
    granted = {True: "granted", False: "not granted yet", None: ""}[finding.granted]
    parts = [
        finding.standing.value,
        granted,
        finding.strength.value if finding.strength else "",
        f"since {finding.since}" if finding.since else "",
        f"until {finding.until}" if finding.until else "",
        "" if finding.confirmed else "not confirmed",
    ]
    return " · ".join(part for part in parts if part)
