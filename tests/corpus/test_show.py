"""The text in force on a day can be read in one place, and two versions side by side."""

from datetime import date

import pytest

from ketenwijzer.corpus.compare import diff
from ketenwijzer.corpus.load import countries, read_corpus
from ketenwijzer.corpus.show import show
from ketenwijzer.corpus.writing import write_value
from ketenwijzer.engine.errors import UnknownName
from tests.corpus.small import changed, write_country


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return read_corpus("xx", write_country(tmp_path_factory.mktemp("xx")))


def test_a_norm_is_shown_in_every_layer_that_speaks_of_it(corpus):
    shown = show(corpus, "reflection", date(2012, 1, 1))

    assert [found.version for found in shown.versions] == ["policy@2011-01-01", "treaty@2010-01-01"]
    assert {passage.norm for passage in shown.passages} == {"reflection", ""}


def test_a_layer_is_shown_with_all_its_norms(corpus):
    shown = show(corpus, "policy", date(2012, 1, 1))

    assert [found.layer for found in shown.versions] == ["policy"]
    assert {passage.norm for passage in shown.passages} == {"reflection", "tell", ""}


def test_a_rule_is_shown_with_its_lines_its_sentence_and_its_sources(corpus):
    rows = show(corpus, "reflection", date(2012, 1, 1)).rows("en")

    assert rows[0][1:5] == ("reflection", "ground", "reporter", "")
    assert rows[1] == (
        "policy@2011-01-01",
        "reflection",
        "rule",
        "runs",
        "holds right until end of reflection_term",
        "within reflection_term",
        "The period runs.",
        "Policy, 1, first line [V]",
    )


def test_the_terms_that_a_norm_counts_with_come_along(corpus):
    shown = show(corpus, "tell", date(2012, 1, 1))

    (term,) = (passage for passage in shown.passages if passage.sort == "term")
    assert (term.name, term.says, term.when) == (
        "reflection_term",
        "offered + 3 months",
        ("always",),
    )


def test_what_was_only_recalled_is_not_confirmed(corpus):
    shown = show(corpus, "reflection", date(2012, 1, 1))

    assert [passage.name for passage in shown.passages if not passage.confirmed] == ["child"]


def test_in_a_gap_both_sides_are_shown(corpus):
    shown = show(corpus, "policy", date(2014, 3, 1))

    assert [(found.seen, found.in_gap) for found in shown.versions] == [
        (date(2011, 1, 1), True),
        (date(2014, 6, 1), True),
    ]


def test_before_the_first_text_nothing_is_shown(corpus):
    assert show(corpus, "policy", date(2010, 12, 31)).rows("nl") == []


def test_an_unknown_name_is_refused(corpus):
    with pytest.raises(UnknownName):
        show(corpus, "reflexion", date(2012, 1, 1))


def test_two_versions_differ_in_what_was_written_anew(corpus):
    layer = corpus.layers[0]

    assert diff(layer, *layer.versions).rows("en") == [
        ("dropped", "rule", "reflection", "child", "", "A child.", ""),
        ("dropped", "rule", "reflection", "unclear", "", "Not said.", ""),
        ("added", "rule", "reflection", "needed", "", "", "Needed."),
    ]


def test_a_version_does_not_differ_from_itself(corpus):
    layer = corpus.layers[0]

    assert diff(layer, layer.versions[0], layer.versions[0]).changes == ()


def test_back_again_what_was_added_is_dropped(corpus):
    layer = corpus.layers[0]
    turned = {"added": "dropped", "dropped": "added", "changed": "changed", "moved": "moved"}

    there, back = diff(layer, *layer.versions).changes, diff(layer, *layer.versions[::-1]).changes

    assert {(c.how, c.sort, c.norm, c.name, c.field) for c in there} == {
        (turned[c.how], c.sort, c.norm, c.name, c.field) for c in back
    }


@pytest.mark.parametrize("country", countries())
def test_every_version_of_a_real_protocol_can_be_shown_and_compared(country):
    corpus = read_corpus(country)
    for layer in corpus.layers:
        for version in layer.versions:
            rows = show(corpus, layer.id, max(version.seen, corpus.first_day)).rows("nl")
            assert all(row[6] and row[7] for row in rows), "a sentence or a source is missing"
        for before, after in zip(layer.versions, layer.versions[1:], strict=False):
            assert diff(layer, before, after).rows("en")


def test_a_change_of_each_kind_is_written_as_the_file_has_it(corpus):
    version = corpus.layers[0].versions[0]
    runs, tell = version.norms["reflection"].rules[0], version.norms["tell"].rules[0]

    assert write_value(runs.until, "nl") == "until end of reflection_term"
    assert write_value(runs.granted, "nl") == "true"
    assert write_value(runs.when, "nl") == "within reflection_term"
    assert write_value(tell.duty, "nl") == (
        "since: signal; due: reflection_term; met_by: offered; suspended: gone"
    )
    assert write_value(version.terms["reflection_term"].cases, "nl") == "3 months (always)"


def test_what_changed_and_what_moved_are_told_apart(tmp_path):
    second = "xx/policy/2014-06-01.yaml"
    runs = "      - keep: [runs]\n"
    files = {second: changed(second, runs, "")[second].replace("[over, nothing]", "[over, runs]")}
    files[second] += "terms:\n" + TERM
    layer = read_corpus("xx", write_country(tmp_path, files)).layers[0]

    rows = diff(layer, *layer.versions).rows("nl")

    assert ("changed", "term", "", "reflection_term", "cases", "3 months (always)",
            "30 days (gone); 3 months (always)") in rows  # fmt: skip
    assert (
        "moved",
        "rule",
        "reflection",
        "reflection",
        "order",
        "runs; over",
        "over; runs",
    ) in rows


TERM = """\
  reflection_term:
    nl: bedenktijd
    en: reflection period
    from: offered
    add: [{when: gone, add: 30 days}, {when: always, add: 3 months}]
    force: statutory
    roll: true
    ends_early: [reported_after_offer]
    sources: [text]
"""
