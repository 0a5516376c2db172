"""The compiled corpus is the corpus, and a cache that is wrong in any way is passed over."""

import json
import os
from pathlib import Path

import pytest

from ketenwijzer.corpus import cache, load
from ketenwijzer.corpus.cache import cache_folder, fetch_corpus, keep_corpus
from ketenwijzer.corpus.load import load_corpus, read_corpus
from ketenwijzer.corpus.packing import MAKERS, pack, unpack
from ketenwijzer.engine.values import replace
from tests.corpus.small import changed, write_country

FIRST = "xx/policy/2011-01-01.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_country(tmp_path / "protocols")


@pytest.fixture
def kept(home: Path) -> Path:
    """Keep the small country and return the file it is kept in."""
    keep_corpus(read_corpus("xx", home))
    (file,) = cache_folder().iterdir()
    return file


def again(corpus):
    return unpack(json.loads(json.dumps(pack(corpus))))


def test_what_is_unpacked_is_what_was_packed(home):
    corpus = read_corpus("xx", home)

    assert again(corpus) == corpus


def test_the_dutch_protocol_comes_back_as_it_was():
    corpus = read_corpus("nl")

    assert again(corpus) == corpus


def test_what_versions_share_they_still_share(home):
    policy = again(read_corpus("xx", home)).layers[0]
    first, second = policy.versions

    assert first.norms["reflection"].rules[0] is second.norms["reflection"].rules[0]
    assert first.terms["reflection_term"] is second.terms["reflection_term"]
    assert first.norms["tell"] is not second.norms["tell"]


def test_two_texts_that_say_the_same_stay_two(home):
    term = read_corpus("xx", home).layers[0].versions[0].terms["reflection_term"]
    twin = replace(term)

    unpacked = unpack(pack({"one": term, "other": twin}))

    assert isinstance(unpacked, dict)
    one, other = unpacked.values()
    assert one == other
    assert one is not other


def test_a_packed_corpus_can_name_only_the_kinds_of_a_corpus():
    with pytest.raises(IndexError):
        unpack([(len(MAKERS), [], [["os.system"]])])
    with pytest.raises(TypeError):
        pack(object)


def test_the_second_time_no_file_is_read(home, monkeypatch):
    corpus = load_corpus("xx", home)
    monkeypatch.setattr(load, "read_corpus", None)

    assert load_corpus("xx", home) == corpus


def test_a_law_that_changed_is_read_anew(home):
    load_corpus("xx", home)
    write_country(home, changed(FIRST, "add: 3 months", "add: 4 months"))

    corpus = load_corpus("xx", home)

    assert fetch_corpus("xx", home) == corpus == read_corpus("xx", home)
    assert len(list(cache_folder().iterdir())) == 1, "what was kept before is thrown away"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: b"",
        lambda body: body[:-20],
        lambda body: body.replace(b"The period runs.", b"The period ends."),
        lambda body: body.partition(b"\n")[2],
        lambda body: b"\x00\xff" * 500,
        lambda body: b"[" * 100_000,
    ],
    ids=["empty", "cut off", "another word", "without seal", "binary", "nested without end"],
)
def test_a_broken_file_is_passed_over_and_mended(home, kept, spoil):
    kept.write_bytes(spoil(kept.read_bytes()))

    assert fetch_corpus("xx", home) is None
    assert load_corpus("xx", home) == fetch_corpus("xx", home)


@pytest.mark.parametrize(
    "body", [b"[]", b"{}", b"3", b"[[0,[],[[1]]]]", b'[[0,[],[["no corpus"]]]]', b"[[99,[],[]]]"]
)
def test_a_sealed_file_that_holds_no_corpus_is_passed_over(home, kept, body):
    key = kept.read_bytes().split()[1].decode()
    kept.write_bytes(cache._seal(key, body) + b"\n" + body)

    assert fetch_corpus("xx", home) is None


def test_another_version_of_the_package_keeps_its_own(home, kept, monkeypatch):
    monkeypatch.setattr(cache, "__version__", "99")

    assert fetch_corpus("xx", home) is None


def test_a_file_of_somebody_else_is_passed_over(home, kept, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: 12345, raising=False)

    assert fetch_corpus("xx", home) is None


def test_a_country_is_a_word_and_no_path(home, kept):
    assert fetch_corpus(f"../cache/ketenwijzer/{kept.stem}", home) is None


def test_without_a_folder_to_write_in_all_works_as_before(home, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert load_corpus("xx", home) == read_corpus("xx", home)


def test_without_a_home_all_works_as_before(home, monkeypatch):
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)

    assert load_corpus("xx", home) == read_corpus("xx", home)


def test_a_relative_cache_folder_is_not_followed(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "here")

    assert cache_folder() == Path.home() / ".cache" / "ketenwijzer"


def test_only_the_user_can_read_what_is_kept(kept):
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0
