"""Finds the protocol files of a country and makes them into one corpus."""

import hashlib
from pathlib import Path

from ..engine.calendar import Calendar
from ..engine.law import Corpus, Holding, Layer, Mark
from . import vocabulary, yaml
from .calendars import read_calendar
from .errors import refuse
from .protocols import read_layer
from .vocabulary import bilingual
from .yaml import Mapping, Place

PACKAGE = Path(__file__).resolve().parent.parent
HOMES = (PACKAGE / "protocols", PACKAGE.parent.parent / "protocols")


def protocols_home() -> Path:
    """Return the folder of the protocols: in the installed package, or beside its source."""
    return next((home for home in HOMES if home.is_dir()), HOMES[0])


def countries(home: Path | None = None) -> list[str]:
    """Return the names of the countries that have a protocol."""
    return sorted(p.parent.name for p in (home or protocols_home()).glob("*/country.yaml"))


def read_corpus(country: str, home: Path | None = None, place: Place | None = None) -> Corpus:
    """Read and check all protocol files of a country; raises `InputError`."""
    home = home or protocols_home()
    if country not in countries(home):
        raise yaml.unknown(
            "unsupported_protocol", place or (f"protocols/{country}", 1), country,
            countries(home), "protocol", "protocol",
        )
    top = _read(home, f"{country}/country.yaml")
    yaml.only(top, ("country", "nl", "en", "first_day", "calendar", "helpdesk", "vocabulary",
                    "norms", "layers", "case_law", "danger", "note"))
    words = _merge([_read(home, name) for name in yaml.texts(yaml.required(top, "vocabulary"))])
    norms = _merge([_read(home, name) for name in yaml.texts(yaml.required(top, "norms"))])
    case_law = top.items.get("case_law")
    return Corpus(
        id=country,
        first_day=yaml.day(yaml.required(top, "first_day")),
        title=vocabulary.Text(
            yaml.text(yaml.required(top, "nl")), yaml.text(yaml.required(top, "en"))
        ),
        event_types=vocabulary.event_types(words),
        moments=vocabulary.moments(words),
        facts=vocabulary.facts(words),
        norms=vocabulary.norms(norms),
        layers=tuple(_layer(home, n) for n in yaml.texts(yaml.required(top, "layers"))),
        phases=vocabulary.phases(words),
        calendar=_calendar(home, yaml.text(yaml.required(top, "calendar"))),
        parties=vocabulary.parties(words),
        holdings=_holdings(home, yaml.texts(case_law)) if case_law else (),
        helpdesk=yaml.text(yaml.required(top, "helpdesk")),
        hash=source_hash(home),
        danger=bilingual(top.items["danger"]) if "danger" in top.items else None,
    )


def source_hash(home: Path | None = None) -> str:
    """Return the hash of every protocol file, by name and content, scenarios left out."""
    home = home or protocols_home()
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*.yaml")):
        name = path.relative_to(home)
        if "scenarios" not in name.parts:
            digest.update(f"{name.as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(home: Path, name: str) -> Mapping:
    path = home / name
    try:
        return yaml.parse(path.read_text(encoding="utf-8"), f"protocols/{name}")
    except (OSError, UnicodeDecodeError) as error:
        raise refuse(
            "unreadable", (f"protocols/{name}", 1),
            "Dit protocolbestand is niet te lezen.", "This protocol file cannot be read.",
            "Controleer of het bestaat en gewone tekst (UTF-8) is.",
            "Check that it exists and is plain text (UTF-8).",
        ) from error


def _merge(tops: list[Mapping]) -> Mapping:
    """Join vocabulary files: the mappings and lists under the same key follow each other."""
    joined = Mapping(tops[0].place, {}, {})
    for top in tops:
        for key, node in top.items.items():
            before = joined.items.get(key)
            joined.lines.setdefault(key, top.lines[key])
            joined.items[key] = node if before is None else _join(before, node)
    return joined


def _join(before: yaml.Node, node: yaml.Node) -> yaml.Node:
    if isinstance(before, Mapping) and isinstance(node, Mapping):
        twice = next((k for k in node.items if k in before.items), None)
        if twice:
            raise refuse(
                "defined_twice", (node.place[0], node.lines[twice]),
                f"`{twice}` is al eerder vastgelegd.", f"`{twice}` was defined before.",
                "Houd er een over.", "Keep one of them.",
            )
        return Mapping(before.place, before.items | node.items, before.lines | node.lines)
    return yaml.Sequence(before.place, yaml.sequence(before) + yaml.sequence(node))


def _layer(home: Path, folder: str) -> Layer:
    files = sorted((home / folder).glob("*.yaml"))
    if not files:
        raise refuse(
            "no_versions", (f"protocols/{folder}", 1),
            "Deze laag heeft geen enkele versie.", "This layer has no version at all.",
            "Voeg een bestand `<in werking vanaf>.yaml` toe.",
            "Add a file `<in force from>.yaml`.",
        )
    return read_layer([_read(home, path.relative_to(home).as_posix()) for path in files])


def _calendar(home: Path, name: str) -> Calendar:
    path = home / "calendars" / f"{name}.yaml"
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    return read_calendar(_read(home, f"calendars/{name}.yaml"), digest)


def _holdings(home: Path, files: tuple[str, ...]) -> tuple[Holding, ...]:
    found = []
    for item in (i for f in files for i in yaml.sequence(yaml.required(_read(home, f), "case_law"))):
        node = yaml.only(yaml.mapping(item), ("norm", "ruling", "decided_on", "speaks", "nl", "en",
                                              "mark"))
        decided = node.items.get("decided_on")
        found.append(Holding(
            yaml.text(yaml.required(node, "norm")),
            yaml.text(yaml.required(node, "ruling")),
            yaml.day(decided) if decided else None,
            yaml.one_of(yaml.required(node, "speaks"),
                        ("for", "against", "immigration_service"), "richting", "direction"),
            vocabulary.Text(
                yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))
            ),
            Mark(yaml.one_of(yaml.required(node, "mark"), list(Mark), "merk", "mark")),
        ))
    return tuple(found)


__all__ = ["bilingual", "countries", "protocols_home", "read_corpus", "source_hash"]
