"""Writes the strictness of the readers down as JSON Schema, for whoever writes in an editor.

`make golden` writes `protocols/schema/` with this module; a test says when it is behind.
What a schema refuses the readers refuse too; the readers refuse more (names, days, order).
"""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from ..engine.case import PERSON
from ..engine.law import Corpus
from ..engine.vocabulary import Attribute, EventType, Text
from .home import countries, protocols_home
from .letters import LETTERS
from .load import read_corpus
from .notices import NOTICES
from .shapes import CASE_EVENT, VERSION, Either, Many, Named, Plain, Shape, Value, Word

Schema = dict[str, object]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAME = "[a-z][a-z0-9_]*"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
SELECTOR = rf"{NAME}(\(.+\))?(\.{NAME})?"
DURATION = "[0-9]{1,5} (days?|weeks?|months?|years?|working days?)"
PLAIN: dict[Plain, Schema] = {
    Plain.TEXT: {"type": "string", "minLength": 1},
    Plain.NAME: {"type": "string", "pattern": f"^{NAME}$"},
    Plain.DAY: {"type": "string", "pattern": f"^{DAY}$"},
    Plain.YEAR_DAY: {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"},
    Plain.NUMBER: {"type": ["integer", "string"], "pattern": "^-?[0-9]{1,9}$"},
    # An editor reads `true` as a yes, our own reader as the word.
    Plain.YES_NO: {"enum": [True, False, "true", "false"]},
    Plain.CONDITION: {"type": "string", "minLength": 1},
    Plain.SELECTOR: {"type": "string", "pattern": f"^{SELECTOR}$"},
    Plain.DURATION: {"type": "string", "pattern": f"^{DURATION}$"},
    Plain.END: {"type": "string", "pattern": f"^((end of|day after) )?{NAME}$"},
}
ATTRIBUTE_TYPES = {"boolean": Plain.YES_NO, "date": Plain.DAY, "text": Plain.TEXT}


def protocol_schema() -> Schema:
    """Return the schema of one dated version of a layer."""
    return _file(VERSION, "A version of a layer of a protocol")


def letters_schema() -> Schema:
    """Return the schema of the words of letters in one language."""
    return _file(LETTERS, "The words of letters in one language")


def notices_schema() -> Schema:
    """Return the schema of what partners tell each other."""
    return _file(NOTICES, "What partners tell each other, message by message")


def _file(shape: Shape, title: str) -> Schema:
    definitions: dict[str, Schema] = {}
    top = _of(shape, definitions)
    return {"$schema": DRAFT, "title": title, **top, "$defs": dict(sorted(definitions.items()))}


def case_schema(corpora: Iterable[Corpus]) -> Schema:
    """Return the schema of a case file, with the events of every country."""
    definitions: dict[str, Schema] = {}
    chosen = [_case_of(corpus, definitions) for corpus in corpora]
    return {
        "$schema": DRAFT,
        "title": "A case: who the person is and what happened",
        "type": "object",
        "required": ["protocol"],
        "properties": {
            "protocol": {"enum": [country for country, _ in chosen]},
            "person": {"type": "object"},
            "events": {"type": "array"},
            "scenario": {"type": "object"},
        },
        "additionalProperties": False,
        "allOf": [_where("protocol", country, then) for country, then in chosen],
        "$defs": definitions,
    }


def write_schemas(folder: Path) -> None:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        written = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (folder / name).write_text(written, encoding="utf-8")


def schemas() -> dict[str, Schema]:
    """Return the schemas by the name of their file."""
    return {
        "protocol.schema.json": protocol_schema(),
        "letters.schema.json": letters_schema(),
        "notices.schema.json": notices_schema(),
        "case.schema.json": case_schema(map(read_corpus, countries())),
    }


# ------------------------------------------------------------------ from shapes


def _of(value: Value, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a kind of value; shapes go to the definitions, once."""
    below = partial(_of, definitions=definitions)
    match value:
        case Plain():
            return PLAIN[value]
        case Word(words):
            return {"enum": [str(word) for word in words]}
        case Many(of):
            return {"anyOf": [below(of), {"type": "array", "items": below(of)}]}
        case Named(of):
            return {"type": "object", "additionalProperties": below(of)}
        case Either(kinds):
            return {"anyOf": [below(kind) for kind in kinds]}
        case Shape(name, keys, required):
            if name not in definitions:
                definitions[name] = {}
                parts = {key: below(kind) for key, kind in keys.items()}
                definitions[name] = _mapping(parts, required)
            return {"$ref": f"#/$defs/{name}"}


def _mapping(properties: Mapping[str, Schema], required: Iterable[str]) -> Schema:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**properties},
        "additionalProperties": False,
    }


# ------------------------------------------------------------------ from a vocabulary


def _case_of(corpus: Corpus, definitions: dict[str, Schema]) -> tuple[str, Schema]:
    """Define the person and the events of a country; return which schema its cases have."""
    definitions |= {f"event_{key}": _of(value, {}) for key, value in CASE_EVENT.keys.items()}
    definitions[f"{corpus.id}_party"] = {"enum": list(corpus.parties)}
    for kind in corpus.event_types.values():
        attributes = {name: _attribute(found) for name, found in kind.attributes.items()}
        if kind.name == PERSON:
            definitions[f"{corpus.id}_person"] = _mapping(attributes, ())
        else:
            definitions[f"{corpus.id}_{kind.name}"] = _event(kind, attributes, corpus)
    named = [name for name in corpus.event_types if name != PERSON]
    event: Schema = {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": named}},
        "allOf": [_where("type", n, {"$ref": f"#/$defs/{corpus.id}_{n}"}) for n in named],
    }
    person: Schema = {"$ref": f"#/$defs/{corpus.id}_person"}
    events: Schema = {"items": event}
    return corpus.id, {"properties": {"person": person, "events": events}}


def _event(kind: EventType, attributes: Mapping[str, Schema], corpus: Corpus) -> Schema:
    keys: dict[str, Schema] = {key: {"$ref": f"#/$defs/event_{key}"} for key in CASE_EVENT.keys}
    keys |= {"type": {"const": kind.name}, "by": {"$ref": f"#/$defs/{corpus.id}_party"}}
    compulsory = [name for name, found in kind.attributes.items() if found.required]
    described: Schema = {"description": _both(kind.text)}
    return described | _mapping({**keys, **attributes}, (*CASE_EVENT.required, *compulsory))


def _attribute(attribute: Attribute) -> Schema:
    described: Schema = {"description": _both(attribute.text)}
    if attribute.type == "enum":
        return described | {"enum": list(attribute.values)}
    return described | PLAIN[ATTRIBUTE_TYPES[attribute.type]]


def _both(text: Text) -> str:
    return f"{text.nl} / {text.en}"


def _where(key: str, value: str, then: Schema) -> Schema:
    asked = {"properties": {key: {"const": value}}, "required": [key]}
    return {"if": asked, "then": then}


if __name__ == "__main__":
    write_schemas(protocols_home() / "schema")
