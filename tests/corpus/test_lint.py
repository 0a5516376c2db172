"""Every lint finds its planted fault, and nothing in a protocol without one."""

from pathlib import Path

import pytest

from ketenwijzer.corpus.lint import LINTS, SENTENCES, lint
from ketenwijzer.corpus.lint.exhaustion import can_all_be_no
from ketenwijzer.corpus.load import countries, read_corpus
from ketenwijzer.engine.conditions import Always, And, Fact, Is, Known, Not, Or
from ketenwijzer.engine.values import replace
from tests.corpus.small import changed, write_country

EVENTS, FACTS, NORMS = "xx/events.yaml", "xx/facts.yaml", "xx/norms.yaml"
COUNTRY, PARTIES, CASE_LAW = "xx/country.yaml", "xx/parties.yaml", "xx/case_law.yaml"
FIRST, SECOND = "xx/policy/2011-01-01.yaml", "xx/policy/2014-06-01.yaml"
TREATY = "treaty/2010-01-01.yaml"
LOST = "norms:\n  lost: {kind: right, holder: victim, nl: kwijt, en: lost}\n"
LONG = "Een zin die in geen twee talen hetzelfde kan zijn."

# What is planted: the code that must be found, the file, the text there, what stands in its place.
PLANTED = [
    ("unknown_event", FACTS, "first: [offer]", "first: [ofer]"),
    ("unknown_attribute", FACTS, "[view.needed]", "[view.need]"),
    ("unknown_attribute", FACTS, "on: [departure]", "on: [departure(kind=short)]"),
    ("unknown_value", FACTS, "permit(kind=short|long)", "permit(kind=short|lang)"),
    ("unknown_value", FACTS, "first: [offer]", "first: [offer(by=polise)]"),
    ("unknown_value", FACTS, "stated_age is minor", "stated_age is young"),
    ("unknown_value", FACTS, "otherwise: adult", "otherwise: grown"),
    ("value_without_name", EVENTS, "unknown: {nl", "old: {nl"),
    ("not_a_date", FACTS, "latest: [person.birth_date]", "latest: [person.age_group]"),
    ("no_value_given", FACTS, "[view.needed]", "[view]"),
    ("unknown_fact", SECOND, "not has_permit", "not has_permits"),
    ("unknown_fact", FIRST, "suspended: gone", "suspended: went"),
    ("not_yes_or_no", SECOND, "not has_permit", "not age"),
    ("is_yes_or_no", SECOND, "not has_permit", "has_permit is true"),
    ("moving_day", FACTS, "from: birth,", "from: day,"),
    ("moving_day", FACTS, "since: offered", "since: day"),
    ("moving_day", FACTS, "first_of: [eighteen,", "first_of: [day,"),
    ("moving_day", FIRST, "since: signal, duty", "since: day, duty"),
    ("moving_day", FIRST, "{since: signal, due", "{since: day, due"),
    ("moving_day", FIRST, "from: offered", "from: day"),
    ("moving_day", SECOND, "until: day after permit_until", "until: day"),
    ("unknown_moment", FACTS, "since: offered", "since: ofered"),
    ("unknown_moment", FACTS, "from: birth,", "from: birthday,"),
    ("unknown_moment", FACTS, "first_of: [eighteen,", "first_of: [nineteen,"),
    ("unknown_moment", FIRST, "anchors: [offered]", "anchors: [ofered]"),
    ("unknown_moment", FIRST, "met_by: offered", "met_by: ofered"),
    ("unknown_moment", FIRST, "[age is minor,", "[age is minor at birthday,"),
    ("unknown_moment", SECOND, "until: day after permit_until", "until: permit_end"),
    ("unknown_term", FIRST, "due: reflection_term", "due: reflection"),
    ("unknown_term", PARTIES, "within reflection_term", "within reflection"),
    ("unknown_norm", CASE_LAW, "norm: reflection", "norm: reflexion"),
    ("unknown_norm", TREATY, "  reflection:", "  reflexion:"),
    ("unknown_ground", FIRST, "any ground]", "ground witness]"),
    ("ground_outside_norm", FACTS, "when: happened permit and", "when: any ground and"),
    ("unknown_party", NORMS, "[police], nl: bedenktijd", "[cops], nl: bedenktijd"),
    ("unknown_party", FACTS, "judged_by: police", "judged_by: cops"),
    ("unknown_party", EVENTS, "stated_by: [police]", "stated_by: [cops]"),
    ("unknown_party", COUNTRY, "helpdesk: helpers", "helpdesk: nobody"),
    ("helpdesk_without_contact", COUNTRY, "helpdesk: helpers", "helpdesk: police"),
    ("same_name", FACTS, "  gone: {nl: weg", "  birth: {nl: weg"),
    ("never_used", FACTS, "facts:\n", "facts:\n  spare: {nl: los, en: spare, on: [offer]}\n"),
    ("odd_name", EVENTS, "  signal: {nl", "  theSignal: {nl"),
    ("odd_name", EVENTS, "  departure: {nl: vertrokken", "  vertrokken: {nl: vertrokken"),
    ("circle", FACTS, "on: [departure], off: [signal], initially: false", "when: not gone"),
    ("circle", FACTS, "person.birth_date]", "person.birth_date], since: eighteen"),
    ("not_translated", FIRST, "nl: Een kind., en: A child.", f"nl: {LONG}, en: {LONG}"),
    ("no_plain_words", EVENTS, "    plain: {nl: Je kreeg tijd., en: You were given time.}\n", ""),
    ("unreachable_norm", NORMS, "norms:\n", LOST),
    ("no_last_word", SECOND, "keep: [over, nothing]", "keep: [over]"),
    (
        "no_last_word",
        FIRST,
        "no_signal, then: does_not_hold",
        "no_signal, when: gone, then: lapsed",
    ),
    ("unreachable_rule", SECOND, "keep: [over, nothing]", "keep: [nothing, over]"),
    ("unreachable_rule", FIRST, "any ground]", "past reflection_term]"),
    ("same_condition", FIRST, "when: past reflection_term", "when: within reflection_term"),
    ("same_id", FIRST, "rule: child", "rule: unclear"),
    ("duty_without_bearer", NORMS, "owed_by: [police], nl: melden", "nl: melden"),
    ("duty_without_end", FIRST, "no_signal, then: does_not_hold", "no_signal, then: holds"),
    ("nobody_to_ask", NORMS, "en: reflection period, ask: helpers", "en: reflection period"),
    ("minimum_takes_away", TREATY, "then: holds", "then: does_not_hold"),
    ("out_of_order", SECOND, "not_before: 2014-01-01", "not_before: 2011-01-01"),
    ("out_of_order", SECOND, "not_before: 2014-01-01", "not_before: 2014-07-01"),
    ("source_not_in_force", FIRST, "{from: 2011-01-01}", "{from: 2011-02-01}"),
    ("source_not_in_force", FIRST, "{from: 2011-01-01}", "{until: 2013-01-01}"),
]

# Faults that the reader refuses already, planted in what it made.
NOT_IN_A_FILE = {"without_source", "empty_text"}


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return read_corpus("xx", write_country(tmp_path_factory.mktemp("sound")))


def test_a_sound_protocol_has_no_problem(sound):
    assert lint(sound) == []


@pytest.mark.parametrize(("code", "name", "old", "new"), PLANTED)
def test_a_planted_fault_is_found(tmp_path: Path, code: str, name: str, old: str, new: str):
    corpus = read_corpus("xx", write_country(tmp_path, changed(name, old, new)))

    assert code in {problem.code for problem in lint(corpus)}


def test_every_kind_of_problem_is_planted():
    assert {code for code, *_ in PLANTED} | NOT_IN_A_FILE == set(SENTENCES)


def test_a_problem_is_said_in_both_languages_with_its_place(tmp_path):
    corpus = read_corpus("xx", write_country(tmp_path, changed(*PLANTED[0][1:])))

    problem = lint(corpus)[0]

    assert problem.where == "offered"
    assert problem.text.nl == "De gebeurtenis `ofer` bestaat niet."
    assert problem.text.en == "There is no event `ofer`."


def test_a_rule_without_source_is_found_though_no_file_can_say_it(sound):
    layer = sound.layers[1]
    version = layer.versions[0]
    rules = version.norms["reflection"]
    bare = replace(rules, rules=(replace(rules.rules[0], sources=()),))
    corpus = replace(
        sound,
        layers=(
            sound.layers[0],
            replace(layer, versions=(replace(version, norms={"reflection": bare}),)),
        ),
    )

    assert [problem.code for problem in lint(corpus)] == ["without_source"]


def test_an_empty_text_is_found_though_no_file_can_say_it(sound):
    corpus = replace(sound, title=replace(sound.title, en=" "))

    assert [problem.code for problem in lint(corpus)] == ["empty_text"]


def test_every_lint_says_what_it_finds():
    assert all(check.__doc__ for check in LINTS)


X, Y = Fact("x"), Fact("y")
A, B = Is("age", ("adult",)), Is("age", ("minor",))


@pytest.mark.parametrize(
    ("conditions", "falls_through"),
    [
        ([], True),
        ([Always()], False),
        ([X], True),
        ([X, Not(X)], False),
        ([And((X, Y)), Not(X)], True),
        ([And((X, Y)), Not(X), Not(Y)], False),
        ([Or((X, Y)), And((Not(X), Not(Y)))], False),
        # Nothing can be said of what is not known, and what is open stops the reading.
        ([And((Known("age"), A)), Not(A)], False),
        ([And((Known("age"), A)), And((Known("age"), Not(A)))], True),
    ],
)
def test_rules_fall_through_only_where_all_can_be_no(conditions, falls_through):
    assert can_all_be_no(conditions) is falls_through


@pytest.mark.parametrize("country", countries())
def test_the_law_itself_has_no_problem(country):
    found = lint(read_corpus(country))

    assert [f"{problem.where}: {problem.text.en}" for problem in found] == []
