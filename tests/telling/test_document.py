"""The JSON of a position keeps its published contract, on every day of every story."""

import json
from datetime import timedelta

import jsonschema
import pytest

from ketenwijzer.corpus.cases import read_case, read_outline
from ketenwijzer.corpus.examples import schema_text, story_file
from ketenwijzer.corpus.home import protocols_home
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.case import PERSON
from ketenwijzer.engine.duties import DutyState
from ketenwijzer.engine.law import Force, Kind, Mark, Standing, Strength
from ketenwijzer.engine.terms import TermState
from ketenwijzer.telling.answer import ask
from ketenwijzer.telling.document import SCHEMA, document
from tests.telling.toyland import answer

STORIES = sorted(path.stem for path in (protocols_home() / "nl" / "scenarios").glob("*.yaml"))

# The contract: keys that other programs were promised.
PROMISED = {
    "position": "on known_at phase findings terms duties questions not_stated next_change receipt",
    "finding": "norm kind standing granted since until strength confirmed holder owed_by grounds "
    "sources reasons",
    "term": "term starts ends force days_left state steps",
    "duty": "norm bearer state due",
}


@pytest.fixture(scope="module")
def schema():
    found = json.loads(schema_text("position"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


@pytest.fixture(scope="module")
def valid(schema):
    return jsonschema.Draft202012Validator(schema)


def told_of(found):
    """Return the document as another program reads it."""
    return json.loads(json.dumps(document(found)))


@pytest.mark.parametrize("story", STORIES[::4])
def test_stories_keep_to_the_schema(story, valid):
    corpus = load_corpus("nl")
    case = read_case(read_outline(story_file("nl", story)), corpus)
    days = sorted({e.on for e in case.events if e.type != PERSON and e.on >= corpus.first_day})

    for day in {days[0], days[-1], days[-1] + timedelta(days=1000)}:
        told = told_of(ask(corpus, case.events, day))
        assert not [f"{e.json_path} {e.message}" for e in valid.iter_errors(told)], day


@pytest.mark.parametrize(
    ("on", "happened"),
    [
        ("2015-02-01", ()),
        ("2015-02-01", ("2015-01-05 knock", "2015-01-06 verdict kind=true")),
        ("2015-06-01", ("2015-01-05 knock", "2015-01-07 ticket colour=red")),
        ("2015-02-01", ("2015-01-05 knock", "2015-01-20 shut")),
    ],
)
def test_any_country_keeps_to_the_schema(on, happened, valid):
    assert valid.is_valid(told_of(answer(on, *happened)))


def test_the_schema_allows_nothing_else(schema, valid):
    told = told_of(answer("2015-02-01", "2015-01-05 knock"))
    told["findings"][0]["extra"] = 1

    assert not valid.is_valid(told)
    assert all_objects_are_closed(schema)


def test_every_promised_key_is_compulsory(schema):
    for name, keys in PROMISED.items():
        part = schema if name == "position" else schema["$defs"][name]
        assert set(keys.split()) <= set(part["required"])


def test_the_schema_names_every_answer_of_the_engine(schema):
    parts = schema["$defs"]

    assert parts["standing"]["enum"] == list(Standing)
    assert parts["strength"]["enum"] == list(Strength)
    assert parts["finding"]["properties"]["kind"]["enum"] == list(Kind)
    assert parts["term"]["properties"]["force"]["enum"] == list(Force)
    assert parts["term"]["properties"]["state"]["enum"] == list(TermState)
    assert parts["duty"]["properties"]["state"]["enum"] == list(DutyState)
    assert parts["source"]["properties"]["mark"]["enum"] == list(Mark)
    assert schema["properties"]["schema"]["const"] == SCHEMA


def test_a_term_counts_the_days_left_only_while_it_runs():
    running = told_of(answer("2015-02-01", "2015-01-05 knock"))["terms"]
    over = told_of(answer("2015-06-01", "2015-01-05 knock"))["terms"]

    assert [(t["term"], t["ends"], t["days_left"]) for t in running] == [
        ("stay", "2015-04-06", 64),
        ("opening", "2015-01-07", None),
    ]
    assert [t["days_left"] for t in over] == [None, None]


def test_a_finding_says_which_events_bear_it():
    told = told_of(answer("2015-02-01", "2015-01-05 knock"))

    finding = next(f for f in told["findings"] if f["norm"] == "no_eviction")

    assert finding["reasons"] == [
        {"line": "within stay", "met": True, "names": ["stay"], "events": ["e1"]}
    ]
    assert finding["sources"][0]["citation"] == "House Rules 2010"
    assert finding["text"]["nl"] == "Wie aanklopte mag drie maanden blijven."


def test_both_sides_of_a_dispute_are_there():
    told = told_of(answer("2015-06-01", "2015-01-05 knock", "2015-01-07 ticket"))

    finding = next(f for f in told["findings"] if f["norm"] == "no_eviction")

    assert finding["why"] == "layers_disagree"
    assert {layer["standing"] for layer in finding["layers"]} == {"lapsed", "holds"}


def test_what_is_silent_and_what_is_asked_is_listed():
    told = told_of(answer("2015-02-01", "2015-01-05 knock"))

    assert [(n["norm"], n["why"], n["ask"]) for n in told["not_stated"]] == [
        ("moon", "silent", "helpers")
    ]
    assert [(q["fact"], q["ask"]) for q in told["questions"]] == [
        ("kind", "warden"),
    ]
    assert told["next_change"] == "2015-04-07"


def test_without_a_cut_off_everything_known_counts():
    late = "2015-01-06 verdict kind=true recorded_at=2015-03-01"

    all_known = told_of(answer("2015-02-01", "2015-01-05 knock", late))
    cut_off = told_of(answer("2015-02-01", "2015-01-05 knock", late, known_at="2015-02-01"))

    assert (all_known["known_at"], cut_off["known_at"]) == (None, "2015-02-01")
    assert standing(all_known, "cake") == "holds"
    assert standing(cut_off, "cake") == "does_not_hold"
    assert cut_off["receipt"]["events"] == ["e1"]


def standing(told, norm):
    return next(f["standing"] for f in told["findings"] if f["norm"] == norm)


def all_objects_are_closed(part) -> bool:
    if isinstance(part, dict):
        closed = part.get("type") != "object" or part.get("additionalProperties") is False
        return closed and all(all_objects_are_closed(value) for value in part.values())
    return not isinstance(part, list) or all(all_objects_are_closed(item) for item in part)
