"""What a finding says in a sentence, whom to ask about it, and the sources that it stands on.

A rule that is left open is never told as if it had fired: then the open questions speak.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..engine.findings import LAYERS_DISAGREE, Finding
from ..engine.law import Corpus, Kind, Source, Standing, Version
from ..engine.outcomes import COURTS_DIFFER, Outcome
from ..engine.vocabulary import Text
from .language import capital
from .words import WHYS

OPEN = Text("Dit hangt af van wat nog openstaat: {}", "This depends on what is still open: {}")
FACTS_MISSING = Text(
    "Er ontbreken gegevens om dit vast te stellen.", "Facts are missing to establish this."
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of a finding, in the version of the text in which it stands."""

    norm: str
    layer: str
    version: str
    source: Source
    last_seen: date | None


def has_fired(outcome: Outcome) -> bool:
    """Tell whether its rule decided, and was not left open."""
    return (
        outcome.rule is not None
        and outcome.rule.then is outcome.standing
        and not (outcome.open_facts)
    )


def speaks_for_all(finding: Finding) -> bool:
    """Tell whether the deciding rule fired and nothing contradicts it."""
    deciding = finding.deciding
    return deciding is not None and has_fired(deciding) and finding.standing is deciding.standing


def says(corpus: Corpus, outcome: Outcome) -> Text:
    """Return what one layer says: its rule, what keeps it open, or why it does not say."""
    if outcome.rule is None:
        why = WHYS.get(outcome.why, WHYS[""])
        return Text(capital(why.nl) + ".", capital(why.en) + ".")
    if has_fired(outcome):
        return outcome.rule.text
    if not outcome.open_facts:
        return FACTS_MISSING
    asked = [question(corpus, fact) for fact in outcome.open_facts]
    return Text(
        OPEN.nl.format(" ".join(text.nl for text in asked)),
        OPEN.en.format(" ".join(text.en for text in asked)),
    )


def spoken(corpus: Corpus, finding: Finding) -> Text:
    """Return what a finding says in a sentence or two; a dispute is told from both sides."""
    if finding.deciding is None:
        why = WHYS[finding.why]
        return Text(capital(why.nl) + ".", capital(why.en) + ".")
    parts = sides(finding)
    if len(parts) < 2:
        return says(corpus, finding.deciding)
    told = [(text_title(corpus, part), says(corpus, part)) for part in parts]
    return Text(
        " ".join(f"{title.nl}: {text.nl}" for title, text in told),
        " ".join(f"{title.en}: {text.en}" for title, text in told),
    )


def sides(finding: Finding) -> tuple[Outcome, ...]:
    """Return the outcomes that contradict each other, one per standing; else the deciding one."""
    if finding.deciding is None:
        return ()
    if finding.why == LAYERS_DISAGREE:
        decided = (Standing.HOLDS, Standing.DOES_NOT_HOLD, Standing.LAPSED)
        found = [o for o in finding.outcomes if o.standing in decided]
    elif finding.why == COURTS_DIFFER and finding.deciding.between:
        found = list(finding.deciding.between)
    else:
        return (finding.deciding,)
    return tuple({outcome.standing: outcome for outcome in reversed(found)}.values())[::-1]


def question(corpus: Corpus, fact: str) -> Text:
    """Return what to ask about a fact that is open."""
    found = corpus.facts[fact]
    return found.question or Text(f"{capital(found.text.nl)}?", f"{capital(found.text.en)}?")


def whom_to_ask(corpus: Corpus, finding: Finding) -> str | None:
    """Return the party to ask about a norm: as its open fact, its rule or its list entry says."""
    outcome = finding.deciding
    for fact in outcome.open_facts if outcome else ():
        asked = corpus.facts[fact].ask or corpus.facts[fact].judged_by
        if asked:
            return asked
    rule = outcome.rule if outcome else None
    return (rule.ask if rule else None) or corpus.norms[finding.norm].ask


def is_about_her(corpus: Corpus, norm: str) -> bool:
    """Tell whether a norm is of a group in which she has rights that she is told about."""
    group = corpus.norms[norm].group
    return any(
        other.group == group and other.kind is Kind.RIGHT and bool(other.plain)
        for other in corpus.norms.values()
    )


def text_title(corpus: Corpus, outcome: Outcome) -> Text:
    """Return the title of the text in which an outcome stands."""
    found = version_of(corpus, outcome.layer, outcome.version)
    return found.title if found else Text(outcome.layer, outcome.layer)


def version_of(corpus: Corpus, layer: str, version: str) -> Version | None:
    """Return a version of a layer by its id, or None."""
    versions = (v for found in corpus.layers if found.id == layer for v in found.versions)
    return next((v for v in versions if v.id == version), None)


def seen_until(corpus: Corpus, cite: Cited) -> date | None:
    """Return the last day on which the text of a norm was seen in use; None: to this day."""
    layer = next(layer for layer in corpus.layers if layer.id == cite.layer)
    found = (version.norms.get(cite.norm) for version in reversed(layer.versions))
    return next((r.seen_until for r in found if r and r.version == cite.version), None)


def cited(corpus: Corpus, finding: Finding) -> tuple[Cited, ...]:
    """Return every source that a finding stands on, the deciding text first, none twice."""
    outcomes = [o for o in finding.outcomes if o.standing == _decided(finding)] or list(
        finding.outcomes
    )
    if finding.why == LAYERS_DISAGREE:
        outcomes = list(finding.outcomes)
    found = [c for outcome in outcomes for c in of_outcome(corpus, finding.norm, outcome)]
    return tuple(dict.fromkeys(found))


def of_outcome(corpus: Corpus, norm: str, outcome: Outcome) -> Iterator[Cited]:
    """Yield the sources of one outcome, and of the texts between which it stands."""
    found = version_of(corpus, outcome.layer, outcome.version)
    for name in outcome.rule.sources if outcome.rule and found else ():
        if found and name in found.sources:
            yield Cited(
                norm, outcome.layer, outcome.version, found.sources[name], outcome.last_seen
            )
    for other in outcome.between:
        yield from of_outcome(corpus, norm, other)


def _decided(finding: Finding) -> Standing | None:
    return finding.deciding.standing if finding.deciding else None
