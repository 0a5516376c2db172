"""Timeline, what-if, why, protocol, events, example, demo and schema, through the door."""

import json
import re
from xml.etree import ElementTree

import pytest

from ketenwijzer.corpus.load import load_corpus

DAY = ("--on", "2021-05-12")


def test_without_a_command_the_help_is_shown(typed):
    ended = typed()

    assert ended.status == 0
    for command in ("position", "timeline", "what-if", "why", "protocol", "events", "example"):
        assert f"    {command}" in ended.out


@pytest.mark.parametrize("command", ["position", "what-if", "protocol", "demo"])
@pytest.mark.parametrize(("language", "usage"), [("nl", "gebruik: "), ("en", "usage: ")])
def test_help_is_in_the_readers_language(typed, command, language, usage):
    ended = typed(command, "--help", "--lang", language)

    assert ended.status == 0
    assert ended.out.startswith(f"{usage}ketenwijzer {command}")


def test_the_version_is_told(typed):
    ended = typed("--version")

    assert (ended.status, bool(re.fullmatch(r"ketenwijzer \d+\.\d+\.\d+\n", ended.out))) == (
        0,
        True,
    )


# ------------------------------------------------------------------ timeline


def test_the_course_is_drawn_and_told_day_by_day(typed, case):
    told = typed("timeline", case, *DAY).out

    assert "▼ 12 May 2021" in told
    assert "█ holds" in told
    assert told.index("3 May 2021") < told.index("20 May 2021 (not yet)")
    assert "2. Indication of trafficking (by police)" in told
    assert max(map(len, told.splitlines())) <= 80


def test_the_drawing_and_the_page_are_written(typed, case, empty_folder):
    told = typed("timeline", case, *DAY, "--svg", "t.svg", "--html", "t.html", "--lang", "nl")

    assert told.status == 0
    assert "Geschreven: t.svg" in told.out
    ElementTree.parse(empty_folder / "t.svg")
    assert "<title>Overzicht</title>" in (empty_folder / "t.html").read_text(encoding="utf-8")


def test_what_was_not_known_yet_is_not_drawn(typed, case):
    told = typed("timeline", case, "--known-at", "2021-05-21").out

    assert "Report to the police" not in told


# ------------------------------------------------------------------ what-if


def test_what_if_tells_before_and_after_and_keeps_nothing(typed, case, empty_folder):
    before = (empty_folder / case).read_text(encoding="utf-8")

    told = typed("what-if", case, "--event", "2021-05-04 report by=police", *DAY)

    assert told.status == 0
    assert "Report to the police made (by police) on 4 May 2021" in told.out
    assert "Reflection period: holds → has ended" in told.out
    assert (empty_folder / case).read_text(encoding="utf-8") == before


def test_what_if_takes_attributes_and_several_events(typed, case):
    told = typed(
        "what-if",
        case,
        *("--event", "2021-05-04 report"),
        *("--event", "2021-05-05 prosecution_view presence_necessary=true"),
        *DAY,
    ).out

    assert "presence in the Netherlands necessary: yes" in " ".join(told.split())


def test_what_if_nothing_changes_it_says_so(typed, case):
    told = typed("what-if", case, "--event", "2021-05-06 wish_to_report", "--on", "2021-05-05").out

    assert "Then nothing changes on this day." in told


def test_what_if_warns_of_a_rival_on_the_same_day(typed, case):
    told = typed("what-if", case, "--event", "2021-05-03 indication by=police", *DAY).out

    assert "supersedes=e2" in told


# ------------------------------------------------------------------ why


def test_why_tells_reason_source_and_what_would_change_it(typed, case):
    told = " ".join(typed("why", case, "reflection_period", *DAY).out.split())

    assert "Reflection period · 12 May 2021 · reflection_period" in told
    assert "the day is within the term “reflection period” (to 3 August 2021)" in told
    assert "Source:" in told
    assert "WHAT WOULD CHANGE IT" in told
    assert "If nothing more happens, this changes on 4 August 2021." in told


@pytest.mark.parametrize("words", ["bedenktijd", "Reflection period"])
def test_a_norm_may_be_named_by_its_title(typed, case, words):
    assert "· reflection_period" in typed("why", case, words, *DAY).out


def test_words_of_several_titles_are_refused_with_the_choice(typed, case):
    ended = typed("why", case, "permit", *DAY)

    assert ended.status == 2
    assert "temporary_permit, " in ended.err


def test_why_not_tells_what_is_lacking(typed, case):
    told = typed("why", case, "temporary_permit", *DAY, "--lang", "nl").out

    assert "WANNEER HET WEL ZOU GELDEN" in told
    assert "Ontbreekt: " in told


@pytest.mark.parametrize(("language", "first"), [("nl", 0), ("en", 4)])
def test_any_norm_can_be_asked_why(typed, case, language, first):
    for norm in list(load_corpus("nl").norms)[first::8]:
        ended = typed("why", case, norm, *DAY, "--lang", language)
        assert (ended.status, ended.err) == (0, ""), norm
        assert "{" not in ended.out, norm


# ------------------------------------------------------------------ protocol


def test_the_law_is_checked(typed):
    ended = typed("protocol", "lint")

    assert (ended.status, ended.err) == (0, "")
    assert "no problems" in ended.out


def test_the_text_of_a_norm_is_shown_as_it_stood(typed):
    told = typed("protocol", "show", "reflection_period", "--on", "2021-05-12").out

    assert "residence_policy@2019-08-01" in told
    assert "when within reflection_period" in told
    assert "residence_policy@2023-05-18" not in told


def test_without_a_name_the_norms_and_texts_are_listed(typed):
    told = typed("protocol", "show", "--on", "2021-05-12").out

    for norm in load_corpus("nl").norms:
        assert f"  {norm} " in told


def test_two_versions_are_compared(typed):
    told = typed("protocol", "diff", "residence_policy", "2019-08-01", "2023-05-18").out

    assert "residence_policy@2019-08-01 → residence_policy@2023-05-18" in told
    assert "changed: term reflection_period cases" in told
    assert "+ 30 days (dublin)" in told


def test_the_versions_are_listed(typed):
    assert "residence_policy@2023-05-18" in typed("protocol", "diff").out


def test_every_question_and_every_gap_is_listed(typed):
    corpus = load_corpus("nl")

    told = " ".join(typed("protocol", "questions").out.split())

    for fact in corpus.facts.values():
        if fact.question is not None:
            assert fact.question.en in told.replace("\n", " ")
    assert "WHAT THE SOURCES LEAVE OPEN" in told


# ------------------------------------------------------------------ events, example, demo, schema


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_event_attribute_and_value_is_listed_in_both_languages(typed, language, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    told = " ".join(typed("events", "--lang", language).out.split())

    for kind in load_corpus("nl").event_types.values():
        assert kind.name in told or kind.name == "person"
        for attribute in kind.attributes.values():
            assert f"{attribute.name}: " in told
            assert attribute.text.nl in told
            assert attribute.text.en in told
            for value, text in attribute.values.items():
                assert value in told
                assert text.nl in told
                assert text.en in told


def test_the_list_can_be_searched(typed):
    told = typed("events", "opvang").out

    assert "shelter_requested" in told
    assert "asylum_application" not in told
    assert "Nothing found" in typed("events", "zzz").out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_is_a_case_that_can_be_asked(typed, empty_folder, language):
    example = typed("example", "--lang", language)
    (empty_folder / "case.yaml").write_text(example.out, encoding="utf-8")

    told = json.loads(typed("position", "case.yaml", *DAY, "--json").out)

    assert example.out.startswith("# ")
    assert next(f for f in told["findings"] if f["norm"] == "reflection_period")["standing"] == (
        "holds"
    )


def test_both_examples_tell_the_same_case(typed, empty_folder):
    told = []
    for language in ("nl", "en"):
        text = typed("example", "--lang", language).out
        (empty_folder / f"{language}.yaml").write_text(text, encoding="utf-8")
        told.append(typed("position", f"{language}.yaml", *DAY, "--json").out)

    assert told[0] == told[1]


@pytest.mark.parametrize(("language", "name"), [("nl", "overzicht.html"), ("en", "overview.html")])
def test_the_demonstration_tells_a_published_case_and_writes_its_page(
    typed, empty_folder, language, name
):
    ended = typed("demo", "--lang", language)

    assert (ended.status, ended.err) == (0, "")
    assert "ECLI:NL:" in ended.out
    assert name in ended.out
    assert "<svg" in (empty_folder / name).read_text(encoding="utf-8")


def test_the_demonstration_leaves_a_strange_page_alone(typed, empty_folder):
    (empty_folder / "overview.html").write_text("mine", encoding="utf-8")

    assert "overview-2.html" in typed("demo", "--lang", "en").out
    assert (empty_folder / "overview.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["", "position", "case", "protocol"])
def test_the_schemas_are_printed(typed, name):
    ended = typed(*filter(None, ("schema", name)))

    assert json.loads(ended.out)["$schema"].startswith("https://json-schema.org/")
