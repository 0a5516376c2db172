"""The published schemas say what the readers check: every good file passes, and none is behind."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from ketenwijzer.corpus.cases import read_case, read_case_text
from ketenwijzer.corpus.errors import InputError
from ketenwijzer.corpus.home import NOT_LAW, protocols_home
from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.corpus.schema import (
    case_schema,
    letters_schema,
    notices_schema,
    protocol_schema,
    schemas,
)
from tests.corpus.small import FILES, HOME, write_country
from tests.corpus.test_bad_input import BAD_CASES

PROTOCOLS = protocols_home()
VERSIONS = [path for path in PROTOCOLS.glob("*/*/*.yaml") if path.parent.name not in NOT_LAW]
CASES = [path for folder in ("scenarios", "examples") for path in PROTOCOLS.glob(f"*/{folder}/*")]
SMALL_VERSIONS = [HOME / name for name in FILES if name.startswith(("xx/policy/", "treaty/"))]


@pytest.fixture(scope="module")
def version_validator() -> Draft202012Validator:
    return Draft202012Validator(protocol_schema())


@pytest.fixture(scope="module")
def case_validator() -> Draft202012Validator:
    return Draft202012Validator(case_schema([read_corpus("nl")]))


def load(text: str) -> object:
    """Read a file as an editor does, but every scalar as text: a date is a date only to us."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  (it makes nothing but text)


def load_file(path: Path) -> object:
    return load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", schemas())
def test_the_published_schema_is_not_behind(name):
    published = json.loads((PROTOCOLS / "schema" / name).read_text(encoding="utf-8"))

    assert published == json.loads(json.dumps(schemas()[name])), (
        "run `make golden` and review the diff"
    )


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_itself_valid(name):
    Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("path", [*sorted(VERSIONS), *SMALL_VERSIONS], ids=lambda path: path.stem)
def test_every_version_of_a_layer_passes(version_validator, path):
    assert [error.message for error in version_validator.iter_errors(load_file(path))] == []


@pytest.mark.parametrize("path", sorted(CASES), ids=lambda path: path.stem)
def test_every_case_passes(case_validator, path):
    assert [error.message for error in case_validator.iter_errors(load_file(path))] == []


def test_yes_and_no_pass_as_words_and_as_an_editor_reads_them(case_validator):
    view = {"on": "2019-09-18", "type": "prosecution_view"}
    for needed in (True, "true"):
        case = {"protocol": "nl", "events": [{**view, "presence_necessary": needed}]}

        assert case_validator.is_valid(case)


def test_what_the_schema_refuses_the_reader_refuses(tmp_path):
    corpus = read_corpus("xx", write_country(tmp_path))
    validator = Draft202012Validator(case_schema([corpus]))
    refused = [text for text in readable() if not validator.is_valid(load(text))]

    assert len(refused) > 15
    for text in refused:
        with pytest.raises(InputError):
            read_case(read_case_text(text, "case.yaml"), corpus)


def readable() -> list[str]:
    """Return the bad cases that any YAML reader can read."""
    codes = {
        "not_yaml",
        "not_text_file",
        "several_documents",
        "odd_key",
        "too_deep",
        "tag",
        "anchor",
    }
    return [text for code, _, text in BAD_CASES if code not in codes | {"unknown_protocol"}]


@pytest.mark.parametrize("path", sorted(VERSIONS)[:3] + SMALL_VERSIONS, ids=lambda path: path.stem)
def test_a_key_too_many_or_too_few_is_refused_anywhere(version_validator, path):
    for spoiled in spoilt(load_file(path)):
        assert not version_validator.is_valid(spoiled)


def spoilt(document):
    """Yield a document with a key too many, in turn in the file, a source, a term and a rule."""
    yield document | {"rulez": []}
    yield {key: value for key, value in document.items() if key != "title"}
    for part in ("sources", "terms"):
        for name, value in document.get(part, {}).items():
            yield document | {part: document[part] | {name: value | {"extra": "x"}}}
            for key in ("citation", "force"):
                if key in value:
                    less = {k: v for k, v in value.items() if k != key}
                    yield document | {part: document[part] | {name: less}}
    for name, norm in document.get("norms", {}).items():
        for index, rule in enumerate(norm.get("rules", ())):
            rules = [*norm["rules"][:index], rule | {"extra": "x"}, *norm["rules"][index + 1 :]]
            yield document | {"norms": document["norms"] | {name: norm | {"rules": rules}}}


@pytest.mark.parametrize(
    ("folder", "schema"), [("letters", letters_schema), ("notices", notices_schema)]
)
def test_the_words_of_letters_and_messages_pass(folder, schema):
    validator = Draft202012Validator(schema())
    paths = sorted((PROTOCOLS / "nl" / folder).glob("*.yaml"))

    assert paths
    for path in paths:
        assert [error.message for error in validator.iter_errors(load_file(path))] == [], path.name
