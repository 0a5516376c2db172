"""Finds what is wrong with a body of protocols that can be read all the same.

`lint(corpus)` runs the lints below, in this order, and returns every `Problem` they find: its
stable code, where it stands, and a sentence in both languages. A protocol without problems has
no norm that cannot be reached, no duty without bearer or end, no name that stands for nothing.
"""

from collections.abc import Callable, Iterator

from ...engine.law import Corpus
from .circles import circles, names_never_used, names_of_two_things
from .events import unknown_events, unknown_moments_below_moments, values_of_facts
from .names import (
    days_that_move,
    unknown_moments_and_terms,
    unknown_names_in_conditions,
    unknown_norms,
    unknown_parties,
)
from .norms import (
    duties_without_bearer,
    duties_without_end,
    ids_used_twice,
    minimum_layers_that_take_away,
    nobody_to_ask,
    norms_without_a_last_word,
    rules_never_reached,
    unreachable_norms,
)
from .problems import SENTENCES, Problem
from .texts import events_without_plain_words, odd_names, texts_in_one_language
from .versions import sources_not_in_force, versions_out_of_order, without_source

LINTS: tuple[Callable[[Corpus], Iterator[Problem]], ...] = (
    unknown_events,
    unknown_moments_below_moments,
    values_of_facts,
    unknown_names_in_conditions,
    unknown_moments_and_terms,
    days_that_move,
    unknown_norms,
    unknown_parties,
    circles,
    names_of_two_things,
    names_never_used,
    odd_names,
    texts_in_one_language,
    events_without_plain_words,
    unreachable_norms,
    norms_without_a_last_word,
    rules_never_reached,
    ids_used_twice,
    duties_without_bearer,
    duties_without_end,
    nobody_to_ask,
    minimum_layers_that_take_away,
    versions_out_of_order,
    without_source,
    sources_not_in_force,
)


def lint(corpus: Corpus) -> list[Problem]:
    """Return every problem of a corpus, lint by lint."""
    return [found for check in LINTS for found in check(corpus)]


__all__ = ["LINTS", "SENTENCES", "Problem", "lint"]
