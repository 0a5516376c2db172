"""What may be shared: consent, other grounds, single entries; and who is barred."""

from dataclasses import replace

from ..openings import Release
from ..state import Consent, Ground, Record
from .making import Folding, entry_meant

# ------------------------------------------------------------------ consent and other grounds


def consent(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.consents[record.id()] = Consent(
        record.id(),
        record.number,
        record.id("receiver"),
        record.text("purpose"),
        record.texts("sections"),
        record.day("until"),
        record.text("language"),
        record.text("interpreter"),
        record.kind == "consent_given",
        record.recorded_at,
    )


def consent_withdrawn(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    consent = state.consents[record.id()]
    state.consents[consent.id] = replace(consent, withdrawn_at=record.recorded_at)


def ground(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.grounds[record.id()] = Ground(
        record.id(),
        record.number,
        record.id("receiver"),
        record.text("purpose"),
        record.texts("sections"),
        record.text("ground"),
        record.text("explained"),
        record.data.get("she_was_told") is True,
        record.author,
        record.text("why_not_told"),
        record.day("until"),
    )


def ground_confirmed(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.grounds[record.id()] = replace(state.grounds[record.id()], confirmed=True)


def ground_refused(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    found = state.grounds[record.id()]
    state.grounds[found.id] = replace(found, refused=record.text("reason"))


def released(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    number, organisation = entry_meant(record), record.id("organisation")
    state.releases.add(Release(number, organisation, record.text("ground")))


# ------------------------------------------------------------------ bars, flags, tasks, glass


def barred(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    bars = state.barred_members if record.text("member") else state.barred_organisations
    whom = record.id("member" if record.text("member") else "organisation")
    if record.kind == "bar_set":
        bars.add(whom)
    else:
        bars.discard(whom)
