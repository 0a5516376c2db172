"""The page loads nothing, names nothing on its face, and says in words what it draws."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from ketenwijzer.corpus.cases import read_case, read_case_text
from ketenwijzer.corpus.examples import example_case
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.telling.answer import ask
from ketenwijzer.telling.chart import chart
from ketenwijzer.telling.language import Reader, Register
from ketenwijzer.telling.page import FILE_NAME, page, periods
from ketenwijzer.telling.svg import NARROW, WIDE, svg
from ketenwijzer.telling.tell import tell
from tests.telling.toyland import READERS, answer

HAPPENED = (
    "2015-01-05 knock",
    "2015-01-07 ticket until=2015-03-01",
    "2015-01-20 verdict kind=true",
)
NEVER_ON_THE_FACE = re.compile(r"mensenhandel|trafficking|slachtoffer|victim|ketenwijzer", re.I)


def page_of(found, reader):
    position = found.position
    return page(tell(found, reader), chart(found.corpus, found.events, reader, position.on))


@pytest.fixture(params=READERS, ids=lambda r: f"{r.language}-{r.register}")
def reader(request):
    return request.param


@pytest.fixture
def dutch_page(reader):
    corpus = load_corpus("nl")
    outline = read_case_text(example_case("nl", reader.language), "case.yaml")
    case = read_case(outline, corpus)
    return page_of(ask(corpus, case.events, case.events[-1].on), reader)


class Face(HTMLParser):
    """Collects the title, the headings, and whatever could load something."""

    def __init__(self):
        super().__init__()
        self.stack, self.title, self.headings, self.loads = [], "", [], []
        self.heads = self.tables = 0

    def handle_starttag(self, tag, attrs):
        self.stack.append(tag)
        self.heads += tag == "thead"
        self.tables += tag == "table"
        if tag in ("h1", "h2"):
            self.headings.append("")
        if tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
            self.loads.append(tag)
        self.loads += [
            value
            for name, value in attrs
            if name in ("src", "href", "srcset", "action", "data", "poster", "xlink:href")
        ]

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop() != tag:
            pass

    def handle_data(self, data):
        if "title" in self.stack and "svg" not in self.stack:
            self.title += data
        if {"h1", "h2"} & set(self.stack):
            self.headings[-1] += data


def face_of(html):
    face = Face()
    face.feed(html)
    return face


def test_it_loads_nothing_from_elsewhere(dutch_page):
    face = face_of(dutch_page)

    assert face.loads == []
    assert "@import" not in dutch_page
    assert not re.findall(r"url\((?!#)", dutch_page)
    addresses = re.findall(r"https?://[^\s\"<]+", dutch_page)
    assert set(addresses) <= {"http://www.w3.org/2000/svg"}
    assert "default-src 'none'" in dutch_page


def test_its_title_is_neutral(dutch_page, reader):
    title = face_of(dutch_page).title

    assert title == {"nl": "Overzicht", "en": "Overview"}[reader.language]


def test_its_file_name_is_neutral():
    assert (FILE_NAME.nl, FILE_NAME.en) == ("overzicht.html", "overview.html")


def test_her_page_names_nothing_in_its_headings(dutch_page, reader):
    headings = " ".join(face_of(dutch_page).headings)

    assert headings
    if reader.register is Register.PERSON:
        assert not NEVER_ON_THE_FACE.search(headings)


def test_her_page_draws_nothing_and_lists_no_events(reader):
    html = page_of(answer("2015-02-01", *HAPPENED), reader)

    is_hers = reader.register is Register.PERSON
    assert ("<svg" in html) is not is_hers
    assert ('class="events"' in html) is not is_hers


def test_every_table_has_heads_and_the_drawing_says_what_it_is(reader):
    html = page_of(answer("2015-02-01", *HAPPENED), reader)
    face = face_of(html)

    assert face.heads == face.tables
    if reader.register is not Register.PERSON:
        assert html.count('role="img"') == html.count("<desc") == 2
        assert "<details>" in html


def test_the_danger_line_the_contact_and_the_disclaimer_are_always_there(reader):
    found = answer("2015-02-01", *HAPPENED)
    html, told = page_of(found, reader), tell(found, reader)

    assert told.danger in html
    assert "12\N{NO-BREAK SPACE}34" in html
    assert told.disclaimer in html


def test_what_was_typed_is_never_markup():
    found = answer("2015-02-01", "2015-01-05 knock", "2015-01-06 verdict kind=true note=<b>hi</b>")

    html = page_of(found, Reader("en", Register.WORKER))

    assert "<b>hi</b>" not in html
    assert "&lt;b&gt;hi&lt;/b&gt;" in html


@pytest.mark.parametrize("layout", [WIDE, NARROW], ids=lambda layout: layout.name)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_drawing_stays_inside_its_frame(layout, language):
    reader = Reader(language)
    found = answer("2015-02-01", *HAPPENED)
    drawn = svg(chart(found.corpus, found.events, reader, found.position.on), reader, layout)

    top = ElementTree.fromstring(drawn)
    _, _, width, height = map(float, top.attrib["viewBox"].split())

    for part in top.iter():
        for name, most in (("x", width), ("y", height), ("cx", width), ("cy", height)):
            assert 0 <= float(part.attrib.get(name, 0)) <= most, part.attrib
        if part.tag.endswith("rect") and "bar" in part.attrib.get("class", ""):
            assert float(part.attrib["x"]) + float(part.attrib["width"]) <= width


def test_the_drawing_alone_brings_its_colours():
    reader = Reader("en")
    found = answer("2015-02-01", *HAPPENED)
    drawn = chart(found.corpus, found.events, reader)

    assert "<style>" in svg(drawn, reader)
    assert "<style>" not in svg(drawn, reader, alone=False)


def test_the_table_beside_the_drawing_says_the_same():
    reader = Reader("en")
    found = answer("2015-02-01", *HAPPENED)
    drawn = chart(found.corpus, found.events, reader, found.position.on)

    rows = list(periods(drawn, reader))

    assert len(rows) == sum(len(lane.segments) for lane in drawn.lanes)
    assert ("Stay", "5 Jan 2015", "6 Apr 2015", "term set by the rules") in [
        (row.what, row.start, row.end, row.words) for row in rows
    ]
