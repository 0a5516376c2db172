"""Parts of an account that screens and pages lay out alike: the basis of a norm, silent norms."""

from collections.abc import Iterable, Iterator

from .account import Account, Stated
from .headings import small
from .language import Reader, uncapital


def basis_of(norm: Stated, reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield the reasons, grounds, texts, sources and case law of a norm, each with its label."""
    for because in norm.reasons:
        events = f" — {'; '.join(because.events)}" if because.events else ""
        yield small("because", reader), f"{because.sign} {because.words}{events}"
    parts = {
        "grounds": norm.grounds,
        "layers": norm.layers,
        "sources": norm.sources,
        "case_law": norm.case_law,
    }
    for name, lines in parts.items():
        for told in lines:
            yield small(name, reader), told


def silent_by_party(norms: Iterable[Stated]) -> dict[str, list[str]]:
    """Return the titles of the norms that no source answers, per party to ask."""
    found: dict[str, list[str]] = {}
    for norm in norms:
        if norm.silent:
            found.setdefault(norm.ask, []).append(uncapital(norm.title))
    return found


def beside(norms: Iterable[Stated]) -> list[str]:
    """Return the titles of norms of which the title is enough."""
    return [uncapital(norm.title) for norm in norms if norm.aside]


def settled(account: Account) -> Iterator[str]:
    """Yield the duties that need nothing more: done, or ended."""
    for duty in account.duties:
        if not duty.open:
            yield f"{duty.bearer}: {uncapital(duty.title)} ({duty.note or duty.state})"


def lasting(account: Account) -> Iterator[str]:
    """Yield the duties that always lie there, whatever happens in this case."""
    for duty in account.duties:
        if duty.open and duty.standing:
            yield f"{duty.bearer}: {uncapital(duty.title)}"


def to_her(account: Account) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what the person herself is told, per heading; nothing twice, and not too much.

    Of what does not hold she hears only what belongs with the first question.
    """
    first = account.headline.stated if account.headline else None
    group = first.group if first else ""
    parts = {
        "holds": [norm.sentence for norm in account.holds if norm.hers],
        "know": [norm.sentence for norm in account.holds if not norm.hers],
        "open": [norm.sentence for norm in account.open],
        "unstated": [f"{norm.title}: {uncapital(norm.sentence)}" for norm in account.unstated],
        "rest": [norm.sentence for norm in account.rest if norm.group == group],
    }
    told = {first.sentence} if first else set()
    found = []
    for name, lines in parts.items():
        kept = tuple(line for line in dict.fromkeys(lines) if line not in told)
        told.update(kept)
        if kept:
            found.append((name, kept))
    return tuple(found)
