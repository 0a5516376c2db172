"""Which records count: known by then, not corrected, stated by who may state them; in order.

Events of one day apply in the order of the country's list of events, whatever the order in
which they were handed over.
"""

from collections.abc import Iterable
from datetime import date

from .case import Event, known
from .law import Corpus


def in_order(corpus: Corpus, events: Iterable[Event], known_at: date | None) -> list[Event]:
    """Return the events that establish something, in the order in which they apply."""

    def order(event: Event) -> tuple[date, int, date]:
        kind = corpus.event_types.get(event.type)
        return event.effective, kind.order if kind else -1, event.recorded_at

    return sorted((e for e in known(events, known_at) if may_state(corpus, e)), key=order)


def may_state(corpus: Corpus, event: Event) -> bool:
    """Tell whether the event comes from a party that may establish it.

    What someone else reports is kept but establishes nothing: it never takes a right away.
    """
    kind = corpus.event_types.get(event.type)
    return kind is None or not kind.stated_by or event.by is None or event.by in kind.stated_by
