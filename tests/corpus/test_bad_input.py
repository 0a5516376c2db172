"""Bad input gets the line and the mend, in both languages, and never a guess."""

from pathlib import Path

import pytest
import yaml as pyyaml

from ketenwijzer.corpus.cases import protocol_of, read_case, read_case_text, read_outline
from ketenwijzer.corpus.errors import InputError
from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.corpus.messages import MESSAGES, SORTS
from ketenwijzer.corpus.yaml import LARGEST, parse
from tests.corpus.small import changed, write_country

HEAD = "protocol: xx\nperson: {birth_date: 2000-02-29}\nevents:\n"
FIRST, SECOND = "xx/policy/2011-01-01.yaml", "xx/policy/2014-06-01.yaml"
COUNTRY, EVENTS, FACTS = "xx/country.yaml", "xx/events.yaml", "xx/facts.yaml"

# A case file that is refused: the code, the line, the file.
BAD_CASES = [
    ("empty_file", 0, ""),
    ("empty_file", 0, "# nothing but a remark\n"),
    ("not_a_mapping", 1, "- protocol\n"),
    ("not_a_mapping", 1, "just a sentence\n"),
    ("not_a_mapping", 2, "protocol: xx\nperson: adult\n"),
    ("not_a_mapping", 4, HEAD + "  - report\n"),
    ("not_yaml", 2, "protocol: xx\nevents: [{on: 2012-01-01\n"),
    ("not_yaml", 2, "protocol: xx\n\tevents: []\n"),
    ("not_text_file", 0, "protocol: x\x00x\n"),
    ("several_documents", 2, "protocol: xx\n---\nprotocol: xx\n"),
    ("anchor", 1, "protocol: &country xx\n"),
    ("anchor", 2, "protocol: xx\nevents: &all\n  - {on: 2012-01-01, type: report}\n"),
    ("anchor", 2, "protocol: xx\nevents: *all\n"),
    ("tag", 1, "protocol: !!str xx\n"),
    ("tag", 2, "protocol: xx\nevents: !!python/object/apply:os.system ['true']\n"),
    ("odd_key", 2, "protocol: xx\n[a, b]: c\n"),
    ("odd_key", 2, "protocol: xx\n? {a: b}\n: c\n"),
    ("duplicate_key", 3, "protocol: xx\nevents: []\nprotocol: xx\n"),
    ("duplicate_key", 4, HEAD + "  - {on: 2012-01-01, type: report, on: 2012-01-02}\n"),
    ("too_deep", 1, "protocol: " + "[" * 500 + "]" * 500),
    ("too_deep", 1, "{a: " * 500 + "1" + "}" * 500),
    ("missing_key", 1, "events: []\n"),
    ("missing_key", 4, HEAD + "  - {on: 2012-01-01}\n"),
    ("missing_key", 4, HEAD + "  - {type: report}\n"),
    ("missing_key", 4, HEAD + "  - {on: 2012-01-01, type: view}\n"),
    ("unknown_key", 2, "protocol: xx\nevent: []\n"),
    ("unknown_protocol", 1, "protocol: zz\n"),
    ("unknown_protocol", 1, "protocol: ../xx\n"),
    ("unknown_person_attribute", 2, "protocol: xx\nperson: {birthdate: 2000-02-29}\n"),
    ("unknown_event", 4, HEAD + "  - {on: 2012-01-01, type: reports}\n"),
    ("unknown_event", 4, HEAD + "  - {on: 2012-01-01, type: person}\n"),
    ("unknown_attribute", 4, HEAD + "  - {on: 2012-01-01, type: report, form: labour}\n"),
    ("unknown_value", 2, "protocol: xx\nperson: {age_group: old}\n"),
    ("unknown_value", 4, HEAD + "  - {on: 2012-01-01, type: permit, kind: shrt}\n"),
    ("unknown_organisation", 4, HEAD + "  - {on: 2012-01-01, type: report, by: polise}\n"),
    ("not_text", 4, HEAD + "  - {on: 2012-01-01, type: }\n"),
    ("not_text", 2, "protocol: xx\nevents:\n"),
    ("not_text", 4, HEAD + "  - {on: 2012-01-01, type: ''}\n"),
    ("not_text", 4, HEAD + "  - {on: 2012-01-01, type: [report]}\n"),
    ("not_boolean", 4, HEAD + "  - {on: 2012-01-01, type: view, needed: yes}\n"),
    ("not_boolean", 4, HEAD + "  - {on: 2012-01-01, type: view, needed: 1}\n"),
    ("not_a_date", 2, "protocol: xx\nperson: {birth_date: 2001-02-29}\n"),
    ("not_a_date", 4, HEAD + "  - {on: 2012-02-30, type: report}\n"),
    ("not_a_date", 4, HEAD + "  - {on: 2012-W18-2, type: report}\n"),
    ("not_a_date", 4, HEAD + "  - {on: 20120102, type: report}\n"),
    ("not_a_date", 4, HEAD + "  - {on: 2-1-2012, type: report}\n"),
    ("not_a_date", 4, HEAD + "  - {on: 2012-01-01T10:00, type: report}\n"),
    ("not_a_date", 4, HEAD + "  - {on: 2012-01-01, type: permit, kind: long, until: never}\n"),
    ("impossible_date", 4, HEAD + "  - {on: 0212-01-01, type: report}\n"),
    ("impossible_date", 4, HEAD + "  - {on: 2012-01-01, recorded_at: 2912-01-01, type: report}\n"),
    ("before_birth", 4, HEAD + "  - {on: 2000-02-28, type: report}\n"),
    ("same_id", 5, HEAD + "  - {on: 2012-01-01, type: report, id: a}\n" * 2),
    ("same_id", 4, HEAD + "  - {on: 2012-01-01, type: report, id: person}\n"),
    ("loose_correction", 1, HEAD + "  - {on: 2012-01-01, type: report, supersedes: b}\n"),
    ("loose_correction", 1, HEAD + "  - {on: 2012-01-01, type: report, id: a, supersedes: a}\n"),
    (
        "circular_correction",
        1,
        HEAD
        + "  - {on: 2012-01-01, type: report, id: a, supersedes: b}\n"
        + "  - {on: 2012-01-01, type: report, id: b, supersedes: a}\n",
    ),
]

# A protocol file that is refused: the code, the file, the text there, what stands in its place.
BAD_PROTOCOLS = [
    ("no_such_file", COUNTRY, "xx/facts.yaml", "xx/fact.yaml"),
    ("no_versions", COUNTRY, "treaty]", "treaties]"),
    ("unknown_key", COUNTRY, "first_day:", "day_one:"),
    ("not_a_number", "calendars/xx.yaml", "last_year: 2025", "last_year: later"),
    ("not_one_of_these", "calendars/xx.yaml", "on: 01-01,", ""),
    ("unknown_source", "calendars/xx.yaml", "easter: 1, source: act", "easter: 1, source: law"),
    ("not_one_of_these", FACTS, "first: [offer]", "first: [offer], latest: [offer]"),
    ("not_one_of_these", FACTS, "first: [offer]", "since: birth"),
    ("not_one_of_these", FACTS, "when: happened permit", "on: [permit], when: happened permit"),
    ("defined_twice", FACTS, "facts:\n", "events:\n  report: {nl: x, en: y}\nfacts:\n"),
    ("duplicate_key", FACTS, "facts:\n", "facts:\n  gone: {nl: x, en: y, on: [report]}\n"),
    ("unknown_value", FACTS, "month_end: next", "month_end: last"),
    ("not_a_duration", FACTS, "add: 18 years", "add: eighteen years"),
    ("not_a_duration", FIRST, "add: 3 months", "add: 3 maanden"),
    ("not_a_selector", FACTS, "[view.needed]", "[view needed]"),
    ("not_a_selector", FACTS, "kind=short|long", "kind"),
    ("not_a_selector", FACTS, "kind=short|long", ""),
    ("unknown_attribute", EVENTS, "takes_effect: from", "takes_effect: form"),
    ("missing_key", FACTS, "en: the offer, ", ""),
    ("bad_condition", FIRST, "when: past reflection_term", "when: past reflection_term eval"),
    ("bad_condition", FIRST, "when: past reflection_term", "when: __import__('os')"),
    ("bad_condition", FIRST, "when: past reflection_term", "when: 2012-02-30 before day"),
    ("bad_condition", FIRST, "when: past reflection_term", "when: day is late"),
    ("bad_condition", FIRST, "when: past reflection_term", f"when: {'(' * 50}x{')' * 50}"),
    ("bad_condition", FIRST, "when: past reflection_term", f"when: {'not ' * 5000}x"),
    ("bad_condition", FIRST, "when: past reflection_term", f"when: x{' at m' * 5000}"),
    ("unfinished_condition", FIRST, "when: past reflection_term", "when: x and"),
    ("unfinished_condition", FIRST, "when: past reflection_term", "when: known(x"),
    ("unfinished_condition", FIRST, "when: past reflection_term", "when: past"),
    ("bad_until", FIRST, "until: end of reflection_term", "until: two days after offered"),
    ("unknown_source", FIRST, "sources: [recalled]", "sources: [remembered]"),
    ("missing_key", FIRST, "sources: [recalled]", "sources: []"),
    ("missing_key", FIRST, ", sources: [recalled]", ""),
    ("unknown_value", FIRST, "then: lapsed", "then: laps"),
    ("unknown_key", FIRST, "anchors: [offered]", "anchor: [offered]"),
    ("wrong_predecessor", SECOND, "continues: 2011-01-01", "continues: 2012-01-01"),
    ("unknown_norm", SECOND, "restates: [tell]", "restates: [told]"),
    ("unknown_earlier_rule", SECOND, "keep: [runs]", "keep: [run]"),
    ("unknown_earlier_ground", SECOND, "keep_grounds: [reporter]", "keep_grounds: [report]"),
]

# Refused before a line of it is read; the tests below show them.
FILES = {"too_large", "not_text_file", "no_such_file"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return read_corpus("xx", write_country(tmp_path_factory.mktemp("xx")))


def refused(reading, *given) -> InputError:
    with pytest.raises(InputError) as caught:
        reading(*given)
    return caught.value


def read(text: str, corpus):
    outline = read_case_text(text, "case.yaml")
    country, place = protocol_of(outline)
    return read_case(outline, corpus if country == "xx" else read_corpus(country, place=place))


@pytest.mark.parametrize(("code", "line", "text"), BAD_CASES)
def test_a_bad_case_is_refused_with_its_line(corpus, code: str, line: int, text: str):
    error = refused(read, text, corpus)

    assert (error.code, error.file, error.line) == (code, "case.yaml", line)


@pytest.mark.parametrize(("code", "name", "old", "new"), BAD_PROTOCOLS)
def test_a_bad_protocol_is_refused_with_its_file(tmp_path, code, name, old, new):
    home = write_country(tmp_path, changed(name, old, new))

    error = refused(read_corpus, "xx", home)

    assert error.code == code
    assert error.file in (f"protocols/{name}", "protocols/xx/fact.yaml")


def test_every_refusal_is_shown_by_a_bad_file():
    shown = {code for code, *_ in (*BAD_CASES, *BAD_PROTOCOLS)} | FILES

    assert shown == set(MESSAGES) | {f"unknown_{sort}" for sort in SORTS}


@pytest.mark.parametrize("code", MESSAGES)
def test_every_refusal_says_what_is_wrong_and_the_mend_in_both_languages(code):
    sentences = MESSAGES[code]

    assert all(sentence.endswith((".", "?")) for sentence in sentences)
    assert sentences[0] != sentences[1]
    assert sentences[2] != sentences[3]


def test_an_error_names_file_and_line_in_the_language_asked(corpus):
    error = refused(read, HEAD + "  - {on: 2012-02-30, type: report}\n", corpus)

    assert error.in_language("nl") == (
        "case.yaml:4: `2012-02-30` is geen bestaande dag. "
        "Schrijf een dag als jaar-maand-dag, bijvoorbeeld 2021-05-04."
    )
    assert error.in_language("en") == (
        "case.yaml:4: `2012-02-30` is not an existing day. "
        "Write a day as year-month-day, for example 2021-05-04."
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("reports", "report"),
        ("departur", "departure"),
        ("aangifte", "report"),
        ("vergunning", "permit"),
        ("Vertrokken", "departure"),
        ("indication", "signal"),
        ("reflection_period", "offer"),
    ],
)
def test_the_nearest_event_is_named_also_by_what_people_call_it(corpus, written, meant):
    error = refused(read, HEAD + f"  - {{on: 2012-01-01, type: {written}}}\n", corpus)

    assert error.mend.nl == f"Bedoelde u `{meant}`?"
    assert error.mend.en == f"Did you mean `{meant}`?"


def test_of_several_events_the_one_with_that_name_alone_is_meant():
    error = refused(read, "protocol: nl\nevents: [{on: 2019-01-01, type: aangifte}]\n", None)

    assert error.mend.en == "Did you mean `report`?"


def test_where_nothing_is_near_the_choice_is_shown(corpus):
    event = refused(read, HEAD + "  - {on: 2012-01-01, type: qqq}\n", corpus)
    value = refused(read, HEAD + "  - {on: 2012-01-01, type: permit, kind: qqq}\n", corpus)

    assert event.mend.en == "`ketenwijzer events` shows the list."
    assert value.mend.nl == "Kies uit: short, long."


def test_a_long_value_is_not_repeated_in_full(corpus):
    error = refused(read, HEAD + f"  - {{on: 2012-01-01, type: {'x' * 5000}}}\n", corpus)

    assert len(str(error)) < 400


# ------------------------------------------------------------------ files on disk


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refused(read_outline, tmp_path / "none.yaml").code == "no_such_file"


def test_a_folder_is_no_file(tmp_path):
    assert refused(read_outline, tmp_path).code == "no_such_file"


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00p", b"\x89PNG\r\n\x1a\n\x00\x00", "protocol: é".encode("latin-1")]
)
def test_a_binary_file_is_refused(tmp_path, content):
    (tmp_path / "case.yaml").write_bytes(content)

    assert refused(read_outline, tmp_path / "case.yaml").code == "not_text_file"


def test_a_huge_file_is_refused_without_reading_it_all(tmp_path):
    file = tmp_path / "case.yaml"
    with file.open("wb") as huge:
        huge.truncate(LARGEST * 100)

    assert refused(read_outline, file).code == "too_large"


def test_a_file_without_end_is_refused():
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("this system has no file without end")

    assert refused(read_outline, endless).code == "too_large"


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor():
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]

    error = refused(parse, "\n".join(levels), "bomb.yaml")

    assert (error.code, error.line) == ("anchor", 1)


def test_a_hundred_thousand_brackets_are_refused_and_not_a_crash():
    for text in ("[" * 100_000, "a: " + "{b: " * 100_000, "- " * 100_000):
        assert refused(parse, text, "deep.yaml").code in ("too_deep", "not_yaml")


def test_the_slow_reader_refuses_the_same(monkeypatch, corpus):
    monkeypatch.setattr("ketenwijzer.corpus.yaml.LOADER", pyyaml.SafeLoader)

    for code, _, text in BAD_CASES:
        assert refused(read, text, corpus).code == code, text[:80]
