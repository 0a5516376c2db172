"""The drawing shows the life of a case: events, terms, and the norms in which most changes."""

from datetime import date

from ketenwijzer.telling.chart import chart
from ketenwijzer.telling.drawing import draw
from ketenwijzer.telling.language import Reader
from ketenwijzer.telling.looks import Tone
from ketenwijzer.telling.story import story
from tests.telling.toyland import events, toyland

READER = Reader("en")
HAPPENED = ("2015-01-05 knock", "2015-01-07 ticket until=2015-03-01")


def drawn(*lines, day=date(2015, 2, 1)):
    return chart(toyland(), events(*(lines or HAPPENED)), READER, day)


def test_events_are_numbered_by_the_day_they_happened():
    marks = drawn("2015-01-07 ticket", "2015-01-05 knock").marks

    assert [(mark.number, mark.words) for mark in marks] == [(1, "Knocked"), (2, "Ticket given")]


def test_a_term_is_a_bar_to_the_day_after_its_last():
    stay = next(lane for lane in drawn().lanes if lane.id == "stay")

    (bar,) = stay.segments
    assert (bar.start, bar.end, bar.tone) == (date(2015, 1, 5), date(2015, 4, 7), Tone.TERM)


def test_a_norm_is_one_stretch_for_as_long_as_it_stands_the_same():
    lane = next(lane for lane in drawn().lanes if lane.id == "no_eviction")

    assert [(s.start, s.tone) for s in lane.segments] == [
        (date(2010, 1, 1), Tone.CLOSED),
        (date(2015, 1, 5), Tone.HOLDS),
        (date(2015, 4, 7), Tone.LAPSED),
    ]


def test_norms_that_run_alike_are_one_lane():
    lanes = drawn("2015-01-05 wave").lanes

    assert all(lane.title.count("(and") <= 1 for lane in lanes)
    assert len({lane.segments for lane in lanes}) == len(lanes)


def test_everything_lies_inside_the_window():
    found = drawn()

    assert found.first < date(2015, 1, 5)
    assert found.last > date(2015, 4, 7)
    assert all(found.first <= tick < found.last for tick, _ in found.ticks)
    assert 0 < found.share(date(2015, 2, 1)) < 1


def test_a_case_without_events_can_be_drawn():
    found = chart(toyland(), (), READER, date(2015, 2, 1))

    assert found.marks == ()
    assert draw(found, 80, READER)


def test_the_drawing_fits_the_screen_and_tells_without_colour():
    for width in (80, 100, 140):
        lines = [line.plain for line in draw(drawn(), width, READER)]
        assert max(map(len, lines)) <= width
        joined = "\n".join(lines)
        assert "█" in joined
        assert "█ holds" in joined
        assert "▼ 1 Feb 2015" in joined


def test_the_story_tells_day_by_day_what_happened_and_changed():
    told = story(toyland(), events(*HAPPENED), READER, date(2015, 2, 1))

    first = told[0]
    assert first.day == "5 January 2015"
    assert first.events == ("1. Knocked",)
    assert ("bread",) in [turn.titles for turn in first.turns if turn.words == "holds"]
    assert [chapter.ahead for chapter in told] == sorted(chapter.ahead for chapter in told)


def test_a_case_without_events_has_no_story():
    assert story(toyland(), (), READER) == ()
