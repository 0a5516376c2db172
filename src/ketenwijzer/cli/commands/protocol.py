"""`protocol`: the law as data, checked, read as it stood on a day, compared, and its questions."""

from collections.abc import Callable, Mapping, Sequence

from rich.text import Text as Line

from ...corpus.compare import diff
from ...corpus.lint import lint
from ...corpus.load import read_corpus
from ...corpus.show import Consolidated, show
from ...engine.law import Corpus, Layer, Standing, Version
from ...engine.versions import versions_on
from ...engine.vocabulary import Text
from ...telling.happenings import reach
from ...telling.printing import Printer
from ..desk import Desk, country_of, day_of, open_protocol
from ..refusals import Refused, refused, refused_name
from ..usage import Asked

CLEAN = Text(
    "Nagekeken: {} normen in {} lagen, geen problemen.",
    "Checked: {} norms in {} layers, no problems.",
)
PROBLEMS = Text(
    "{count} problemen gevonden; ze staan hierboven.", "{count} problems found; they stand above."
)
NO_SUCH = Text(
    "Er is geen norm of laag `{name}`.{near} `ketenwijzer protocol show` toont de lijst.",
    "There is no norm or layer `{name}`.{near} `ketenwijzer protocol show` shows the list.",
)
NO_LAYER = Text(
    "Er is geen laag `{name}`.{near} `ketenwijzer protocol diff` toont ze.",
    "There is no layer `{name}`.{near} `ketenwijzer protocol diff` shows them.",
)
NO_VERSION = Text(
    "Deze laag heeft geen versie van `{name}`.{near}",
    "This layer has no version of `{name}`.{near}",
)
TOO_MANY = Text(
    "Schrijf een laag, of een laag en twee versies.", "Write a layer, or a layer and two versions."
)
SEEN_UNTIL = Text("gezien t/m {}", "seen to {}")
SEEN_BETWEEN = Text("tussen {} en {}", "between {} and {}")
NORMS = Text("Normen", "Norms")
LAYERS = Text("Teksten op {}", "Texts on {}")
VERSIONS = Text("Lagen en hun versies", "Layers and their versions")
NOT_CONFIRMED = Text("niet bevestigd", "not confirmed")
ASKED = Text("Wat het protocol kan vragen", "What the protocol may ask")
LEFT_OPEN = Text("Wat de bronnen open laten", "What the sources leave open")
SAME = Text("Geen verschillen.", "No differences.")
HOW = {
    "added": Text("nieuw", "added"),
    "dropped": Text("vervallen", "dropped"),
    "changed": Text("gewijzigd", "changed"),
    "moved": Text("andere volgorde", "other order"),
}


def run(asked: Asked, desk: Desk) -> None:
    """Do one of the parts."""
    PARTS[asked.part](asked, desk)


def _lint(asked: Asked, desk: Desk) -> None:
    corpus = read_corpus(country_of(asked.country))
    problems = lint(corpus)
    for problem in problems:
        said = Line(f"{problem.where}: ", style="bold").append(
            f"{desk.reader(problem.text)} ", style="default not bold"
        )
        desk.printer.print(said.append(f"[{problem.code}]", style="dim"))
    if problems:
        raise refused(PROBLEMS, count=len(problems))
    desk.printer.print(desk.reader(CLEAN).format(len(corpus.norms), len(corpus.layers)))


# ------------------------------------------------------------------ show


def _show(asked: Asked, desk: Desk) -> None:
    corpus = open_protocol(asked.country)
    on = day_of(asked.on, "--on") if asked.on else desk.today
    known = [*corpus.norms, *(layer.id for layer in corpus.layers)]
    for name in asked.words:
        if name not in known:
            raise refused_name(NO_SUCH, name, known)
    printer, reader = desk.printer, desk.reader
    for name in asked.words:
        _text(show(corpus, name, on), printer)
    if not asked.words:
        printer.heading(reader(NORMS))
        for norm in corpus.norms.values():
            printer.indented(Line(norm.id, style="cyan").append(f"  {reader(norm.title)}"), 2)
        printer.heading(reader(LAYERS).format(reader.day(on)))
        for layer in corpus.layers:
            for version in versions_on(layer, on):
                _version(version, printer)


def _text(found: Consolidated, printer: Printer) -> None:
    reader = printer.reader
    printer.heading(f"{found.subject} · {reader.day(found.on)}")
    for force in found.versions:
        seen = reader(SEEN_UNTIL).format(reader.day(force.seen_until)) if force.seen_until else ""
        title = f"{reader(force.title)} [{force.version}]"
        printer.print(Line(" · ".join(filter(None, (title, seen))), style="bold"))
        for passage in found.passages:
            if passage.version != force.version:
                continue
            head = Line(f"{passage.sort} {passage.name}", style="cyan")
            subject = f" {passage.norm}" if passage.norm != found.subject else ""
            head.append(f"{subject} → {passage.says}" if passage.says else subject, "default")
            printer.indented(head, 2)
            for line in passage.when:
                printer.indented(f"when {line}", 6, "dim")
            printer.indented(reader(passage.text), 6)
            sources = "; ".join(passage.sources)
            doubt = "" if passage.confirmed else f" ({reader(NOT_CONFIRMED)})"
            printer.indented(f"{sources}{doubt}", 6, "dim")


def _version(version: Version, printer: Printer) -> None:
    reader = printer.reader
    start = reader.day(version.seen)
    if version.not_before != version.seen:
        start = reader(SEEN_BETWEEN).format(reader.day(version.not_before), start)
    until = reader(SEEN_UNTIL).format(reader.day(version.seen_until)) if version.seen_until else ""
    told = " · ".join(filter(None, (reader(version.title), start, until)))
    printer.indented(Line(version.id, style="cyan").append(f"  {told}", "default"), 2)


# ------------------------------------------------------------------ diff


def _diff(asked: Asked, desk: Desk) -> None:
    corpus, printer = open_protocol(asked.country), desk.printer
    if not asked.words:
        printer.heading(desk.reader(VERSIONS))
        for layer in corpus.layers:
            printer.print(Line(layer.id, style="bold"))
            for version in layer.versions:
                _version(version, printer)
        return
    before, after, layer = _two_versions(corpus, asked.words)
    found = diff(layer, before, after)
    printer.heading(f"{found.before} → {found.after}")
    for how, sort, norm, name, part, old, new in found.rows(desk.reader.language):
        place = " ".join(dict.fromkeys(filter(None, (sort, norm, name, part))))
        printer.print(Line(f"{desk.reader(HOW[how])}: ", style="bold").append(place, "cyan"))
        for sign, value, style in (("-", old, "red"), ("+", new, "green")):
            for line in value.splitlines():
                printer.indented(f"{sign} {line}", 4, style)
    if not found.changes:
        printer.print(desk.reader(SAME))


def _two_versions(corpus: Corpus, words: Sequence[str]) -> tuple[Version, Version, Layer]:
    layers = {layer.id: layer for layer in corpus.layers}
    name, *days = words
    if name not in layers:
        raise refused_name(NO_LAYER, name, list(layers))
    layer = layers[name]
    versions = {key: v for v in layer.versions for key in (v.id, v.seen.isoformat())}
    if not days:
        return layer.versions[max(0, len(layer.versions) - 2)], layer.versions[-1], layer
    if len(days) != 2:
        raise Refused(TOO_MANY)
    for day in days:
        if day not in versions:
            raise refused_name(NO_VERSION, day, [v.seen.isoformat() for v in layer.versions])
    return versions[days[0]], versions[days[1]], layer


# ------------------------------------------------------------------ questions


def _questions(asked: Asked, desk: Desk) -> None:
    """Print every question that a fact can raise, and every rule that ends in *not stated*."""
    corpus, printer, reader = open_protocol(asked.country), desk.printer, desk.reader
    printer.heading(reader(ASKED))
    for fact in corpus.facts.values():
        if fact.question is not None:
            party = reach(corpus, fact.ask or fact.judged_by, reader)
            printer.listed(f"{reader(fact.question)} ({fact.name}; {party})")
    printer.heading(reader(LEFT_OPEN))
    for norm, text, ask in _left_open(corpus):
        title = reader(corpus.norms[norm].title)
        printer.listed(f"{title}: {reader(text)} ({reach(corpus, ask, reader)})")


def _left_open(corpus: Corpus) -> list[tuple[str, Text, str | None]]:
    found: dict[tuple[str, Text], str | None] = {}
    for layer in corpus.layers:
        for version in layer.versions:
            for norm, rules in version.norms.items():
                for rule in rules.rules:
                    if rule.then is Standing.NOT_STATED:
                        found[norm, rule.text] = rule.ask or corpus.norms[norm].ask
    order = list(corpus.norms)
    return sorted(((n, t, a) for (n, t), a in found.items()), key=lambda row: order.index(row[0]))


PARTS: Mapping[str, Callable[[Asked, Desk], None]] = {
    "lint": _lint,
    "show": _show,
    "diff": _diff,
    "questions": _questions,
}
