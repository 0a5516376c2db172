"""Tells of the web application as a section of the page, with what was to be reached."""

from ..goals import Goal
from .measure import CLIENTS, Figure, Growth, WebFigures

NAMES = {
    "worklist": "worklist",
    "search": "search",
    "case": "case page",
    "record": "recording an event, through the page",
    "append": "recording an event, the deed alone",
    "bare": "bare django-ninja insert",
}
LISTS, DEEDS = ("worklist", "search"), ("case", "record", "append")
OURS = (*LISTS, *DEEDS)
MOST_STATEMENTS = {**dict.fromkeys(LISTS, 8), **dict.fromkeys(DEEDS, 12)}
NOTES = """
* The cases are invented and otherwise real: every entry sealed under a key of its own and chained,
  every row for lists made by the code that the application uses, every access logged. Before
  anything is timed the rows of a sample are made again from the chronologies and must be the same,
  and all chronologies of the smaller databases are verified. The smaller database holds the first
  cases of the larger, with the same partners: what grows is the number of cases for each of them.
* Two workers as `ketenwijzer serve` starts them, without its ticking; {clients} clients on the same
  machine, random members and cases, each request over a new connection. The two sizes are asked
  right after each other, round by round; growth is the middle one of the ratios per round, so that
  whatever else the machine does counts for both. The times are those of the clients and include
  their own.
* Processor time is that of the workers, not of the database server or the client.
* *Recording, the deed alone* and *bare insert* are answered beside each other by the same workers
  on the same database, both through django-ninja, without middleware. The bare one inserts a case
  and an event into two tables in one transaction. Ours opens the case for a member, decides,
  determines what she would lose, seals, chains, and brings all rows of the case in line.
* SQLite waits for the disk at every commit (`synchronous=FULL`), and so does PostgreSQL.
"""


def goals(found: WebFigures) -> list[Goal]:
    """Return what was to be reached of the web application, and what was."""
    ours = [figure for figure in found.figures if figure.visit in OURS]
    few, many = found.sizes[0], found.sizes[-1]
    made = [_growth(found.growth, vendor, few, many) for vendor in found.beside_bare if few != many]
    made += [
        _statements(ours, "a list", LISTS, 8),
        _statements(ours, "a page or recording", DEEDS, 12),
        _spread([figure for figure in ours if figure.visit in LISTS]),
    ]
    made += [
        Goal(
            f"recording an event beside the bare insert, {vendor}",
            "at least a third of its rate",
            f"{ratio:.2f} of it",
            ratio >= 1 / 3,
        )
        for vendor, ratio in found.beside_bare.items()
    ]
    most = max(held.all_told for held in found.memory.values())
    made.append(
        Goal(
            "two workers and what started them, after the load",
            "at most 250 MiB",
            f"{most:.0f} MiB",
            most <= 250,
        )
    )
    missing = ", ".join(NAMES[name] for name in found.missing)
    if missing:
        made.append(Goal("all pages measured", "all", f"not there yet: {missing}", False))
    return [goal for goal in made if goal is not None]


def _growth(growth: list[Growth], vendor: str, few: int, many: int) -> Goal:
    of = [one for one in growth if one.vendor == vendor and one.visit in OURS]
    worst = max(of, key=lambda one: one.p95)
    return Goal(
        f"p95 from {few:,} to {many:,} cases, {vendor}",
        "at most 1.3 times",
        f"{worst.p95:.2f} times ({NAMES[worst.visit]})",
        worst.p95 <= 1.3,
    )


def _statements(figures: list[Figure], what: str, visits: tuple[str, ...], most: int) -> Goal:
    found = [figure for figure in figures if figure.visit in visits]
    if not found:
        return Goal(f"SQL statements of {what}", f"at most {most}", "not measured", False)
    worst = max(found, key=lambda figure: figure.statements)
    reached = f"{worst.statements} ({NAMES[worst.visit]})"
    return Goal(f"SQL statements of {what}", f"at most {most}", reached, worst.statements <= most)


def _spread(lists: list[Figure]) -> Goal:
    if not lists:
        return Goal("p95 of a list beside its p50", "at most 3 times", "not measured", False)
    worst = max(lists, key=lambda figure: figure.p95 / figure.p50)
    times = worst.p95 / worst.p50
    where = f"{NAMES[worst.visit]}, {worst.store.vendor}, {worst.store.cases:,}"
    return Goal(
        "p95 of a list beside its p50",
        "at most 3 times",
        f"{times:.1f} times ({where})",
        times <= 3,
    )


def section(found: WebFigures) -> str:
    """Return the section of the page."""
    sizes = " and ".join(f"{size:,}" for size in found.sizes)
    lines = [
        f"## The web application, with {sizes} cases\n",
        f"Filled and checked in {found.filled / 60:.1f} minutes. After the same load, without the "
        "endpoints that only the bench has (they need django-ninja), two workers and the process "
        "that started them held "
        + " and ".join(f"{m.all_told:.0f} MiB ({vendor})" for vendor, m in found.memory.items())
        + "; the two workers alone, what they share counted for both, "
        + " and ".join(f"{m.apart:.0f} MiB" for m in found.memory.values())
        + ".\n",
    ]
    for vendor in found.beside_bare:
        lines += [f"### {vendor}\n", *_table(found, vendor), ""]
    return "\n".join(lines).rstrip() + "\n" + NOTES.format(clients=CLIENTS)


def _table(found: WebFigures, vendor: str) -> list[str]:
    lines = [
        "| | cases | requests a second | p50, ms | p95, ms | processor, ms | SQL statements |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    of = [figure for figure in found.figures if figure.store.vendor == vendor]
    for figure in sorted(of, key=lambda one: (list(NAMES).index(one.visit), one.store.cases)):
        lines.append(
            f"| {NAMES[figure.visit]} | {figure.store.cases:,} | {figure.per_second:.0f} "
            f"| {figure.p50:.1f} | {figure.p95:.1f} | {figure.cpu:.1f} | {figure.statements} |"
        )
    lines += [
        "",
        f"From {found.sizes[0]:,} to {found.sizes[-1]:,} cases:\n",
        "| | p50 | p95 | processor |",
        "|---|---:|---:|---:|",
    ]
    for one in (one for one in found.growth if one.vendor == vendor):
        times = f"{one.p50:.2f} times | {one.p95:.2f} times | {one.cpu:.2f} times"
        lines.append(f"| {NAMES[one.visit]} | {times} |")
    return lines if found.growth else lines[:-4]
