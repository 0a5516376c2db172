"""A dump of the database without the keys reveals nothing of anybody, in whatever encoding."""

import base64
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from ketenwijzer.casework.actions.erase import EraseCase, erase_case
from ketenwijzer.casework.actions.register import OpenACase, register
from ketenwijzer.casework.lists import save_list
from ketenwijzer.casework.models import Case
from ketenwijzer.casework.queries import Wanted
from tests.casework.full import BIRTH, STEM, Words, fill, identity


@pytest.fixture
def words(database, member, organisation, now):
    """Fill two cases with words in every field, erase one, and return the words."""
    word = Words([])
    owner, partner = member(), member(organisation("shelter"))
    for erased in (False, True):
        command = OpenACase(
            now.date(),
            identity(word),
            {"age_group": "adult", "nationality": word("nationality")},
            {"channel": word("channel"), "code_word": word("code_word")},
            {"told": word("exploitation")},
        )
        case = Case.objects.get(number=register(owner, command, now))
        fill(case, owner, partner, now, word)
        if erased:
            erase_case(EraseCase(case.number, "AVG 17"), now)
    save_list(owner, word("list"), Wanted("mine"))
    return sorted(set(word.made))


def dumped(database) -> Iterator[tuple[str, bytes]]:
    """Yield everything that the database holds, by name: as files, and as a dump tells it."""
    if database.vendor == "sqlite":
        for file in sorted(database.folder.glob("ketenwijzer.sqlite3*")):
            yield file.name, file.read_bytes()
        return
    with connection.cursor() as cursor:
        cursor.execute("checkpoint")
    settings = database.settings
    where = f"host={settings['HOST']} user=postgres dbname={settings['NAME']}"
    with psycopg.connect(where) as other:
        tables = connection.introspection.table_names()
        for table in tables:
            with other.cursor().copy(f"copy {table} to stdout") as copy:
                yield table, b"".join(map(bytes, copy))
        found = other.execute(
            "select oid, current_setting('data_directory') from pg_database "
            "where datname = current_database()"
        ).fetchone()
    assert found is not None
    number, data = found
    for file in sorted((Path(data) / "base" / str(number)).iterdir()):
        yield file.name, file.read_bytes()
    for file in sorted((Path(data) / "pg_wal").iterdir()):
        if file.is_file():
            yield file.name, file.read_bytes()


def forms(word: str) -> dict[str, bytes]:
    """Return how a word could stand in a dump."""
    plain = word.encode()
    found = {"utf-8": plain, "utf-16": word.encode("utf-16-le"), "hex": plain.hex().encode()}
    found["escaped"] = word.encode("unicode_escape")
    found["hex, large"] = plain.hex().upper().encode()
    for shift in range(3):
        # Of each shift the part that does not depend on what stands before or after it.
        coded = base64.b64encode(b"\0" * shift + plain)
        found[f"base64, {shift}"] = coded[4 if shift else 0 : len(coded) - 4]
    return found


def test_no_word_of_anybody_is_found_in_a_dump(database, words):
    assert len(words) > 100
    parts = dict(dumped(database))
    assert sum(map(len, parts.values())) > 100_000

    # Every word but the day of birth begins with the stem: no word is found where it is not.
    assert all(word.startswith(STEM) for word in words if word != BIRTH)
    found = {
        (word, form, name)
        for word in (STEM, BIRTH)
        for form, text in forms(word).items()
        for name, content in parts.items()
        if text in content
    }

    assert not found


def test_the_search_would_find_a_word_that_is_there(database, words, organisation):
    """Were something in the clear, the test above would see it: a partner's name is."""
    organisation(name="Vindbaar Huis")

    content = b"".join(content for _, content in dumped(database))

    assert b"Vindbaar Huis" in content


@pytest.mark.parametrize("word", [STEM, BIRTH, "x" * 20])
def test_each_form_is_found_where_it_stands(word):
    plain = word.encode()
    for name, text in forms(word).items():
        assert len(text) >= 8, name
        hidden = {
            "base64, 0": base64.b64encode(plain + b"rest"),
            "base64, 1": base64.b64encode(b"x" + plain + b"rest"),
            "base64, 2": base64.b64encode(b"xy" + plain + b"rest"),
        }
        assert name not in hidden or text in hidden[name], name
