"""A full disk, a locked database, a lost connection, unreadable text: a page, nothing half."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from django.db import DataError, InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from ketenwijzer.casework.errors import Refused
from ketenwijzer.casework.models import Case, Entry, EntryKey, Member
from ketenwijzer.casework.readable import is_readable, made_readable, refuse_unreadable
from ketenwijzer.casework.rebuild import rebuild_all
from ketenwijzer.casework.verify import verify
from ketenwijzer.clock import now
from ketenwijzer.web.middleware import Problems
from tests.casework.test_rows_anew import everything
from tests.web.chain import open_case_for, token

HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
TYPED = "Kanarie over wat zij zei. "
SAID = {"nl": "Er is niets bewaard", "en": "Nothing was saved"}
MOST_PAGES = 60


@pytest.fixture
def owner(member) -> Member:
    made: Member = member("coordinator")
    return made


@pytest.fixture
def number(owner) -> str:
    return open_case_for(owner)


@pytest.fixture
def client(owner, browser) -> Client:
    made: Client = browser(owner, raise_request_exception=False)
    made.get("/")
    return made


@contextmanager
def full(pages: int) -> Iterator[None]:
    """Let the disk have room for so many pages more."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (used,) = cursor.execute("PRAGMA page_count").fetchone()
        (before,) = cursor.execute("PRAGMA max_page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {used + pages}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA max_page_count = {before}")


@contextmanager
def held(path: object) -> Iterator[None]:
    """Let somebody else hold the lock on the database."""
    with closing(sqlite3.connect(str(path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 50")
        yield
        other.execute("ROLLBACK")


def kept() -> tuple[Any, ...]:
    heads = list(Case.objects.order_by("id").values_list("id", "head_number"))
    return heads, Entry.objects.count(), EntryKey.objects.count(), everything()


def whole() -> None:
    """Say that the chronology verifies, and that rows made anew are the same."""
    assert verify().faults == []
    before = everything()
    assert rebuild_all(now())[1] == []
    assert everything() == before


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_full_disk_in_the_middle_of_a_deed_leaves_nothing_half_written(
    owner, number, client, language
):
    owner.language = language
    owner.save()
    address, text = reverse("case_notes", args=(number,)), TYPED * 150
    refused = 0
    for pages in range(MOST_PAGES):
        before = kept()
        with full(pages):
            answer = client.post(address, {"text": text, "token": token()}, **HERE)
        if answer.status_code == 302:
            break
        refused += 1
        page = answer.content.decode()
        assert answer.status_code == 503
        assert SAID[language] in page and TYPED in page and f'action="{address}"' in page
        assert kept() == before
    assert refused and pages < MOST_PAGES - 1
    assert Entry.objects.count() == before[1] + 1
    whole()


def test_a_full_disk_while_registering_leaves_no_case_and_at_most_an_orphan_key(client, on_sqlite):
    def keys() -> set[str]:
        return {str(file) for file in on_sqlite.keys.rglob("*") if file.is_file()}

    form: dict[str, str] = {}
    for _ in range(40):
        draft = client.post(reverse("new_case")).headers["Location"].split("/")[3]
        address, form = reverse("intake_check", args=(draft,)), {"token": token()}
        before, held_keys = kept(), keys()
        with full(0):
            answer = client.post(address, form, **HERE)
        if answer.status_code == 503:
            break
    assert answer.status_code == 503 and SAID["nl"] in answer.content.decode()
    assert kept() == before and held_keys <= keys()
    assert client.post(address, form, **HERE).status_code == 302
    assert Case.objects.count() == len(before[0]) + 1
    whole()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_locked_database_is_said_and_what_was_typed_comes_back(
    owner, number, client, on_sqlite, language
):
    owner.language = language
    owner.save()
    address = reverse("case_notes", args=(number,))
    before, form = kept(), {"text": TYPED, "token": token()}
    with held(on_sqlite.path):
        answer = client.post(address, form, **HERE)
        page = answer.content.decode()
        assert answer.status_code == 503 and SAID[language] in page and TYPED in page
    assert kept() == before
    assert client.post(address, form, **HERE).status_code == 302
    assert client.post(address, form, **HERE).status_code == 302
    assert Entry.objects.count() == before[1] + 1
    whole()


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("canceling statement due to statement timeout"),
        OperationalError("server closed the connection unexpectedly"),
        OperationalError("could not extend file: No space left on device"),
        InterfaceError("connection already closed"),
        OSError(28, "No space left on device"),
    ],
)
def test_whatever_storage_fails_the_page_is_the_same(error, owner):
    request = RequestFactory(headers={"sec-fetch-site": "same-origin"}).post(
        "/cases/X/notes/", {"text": TYPED}
    )
    request.user = owner
    problems = Problems(lambda _: HttpResponse())
    answer = problems.process_exception(request, error)
    assert answer is not None
    page = answer.content.decode()
    assert answer.status_code == 503 and SAID["nl"] in page and TYPED in page
    assert problems.process_exception(request, DataError("ours")) is None


# ------------------------------------------------------------------ text that cannot be kept

UNREADABLE = ("een\x00twee", "een\ud800twee", "een\ufffdtwee")


@pytest.mark.parametrize("text", UNREADABLE)
def test_unreadable_text_is_refused_before_it_is_recorded(text):
    assert not is_readable(text)
    assert is_readable(made_readable(text).replace("\ufffd", ""))
    for said in ({"a": text}, {"a": [text]}, {"a": {"b": text}}, {"a": {text: "b"}}):
        with pytest.raises(Refused):
            refuse_unreadable(said)
    refuse_unreadable({"a": "ë 😀 \u202e", "b": [1, None, True], "c": {}})


@pytest.mark.parametrize("raw", [b"%00", b"%FF%FE", b"%ED%A0%80", b"%C3%28", b"%EF%BF%BD"])
@pytest.mark.parametrize("name", ["case_notes", "make_request", "raise_flag", "search"])
def test_wrong_encodings_are_said_and_the_text_comes_back(number, client, name, raw):
    address = reverse(name, args=() if name == "search" else (number,))
    body = b"text=Kanarie+" + raw + b"+einde&message=x&name=x&token=" + token().encode()
    before = kept()
    answer = client.post(address, body, content_type="application/x-www-form-urlencoded", **HERE)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "niet te lezen" in page and "einde" in page and "\x00" not in page
    assert kept() == before


@pytest.mark.parametrize("path", ["/cases/K7Q2%00/", "/cases/%FF%FE/", "/cases/X/norms/%00/"])
def test_an_address_that_cannot_be_read_leads_nowhere(client, path):
    assert client.get(path).status_code == 404
    assert client.post(path).status_code in (404, 405)
