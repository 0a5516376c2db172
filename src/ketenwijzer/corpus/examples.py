"""The files beside the law that people start from: an example case, a story, the schema."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..engine.vocabulary import Text
from . import nodes
from .cases import CaseFile
from .home import protocols_home
from .vocabulary import bilingual

EXAMPLES = "examples"
SCENARIOS = "scenarios"
SCHEMA = "schema"


@dataclass(frozen=True, slots=True)
class Story:
    """What a golden story tells of itself; `day` is the last day that it speaks of."""

    title: Text
    told: Text
    reference: str
    day: date


def example_case(country: str, language: str) -> str:
    """Return the commented case of a country, in `nl` or `en`."""
    return (protocols_home() / country / EXAMPLES / f"{language}.yaml").read_text(encoding="utf-8")


def story_file(country: str, name: str) -> Path:
    """Return the file of a golden story."""
    return protocols_home() / country / SCENARIOS / f"{name}.yaml"


def read_story(case: CaseFile) -> Story:
    """Read what a golden story tells of itself; raises `InputError` where it tells nothing."""
    told = case.scenario or nodes.Mapping((case.file, 0), {}, {})
    days = [nodes.day(nodes.mapping(check).items["on"]) for check in nodes.items(told, "checks")]
    return Story(
        bilingual(nodes.required(told, "title")),
        bilingual(nodes.required(told, "story")),
        nodes.text(nodes.required(told, "reference")),
        max(days),
    )


def schema_names() -> tuple[str, ...]:
    """Return the names of the published schemas."""
    files = sorted((protocols_home() / SCHEMA).glob("*.schema.json"))
    return tuple(path.name.removesuffix(".schema.json") for path in files)


def schema_text(name: str) -> str:
    """Return a published schema: of a position, a case file or a protocol file."""
    return (protocols_home() / SCHEMA / f"{name}.schema.json").read_text(encoding="utf-8")
