"""What comes on paper: readable by a screen reader, the same every time, and text is only text."""

import io
from dataclasses import replace
from typing import Any, cast

import pdfua
import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from ketenwijzer.telling.letters import letter as letters
from ketenwijzer.telling.letters.letter import Bullets, Heading, Letter, Note, Paragraph, Table
from ketenwijzer.telling.letters.printing import HERE, pdf_of
from tests.letters.words import LANGUAGES, sheet

HOSTILE = (
    '#eval("1 + 1")',
    '#import "@preview/x:0.1.0": *',
    "*bold* _under_ `raw` $x$ <label> @ref \\ // /* [",
    '"); sys.exit()',
    "{made} {0} %s",
    "a\nb\r\nc\u2028d\x00e\x1bf",
    "\u202eevil\u2066more\u200fend",
    "\u4eba\u53e3 \u12a0\u121b \U0001f600",
    "x" * 400,
    "\ud800\uffff\ue000",
)
# A rule that stops on a number format of the printer's, and checks nothing then.
NOT_CHECKED = {"UA-14-001"}


def text_of(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def picture(made: bytes, page: int = 0, scale: float = 1.0) -> Image.Image:
    document = pypdfium2.PdfDocument(made)
    try:
        found: Image.Image = document[page].render(scale=scale).to_pil().convert("L")
        return found
    finally:
        document.close()


def plain(language: str, *blocks: letters.Block) -> Letter:
    return Letter(language, "Info", blocks)


# ------------------------------------------------------------------ PDF/UA


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_pdf_ua(language, tmp_path):
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf_of(sheet(language)))

    report = pdfua.validate(str(path))

    assert report.pdfua_version == "PDF/UA-1"
    assert report.findings == ()
    assert {outcome.rule_id for outcome in report.skipped} <= NOT_CHECKED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_says_its_language_and_a_title_that_says_nothing(language):
    made = sheet(language)
    read = PdfReader(io.BytesIO(pdf_of(made)))
    root = cast(Any, read.trailer["/Root"])

    assert root["/Lang"] == language
    assert read.metadata is not None and read.metadata.title == made.title
    assert not {"/CreationDate", "/ModDate", "/Author", "/Subject"} & set(read.metadata)
    assert root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_letter_gives_the_same_bytes(language):
    assert pdf_of(sheet(language)) == pdf_of(sheet(language))


def test_only_our_fonts_are_in_it_each_with_its_licence():
    used = set()
    for page in PdfReader(io.BytesIO(pdf_of(sheet("ar")))).pages:
        for font in cast(Any, page["/Resources"])["/Font"].values():
            used.add(font.get_object()["/BaseFont"].split("+")[1].split("-")[0])

    assert used and used <= {"NotoSans", "NotoSansArabic"}
    for name in used:
        licence = (HERE / "fonts" / f"{name}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()


# ------------------------------------------------------------------ which way it runs


def ink(image: Image.Image, left: float, right: float) -> int:
    width, height = image.size
    part = image.crop((int(width * left), 0, int(width * right), int(height * 0.9)))
    return sum(part.histogram()[:128])


@pytest.mark.parametrize(
    ("language", "begins_left"),
    [("nl", True), ("en", True), ("pl", True), ("ro", True), ("es", True), ("ar", False)],
)
def test_a_page_begins_at_the_side_where_its_language_begins(language, begins_left):
    short = {"ar": "معلومات"}.get(language, "Info")
    made = plain(language, *(Paragraph(short) for _ in range(12)))
    page = picture(pdf_of(replace(made, title=short)))

    left, right = ink(page, 0, 0.4), ink(page, 0.6, 1)

    assert (left > 0, right > 0) == (begins_left, not begins_left)


def test_both_ways_are_each_others_mirror_in_a_picture():
    """The bar beside a note, the marks of a list and the first column stand at the other side."""
    blocks = (Note("1"), Bullets(("1", "1")), Table(("1", "1"), (("1", "1"),)))
    left, right = (picture(pdf_of(Letter(one, "1", blocks))) for one in ("nl", "ar"))

    mirrored = right.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    small = [one.resize((24, 34)).tobytes() for one in (left, mirrored, right)]
    apart, unmirrored = (
        sum(abs(a - b) for a, b in zip(small[0], other, strict=True)) for other in small[1:]
    )

    assert apart < unmirrored / 3


def test_a_telephone_number_keeps_its_order_from_right_to_left():
    number = "+31 33 448 11 86"
    alone = picture(pdf_of(plain("nl", Paragraph(number))), scale=3)
    within = picture(pdf_of(plain("ar", Paragraph(number))), scale=3)

    def row(image: Image.Image) -> Image.Image:
        width, height = image.size
        line = image.crop((0, int(height * 0.12), width, int(height * 0.2)))
        box = line.point(lambda p: 255 if p < 128 else 0).getbbox()
        assert box is not None
        found: Image.Image = line.crop(box).resize((120, 12))
        return found

    pairs = zip(row(alone).tobytes(), row(within).tobytes(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / (120 * 12) < 40


# ------------------------------------------------------------------ text is only text


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_hostile_name_comes_out_as_text(name, language):
    made = plain(
        language,
        Paragraph(name, strong=True),
        Heading(name),
        Note(name),
        Bullets((name,)),
        Table((name, name), ((name, name),)),
    )

    found = pdf_of(replace(made, title=name or "x"))

    assert found.startswith(b"%PDF")


@pytest.mark.parametrize("name", HOSTILE[:5])
def test_what_would_be_markup_is_printed_as_it_was_written(name):
    squeezed = "".join(name.split())

    assert squeezed in "".join(text_of(pdf_of(plain("nl", Paragraph(name)))).split())


def test_nothing_that_steers_a_line_is_left():
    assert letters.printable("a\u202eb\u2066c\nd\x1be\u200f") == "abc d e"


def test_another_script_is_written_as_it_sounds():
    assert letters.printable("\u4eba") == "Ren"


def test_every_character_that_is_let_through_can_be_printed():
    through = "".join(
        chr(code)
        for first, last in letters.WRITTEN
        for code in range(first, last + 1)
        if letters.printable(chr(code)) == chr(code)
    )

    assert pdf_of(plain("nl", *(Paragraph(c) for c in through + letters.ALSO_WRITTEN)))


def test_a_long_name_stays_on_the_page():
    page = picture(pdf_of(plain("nl", Paragraph("x" * 400))))

    assert ink(page, 0.95, 1) == 0
