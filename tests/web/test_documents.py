"""Files of a case: what may be handed in, who gets it back, and where nothing of it may stand."""

import logging
import socket
import sys
import threading
import zlib
from io import BytesIO
from zlib import compress, crc32

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from pypdf import PdfWriter

from ketenwijzer.casework import chronology, inspecting
from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.consent import ask_consent, withdraw_consent
from ketenwijzer.casework.actions.erase import EraseCase, erase_case
from ketenwijzer.casework.actions.guard import set_bar
from ketenwijzer.casework.actions.note import release_item
from ketenwijzer.casework.actions.seal import confirm_seal, propose_seal, waiting_seals
from ketenwijzer.casework.documents import content_of, documents_of
from ketenwijzer.casework.errors import Tampered
from ketenwijzer.casework.models import AccessLine, Case, Document, DocumentPiece
from ketenwijzer.casework.quarantine import scan_held
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from tests.casework.chain import YES
from tests.web.chain import Chain, page, token, words_of
from tests.web.chain import chain as made_chain

TEXT, TITLE, NAME = "kanarie-inhoud-7", "kanarie-titel-7", "kanarie-naam-7"
EICAR = "stream: Win.Test FOUND"


@pytest.fixture
def around(member, organisation) -> Chain:
    return made_chain(member, organisation)


class Scanner:
    """A scanner on loopback, that answers what it is told to."""

    def __init__(self) -> None:
        self.answer, self.seen = "stream: OK", b""
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self.door.accept()
            except OSError:
                return
            with link, link.makefile("rb") as sent:
                sent.read(len(b"zINSTREAM\0"))
                self.seen = b""
                while size := int.from_bytes(sent.read(4), "big"):
                    self.seen += sent.read(size)
                link.sendall(self.answer.encode() + b"\0")


@pytest.fixture
def scanner(settings):
    found = Scanner()
    settings.SCANNER = found.address
    yield found
    found.door.close()


def pdf() -> bytes:
    made, to = PdfWriter(), BytesIO()
    made.add_blank_page(100, 100)
    made.write(to)
    return to.getvalue()


def locked() -> bytes:
    made, to = PdfWriter(), BytesIO()
    made.add_blank_page(100, 100)
    made.encrypt("geheim")
    made.write(to)
    return to.getvalue()


def carrying() -> bytes:
    made, to = PdfWriter(), BytesIO()
    made.add_blank_page(100, 100)
    made.add_attachment("ander.txt", b"ander")
    made.write(to)
    return to.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    told = kind + content
    return len(content).to_bytes(4, "big") + told + crc32(told).to_bytes(4, "big")


def png(*more: bytes) -> bytes:
    head = chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0")
    drawn = chunk(b"IDAT", compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + drawn + chunk(b"IEND", b"")


def part(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def jpeg(*more: bytes) -> bytes:
    jfif = part(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    scan = part(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + jfif + b"".join(more) + part(0xDB, bytes(65)) + scan + b"\xff\xd9"


def send(client: Client, number: str, content: bytes, name: str = "x.txt", **said: object):
    kind = str(said.pop("kind", "application/octet-stream"))
    form = {"token": token(), "section": "basics", "title": TITLE, **said}
    file = SimpleUploadedFile(name, content, content_type=kind)
    return client.post(reverse("add_document", args=(number,)), {**form, "file": file})


def added(client: Client, number: str, **said: object) -> str:
    answer = send(client, number, TEXT.encode(), f"{NAME}.txt", **said)
    assert answer.status_code == 302, words_of(answer.content.decode())
    found = Document.objects.filter(case__number=number).order_by("entry").last()
    assert found is not None
    return reverse("document_file", args=(number, found.id))


def listed(client: Client, number: str) -> str:
    return page(client, reverse("case_documents", args=(number,)))


# ------------------------------------------------------------------ handing out


def test_a_file_comes_back_as_it_was_as_an_attachment_under_a_name_of_ours(
    around, browser, scanner
):
    client = browser(around.police)
    answer = client.get(added(client, around.number))

    assert answer.content.decode() == TEXT and scanner.seen.decode() == TEXT
    assert answer["Content-Type"] == "text/plain"
    assert answer["Content-Disposition"].startswith('attachment; filename="document-')
    assert answer["X-Content-Type-Options"] == "nosniff" and "no-store" in answer["Cache-Control"]
    assert TITLE in listed(client, around.number)


def test_a_file_of_many_pieces_comes_back_whole(around, browser, scanner, monkeypatch):
    monkeypatch.setattr("ketenwijzer.casework.documents.PIECE_BYTES", 4)
    client = browser(around.police)
    address = added(client, around.number)

    assert DocumentPiece.objects.count() == 4
    assert client.get(address).content.decode() == TEXT


def test_an_address_is_nothing_without_a_session_of_who_may(
    around, browser, member, scanner, monkeypatch
):
    client = browser(around.police)
    address = added(client, around.number)

    assert browser().get(address).status_code == 302
    stranger, unknown = browser(member()), address.replace(around.number, "ZZZZ-ZZZZ")
    assert stranger.get(address).status_code == 404
    assert client.get(unknown).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302
    for ends in ("/thumbnail", "/preview", "?thumbnail=1"):
        assert browser(around.police).get(f"{address}{ends}").headers.get("Content-Type") != (
            "image/png"
        )


def test_reading_stands_in_the_access_log(around, browser, scanner):
    client = browser(around.police)
    address = added(client, around.number)
    client.get(address)
    browser(around.immigration).get(address)

    lines = AccessLine.objects.filter(activity="read_document").order_by("id")
    assert [line.member_id for line in lines] == [around.police.id, around.immigration.id]


def test_who_sees_the_section_opens_it_and_who_is_barred_does_not(around, browser, scanner):
    address = added(browser(around.police), around.number)
    client = browser(around.shelter)
    assert client.get(address).status_code == 200

    with writing(around.colleague, around.number, now(), "set_bar") as case:
        set_bar(case, organisation=around.shelter.organisation_id, member=None, reason="proef")

    assert client.get(address).status_code == 404


def test_what_is_for_the_own_organisation_opens_for_another_once_released(around, browser, scanner):
    address = added(browser(around.police), around.number, own_only="on")
    client = browser(around.shelter)
    assert client.get(address).status_code == 404
    empty = listed(client, around.number)
    assert "document_file" not in empty and address not in empty

    entry = Document.objects.get().entry
    with writing(around.police, around.number, now(), "release") as case:
        release_item(case, entry, around.shelter.organisation_id, "public_task")

    assert client.get(address).status_code == 200


def test_what_was_released_on_her_consent_closes_when_she_takes_it_back(around, browser, scanner):
    address = added(browser(around.police), around.number, own_only="on")
    client, receiver = browser(around.shelter), around.shelter.organisation_id
    entry = Document.objects.get().entry
    with writing(around.police, around.number, now(), "ask_consent") as case:
        consent = ask_consent(case, receiver, "shelter", ("basics",), YES)
    with writing(around.police, around.number, now(), "release") as case:
        release_item(case, entry, receiver, "consent")
    assert client.get(address).status_code == 200

    with writing(around.police, around.number, now(), "withdraw_consent") as case:
        withdraw_consent(case, consent)

    assert client.get(address).status_code == 404


# ------------------------------------------------------------------ held, destroyed


def test_nobody_opens_what_no_scanner_looked_at(around, browser, scanner, settings):
    settings.SCANNER = ""
    client = browser(around.police, HTTP_ACCEPT_LANGUAGE="nl")
    address = added(client, around.number)
    assert client.get(address).status_code == 404
    assert address not in listed(client, around.number)
    assert scan_held(now()).waiting == 1

    settings.SCANNER = scanner.address
    assert scan_held(now()).clean == 1
    assert scan_held(now()).clean == 0

    assert client.get(address).content.decode() == TEXT


def test_what_the_database_says_of_the_scanner_opens_nothing(around, browser, settings):
    settings.SCANNER = ""
    client = browser(around.police)
    address = added(client, around.number)

    Document.objects.update(held=False)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("answer", ["stream: size limit exceeded. ERROR", "", "OK", "UNKNOWN"])
def test_a_scanner_that_does_not_say_holds(around, browser, scanner, answer):
    scanner.answer = answer
    client = browser(around.police)

    assert client.get(added(client, around.number)).status_code == 404


def test_malware_is_refused_and_what_was_held_is_destroyed(around, browser, scanner, settings):
    client = browser(around.police)
    scanner.answer = EICAR
    assert send(client, around.number, TEXT.encode()).status_code == 200
    assert not Document.objects.exists()

    settings.SCANNER = ""
    address = added(client, around.number)
    settings.SCANNER = scanner.address
    assert scan_held(now()).destroyed == 1

    assert client.get(address).status_code == 404
    assert not DocumentPiece.objects.exists()
    entries = chronology.read(Case.objects.get(number=around.number).id).records
    assert entries[-1].kind == "document_checked" and entries[-1].text("outcome") == "infected"


# ------------------------------------------------------------------ what may be handed in


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.PDF", pdf()), ("a.png", png()), ("a.jpeg", jpeg()), ("a.txt", "é\n".encode())],
)
def test_what_is_what_it_says_is_taken(around, browser, scanner, name, content):
    assert send(browser(around.police), around.number, content, name).status_code == 302


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", png(), "LIES"),
        ("a.png", pdf(), "LIES"),
        ("a.txt", pdf(), "LIES"),
        ("a.pdf", b"gewoon", "LIES"),
        ("a.exe", b"MZ", "NOT_THIS_KIND"),
        ("a.docx", b"PK\3\4", "NOT_THIS_KIND"),
        ("a.zip", b"PK\3\4", "NOT_THIS_KIND"),
        ("a", b"gewoon", "NOT_THIS_KIND"),
        ("a.pdf", pdf()[:200], "BROKEN"),
        ("a.pdf", locked(), "LOCKED"),
        ("a.pdf", carrying(), "ACTS"),
        ("a.png", png()[:-20], "BROKEN"),
        ("a.jpg", jpeg()[:-4], "BROKEN"),
        ("a.txt", b"\x00\x01", "BROKEN"),
        ("a.txt", b"\xff\xfe\xfa", "BROKEN"),
        ("a.txt", b"", "EMPTY"),
    ],
)
def test_what_is_not_is_refused_with_a_sentence(around, browser, scanner, name, content, code):
    answer = send(browser(around.police), around.number, content, name)

    assert answer.status_code == 200
    assert getattr(inspecting, code).nl in words_of(answer.content.decode()).replace("&#x27;", "'")
    assert not Document.objects.exists()


def bomb():
    """Return a small PDF whose table of objects unpacks to more than a reader may hold."""
    packer = zlib.compressobj(9)
    table = b"".join(packer.compress(bytes(1 << 20)) for _ in range(600)) + packer.flush()
    head = b"%PDF-1.5\n"
    said = (
        b"1 0 obj\n<</Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>\nstream\n"
    )
    body = said % len(table) + table + b"\nendstream\nendobj\n"
    return head + body + b"startxref\n%d\n%%%%EOF\n" % len(head)


def test_a_pdf_that_unpacks_to_far_too_much_ends_its_reader_only(around, browser, scanner):
    answer = send(browser(around.police), around.number, bomb(), "a.pdf")

    assert answer.status_code == 200
    assert inspecting.BROKEN.nl in words_of(answer.content.decode())
    assert not Document.objects.exists()


def test_a_reader_that_never_ends_is_not_waited_for(around, browser, scanner, monkeypatch):
    sleeps = (sys.executable, "-c", "import signal; signal.pause()")
    monkeypatch.setattr(inspecting, "PDF_READER", sleeps)
    monkeypatch.setattr(inspecting, "PATIENCE", 0.2)

    answer = send(browser(around.police), around.number, pdf(), "a.pdf")

    assert inspecting.BROKEN.nl in words_of(answer.content.decode())
    assert not Document.objects.exists()


def test_what_the_browser_says_must_agree_too(around, browser, scanner):
    client = browser(around.police)
    assert send(client, around.number, pdf(), "a.pdf", kind="image/png").status_code == 200
    assert send(client, around.number, pdf(), "a.pdf", kind="application/pdf").status_code == 302


def test_what_is_too_large_is_refused_whether_or_not_it_was_read(
    around, browser, scanner, settings
):
    client = browser(around.police)
    settings.DOCUMENT_MOST_BYTES = 10_000
    assert send(client, around.number, b"a" * 10_001).status_code == 200
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10_000
    assert "te groot" in send(client, around.number, b"a" * 20_000).content.decode()
    assert not Document.objects.exists()


def test_pictures_lose_where_they_were_taken(around, browser, scanner):
    client = browser(around.police)
    hidden = b"Exif\0\0plaats-kanarie"
    for name, content in (
        ("a.jpg", jpeg(part(0xE1, hidden), part(0xFE, hidden)) + jpeg(part(0xE1, hidden))),
        ("a.png", png(chunk(b"eXIf", hidden), chunk(b"tEXt", hidden)) + hidden),
    ):
        assert send(client, around.number, content, name).status_code == 302
        last = Document.objects.order_by("entry").last()
        assert last is not None
        kept = client.get(reverse("document_file", args=(around.number, last.id))).content
        assert kept == (jpeg() if name == "a.jpg" else png())


# ------------------------------------------------------------------ versions, sent twice


def test_a_form_sent_twice_is_one_file(around, browser, scanner):
    client, once = browser(around.police), token()
    for _ in range(2):
        assert send(client, around.number, b"a", token=once).status_code == 302

    assert Document.objects.count() == 1


def test_an_earlier_version_stays_and_says_that_there_is_a_newer_one(around, browser, scanner):
    client = browser(around.police)
    first = added(client, around.number)
    name = Document.objects.get().id.hex
    second = added(client, around.number, replaces=name)

    assert client.get(first).status_code == client.get(second).status_code == 200
    case = open_case(around.police, around.number, now())
    new, old = documents_of(case)
    assert old.later == new.number and not new.later


# ------------------------------------------------------------------ gone


def test_a_file_goes_with_its_entry_and_with_its_case(around, browser, scanner, member):
    client = browser(around.colleague)
    address = added(client, around.number)
    entry = Document.objects.get().entry
    with writing(around.colleague, around.number, now(), "seal") as case:
        propose_seal(case, entry, "verkeerd dossier")
    second = member("coordinator", of=around.colleague.organisation)
    proposal = waiting_seals(open_case(second, around.number, now()))[0].number
    confirm_seal(second, around.number, proposal, now())

    assert client.get(address).status_code == 404
    assert not DocumentPiece.objects.exists()

    added(client, around.number)
    erase_case(EraseCase(around.number, "proef"), now())
    assert not Document.objects.exists() and not DocumentPiece.objects.exists()


def test_pieces_of_another_place_do_not_open(around, browser, scanner, monkeypatch):
    monkeypatch.setattr("ketenwijzer.casework.documents.PIECE_BYTES", 8)
    added(browser(around.police), around.number)
    record = chronology.read(Case.objects.get(number=around.number).id).records[-1]
    first, second = DocumentPiece.objects.order_by("place")
    first.sealed, second.sealed = second.sealed, first.sealed
    first.save()
    second.save()

    with pytest.raises(Tampered):
        content_of(record)


def test_nothing_of_a_file_stands_in_the_database_the_logs_or_the_lists(
    around, browser, scanner, caplog
):
    caplog.set_level(logging.DEBUG)
    client = browser(around.police)
    address = added(client, around.number)
    client.get(address)
    shown = page(client, "/") + page(client, reverse("case_timeline", args=(around.number,)))
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        kept = ""
        for table in tables:
            cursor.execute(f'select * from "{table}"')
            kept += repr(cursor.fetchall())

    for canary in (TEXT, TITLE, NAME):
        assert canary not in kept + caplog.text + address + shown
    assert NAME not in listed(client, around.number)
