"""The sheet for herself: what holds and until when, what she may choose, who knows what of her.

    headline · what holds · what runs · what is open · what does not hold
    what she may choose, and what follows · what never depends on reporting
    who works with her · what was shared, and how to take that back · what she may ask

No name of hers stands in it, no address and no number of hers; its title says nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ...engine.calendar import DAY
from ...engine.findings import Finding
from ...engine.law import Kind, Standing
from ...engine.terms import TermState
from ..answer import Answer
from ..compare import Choice
from ..forks import is_told
from ..language import capital
from ..reading import term_text
from ..stating import plain
from ..tell import CLOSED, UNSETTLED, told_findings
from .letter import Block, Bullets, Heading, Letter, Note, Paragraph, Table
from .wording import Wording

MAY_ASK = ("access", "rectification", "restriction", "objection", "complaint")
DUTCH = "nl"


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part, and since when."""

    name: str
    since: date


@dataclass(frozen=True, slots=True)
class SharedWith:
    """What she said about sharing with somebody; `status` is a key of the wording."""

    name: str
    sections: tuple[str, ...]
    status: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that she asked, and the answer or the day by which she has one."""

    request: str
    outcome: str
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a sheet tells, as whoever makes it may see it.

    `withheld` are the norms and terms of which the whole case is told otherwise.
    """

    answer: Answer
    withheld: frozenset[str]
    withheld_terms: frozenset[str]
    choices: tuple[Choice, ...]
    stays: tuple[Finding, ...]
    made_by: str
    phone: str
    owner: str
    partners: tuple[Partner, ...]
    shared: tuple[SharedWith, ...]
    asked: tuple[Asked, ...]


def rights_sheet(sheet: Sheet, wording: Wording) -> Letter:
    """Return the sheet in one language; raises `MissingString`."""
    parts = (_opening, _position, _choices, _stays, _who, _shared, _rights)
    blocks = tuple(block for part in parts for block in part(sheet, wording))
    return Letter(wording.language, wording.say("title"), blocks)


def _opening(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    if not wording.reviewed:
        yield Note(wording.say("not_reviewed"))
        if wording.language != DUTCH:
            yield Note(wording.say("not_reviewed_dutch"), DUTCH)
    day = wording.day(sheet.answer.position.on)
    yield Paragraph(wording.say("made", organisation=sheet.made_by, day=day))
    danger = sheet.answer.corpus.danger
    if danger is not None:
        yield Paragraph(wording(danger), strong=True)
    yield Note(wording.say("keep"))


# ------------------------------------------------------------------ what holds


def _position(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    answer = sheet.answer
    told = [f for f in told_findings(answer, wording) if f.norm not in sheet.withheld]
    yield Heading(wording.say("now"))
    first = next((n.id for n in answer.corpus.norms.values() if n.question), "")
    for finding in told:
        if finding.norm == first:
            yield Paragraph(plain(answer, finding, wording), strong=True)
    rest = [finding for finding in told if finding.norm != first]
    yield from _holding(answer, [f for f in rest if f.standing is Standing.HOLDS], wording)
    yield from _running(sheet, wording)
    unsettled = [finding for finding in rest if finding.standing in UNSETTLED]
    yield from _listed("open", _named(answer, unsettled, wording), wording)
    closed = [finding for finding in rest if finding.standing in CLOSED]
    yield from _listed("not_now", _named(answer, closed, wording), wording)
    if sheet.withheld or sheet.withheld_terms:
        yield Paragraph(wording.say("withheld", organisation=sheet.made_by, owner=sheet.owner))


def _holding(answer: Answer, found: list[Finding], wording: Wording) -> Iterator[Block]:
    """Yield what holds, group by group: first what has a last day, then what has none stated."""
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        group = wording.say(f"group_{answer.corpus.norms[finding.norm].group}")
        groups.setdefault(group, []).append(finding)
    head = wording.say("what"), wording.say("until")
    for title, findings in groups.items():
        yield Heading(title, 2)
        ends = [
            (plain(answer, f, wording), wording.till(f.until - DAY)) for f in findings if f.until
        ]
        goes_on = [plain(answer, f, wording) for f in findings if not f.until]
        if ends:
            yield Table(head, tuple(ends))
        if goes_on:
            yield Paragraph(f"{capital(wording.say('not_stated'))}:")
            yield Bullets(tuple(goes_on))


def _running(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    answer = sheet.answer
    rows = tuple(
        (
            capital(wording(term_text(answer.corpus, term.term))),
            wording.till(term.ends) if term.ends else wording.say("not_stated"),
        )
        for term in answer.position.terms
        if term.state is TermState.RUNNING and term.term not in sheet.withheld_terms
    )
    if rows:
        yield Heading(wording.say("running"), 2)
        yield Table((wording.say("what"), wording.say("until")), rows)


def _named(answer: Answer, found: Iterable[Finding], wording: Wording) -> tuple[str, ...]:
    """Return each with its title; what is said of several alike says nothing, and is left out."""
    said = {finding.norm: plain(answer, finding, wording) for finding in found}
    often = Counter(said.values())
    titles = {norm: capital(wording(answer.corpus.norms[norm].title)) for norm in said}
    return tuple(f"{titles[norm]}: {text}" for norm, text in said.items() if often[text] == 1)


def _listed(title: str, items: tuple[str, ...], wording: Wording) -> Iterator[Block]:
    if items:
        yield Heading(wording.say(title), 2)
        yield Bullets(items)


# ------------------------------------------------------------------ what she may choose


def _choices(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    told: dict[tuple[str, ...], list[str]] = {}
    for choice in sheet.choices:
        title = wording(choice.event.choice or choice.event.text)
        told.setdefault(_follows(choice, sheet.withheld, wording), []).append(title)
    if told:
        yield Heading(wording.say("choices"))
        yield Paragraph(wording.say("choices_why"))
    nothing = told.pop((), [])
    for effects, titles in told.items():
        yield Heading(capital(wording.joined(titles, "or")), 2)
        yield Bullets(effects)
    yield from _listed("choice_nothing", tuple(map(capital, nothing)), wording)


def _follows(choice: Choice, withheld: frozenset[str], wording: Wording) -> tuple[str, ...]:
    """Return what stands otherwise the day after a choice, each thing once."""
    found = (
        plain(choice.after, difference.after, wording)
        for difference in choice.differences.norms
        if difference.after.kind is not Kind.DUTY
        and difference.after.norm not in withheld
        and is_told(difference, wording)
    )
    return tuple(dict.fromkeys(text for text in found if text))


def _stays(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    norms = sheet.answer.corpus.norms
    titles = tuple(
        capital(wording(norms[finding.norm].title))
        for finding in sheet.stays
        if finding.kind is Kind.RIGHT
        and finding.granted is not False
        and norms[finding.norm].plain
        and finding.norm not in sheet.withheld
    )
    yield Heading(wording.say("stays"))
    yield Paragraph(wording.say("stays_why" if titles else "stays_none"))
    if titles:
        yield Bullets(titles)


# ------------------------------------------------------------------ who knows what


def _who(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    yield Heading(wording.say("who"))
    head = wording.say("organisation"), wording.say("since")
    if sheet.partners:
        yield Table(head, tuple((p.name, wording.day(p.since)) for p in sheet.partners))
    corpus = sheet.answer.corpus
    contact = corpus.parties[corpus.helpdesk].contact
    calls = [f"{sheet.made_by}: {sheet.phone}"] if sheet.phone else []
    calls += [wording(contact)] if contact is not None else []
    if calls:
        yield Paragraph(wording.say("helpdesk_why"))
        yield Bullets(tuple(calls))


def _shared(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    yield Heading(wording.say("shared"))
    if sheet.shared:
        head = wording.say("with_whom"), wording.say("of_what"), wording.say("how_long")
        yield Table(head, tuple(_share(one, wording) for one in sheet.shared))
    else:
        yield Paragraph(wording.say("shared_none", organisation=sheet.made_by))
    yield Paragraph(wording.say("shared_limit", organisation=sheet.made_by, owner=sheet.owner))
    yield Heading(wording.say("withdraw"), 2)
    yield Paragraph(wording.say("withdraw_how", organisation=sheet.made_by))


def _share(one: SharedWith, wording: Wording) -> tuple[str, str, str]:
    what = wording.listed([wording.section(name) for name in one.sections])
    if one.status == "given" and one.until is not None:
        return one.name, what, wording.say("given_until", day=wording.day(one.until))
    return one.name, what, wording.say(one.status)


def _rights(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    yield Heading(wording.say("rights"))
    yield Bullets(tuple(wording.say(f"right_{name}") for name in MAY_ASK))
    yield Paragraph(wording.say("rights_how", organisation=sheet.made_by))
    if sheet.asked:
        yield Heading(wording.say("asked"), 2)
        head = wording.say("what"), wording.say("answer")
        yield Table(head, tuple(_request(one, wording) for one in sheet.asked))
    yield Paragraph(wording.say("disclaimer", organisation=sheet.made_by))


def _request(one: Asked, wording: Wording) -> tuple[str, str]:
    what = capital(wording.request(one.request))
    if one.outcome:
        return what, wording.say(f"answered_{one.outcome}")
    if one.answer_by is None:
        return what, wording.say("not_stated")
    return what, wording.say("answer_by", day=wording.day(one.answer_by))
