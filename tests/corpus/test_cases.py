"""What a good case file says, however it is written, and nothing more."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenwijzer.corpus.cases import protocol_of, read_case, read_case_text, read_event
from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.corpus.yaml import parse
from ketenwijzer.engine.case import PERSON, known
from tests.corpus.small import write_country


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return read_corpus("xx", write_country(tmp_path_factory.mktemp("xx")))


def read(text: str, corpus):
    return read_case(read_case_text(text, "case.yaml"), corpus)


def event(written: str, corpus):
    (found,) = read(f"protocol: xx\nevents:\n  - {written}\n", corpus).events
    return found


def test_a_case_names_its_protocol_and_where(corpus):
    outline = read_case_text("# a remark\nprotocol: xx\n", "case.yaml")

    assert protocol_of(outline) == ("xx", ("case.yaml", 2))


def test_a_case_may_have_no_person_and_no_events(corpus):
    assert read("protocol: xx\n", corpus).events == ()


def test_the_person_becomes_an_event_of_day_zero(corpus):
    (person,) = read("protocol: xx\nperson: {birth_date: 2000-02-29}\n", corpus).events

    assert person.id == person.type == PERSON
    assert person.effective == person.recorded_at == date.min
    assert person.attributes == {"birth_date": date(2000, 2, 29)}


@pytest.mark.parametrize("day", ["2012-01-02", "'2012-01-02'", '"2012-01-02"', " 2012-01-02 "])
def test_quoted_and_bare_dates_are_the_same(corpus, day):
    assert event(f"{{on: {day}, type: report}}", corpus).on == date(2012, 1, 2)


@pytest.mark.parametrize("key", ["on", "'on'", '"on"'])
def test_the_key_on_is_a_word_and_not_a_yes(corpus, key):
    assert event(f"{{{key}: 2012-01-02, type: report}}", corpus).on == date(2012, 1, 2)


def test_no_is_a_country_and_a_time_is_no_number():
    top = parse("a: NO\nb: 22:30\nc: 1e3\nd: 0x10\ne: ~\nf: null\n", "x.yaml")

    values = [getattr(node, "value", None) for node in top.items.values()]
    assert values == ["NO", "22:30", "1e3", "0x10", "~", "null"]


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("{on: 2012-01-02, type: report}", date(2012, 1, 2)),
        ("{on: 2012-01-02, decided_on: 2012-03-01, type: report}", date(2012, 3, 1)),
        (
            "{on: 2012-01-02, decided_on: 2012-03-01, recorded_at: 2012-04-01, type: report}",
            date(2012, 4, 1),
        ),
        ("{on: 2012-01-02, recorded_at: 2012-04-01, type: report}", date(2012, 4, 1)),
    ],
)
def test_an_event_is_recorded_when_it_was_decided_else_when_it_happened(corpus, written, recorded):
    assert event(written, corpus).recorded_at == recorded


def test_an_event_counts_from_the_day_on_which_it_takes_effect(corpus):
    permit = event("{on: 2012-01-02, type: permit, kind: long, from: 2011-06-01}", corpus)

    assert permit.on == date(2012, 1, 2)
    assert permit.effective == date(2011, 6, 1)
    assert permit.attributes == {"kind": "long", "from": date(2011, 6, 1)}


def test_an_event_without_that_day_counts_from_the_day_it_happened(corpus):
    permit = event("{on: 2012-01-02, type: permit, kind: long}", corpus)

    assert permit.effective == date(2012, 1, 2)


def test_attributes_have_the_type_that_the_vocabulary_gives_them(corpus):
    view = event("{on: 2012-01-02, type: view, needed: false, jurisdiction: 'true'}", corpus)

    assert view.attributes == {"needed": False, "jurisdiction": True}
    assert view.attribute("needed") is False


def test_who_did_it_is_a_party(corpus):
    report = event("{on: 2012-01-02, type: report, by: police}", corpus)

    assert report.by == report.attribute("by") == "police"


def test_events_without_a_name_are_numbered_and_a_correction_names_one(corpus):
    case = read(
        "protocol: xx\nevents:\n"
        "  - {on: 2012-01-02, type: report}\n"
        "  - {on: 2012-01-03, type: report, supersedes: e1, assumed: true}\n",
        corpus,
    )

    assert [found.id for found in case.events] == ["e1", "e2"]
    assert [found.id for found in known(case.events, None)] == ["e2"]
    assert case.events[1].assumed


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with byte order mark"])
def test_a_file_of_any_editor_can_be_read(tmp_path, corpus, newline, mark):
    from_disk = tmp_path / "case.yaml"
    lines = ["protocol: xx", "events:", "  - {on: 2012-01-02, type: report}", ""]
    from_disk.write_bytes(mark + newline.join(lines).encode())

    case = read(from_disk.read_bytes().decode("utf-8-sig"), corpus)

    assert [found.type for found in case.events] == ["report"]


def test_what_a_scenario_adds_is_kept_unread(corpus):
    case = read("protocol: xx\nscenario:\n  title: {nl: een, en: one}\n", corpus)

    assert case.scenario is not None
    assert case.scenario.lines == {"title": 3}


def test_one_event_can_be_read_by_itself(corpus):
    node = parse("{on: 2012-01-02, type: report}", "option")

    assert read_event(node, corpus, "if1").id == "if1"


DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@given(days=st.lists(DAYS, min_size=1, max_size=6), shuffled=st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_written_does_not_matter(corpus, days, shuffled):
    written = [f"  - {{on: {day}, type: report, id: r{n}}}" for n, day in enumerate(days)]
    mixed = written.copy()
    shuffled.shuffle(mixed)

    cases = [read("\n".join(["protocol: xx", "events:", *w, ""]), corpus) for w in (written, mixed)]

    in_order = [[found.on for found in known(case.events, None)] for case in cases]
    assert in_order[0] == in_order[1] == sorted(days)
