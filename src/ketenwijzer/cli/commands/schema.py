"""`schema`: the published JSON Schema of a position, a case file or a protocol file."""

import sys

from ...corpus.examples import schema_names, schema_text
from ...engine.vocabulary import Text
from ..desk import Desk
from ..refusals import refused_name
from ..usage import Asked

POSITION = "position"
NO_SCHEMA = Text("Er is geen schema `{name}`.{near}", "There is no schema `{name}`.{near}")


def run(asked: Asked, desk: Desk) -> None:
    """Print a schema; without a name that of `position --json`."""
    name = asked.part or POSITION
    if name not in schema_names():
        raise refused_name(NO_SCHEMA, name, list(schema_names()))
    sys.stdout.write(schema_text(name))
