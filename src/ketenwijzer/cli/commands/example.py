"""`example`: a commented case to start from, in the reader's language."""

import sys

from ...corpus.examples import example_case
from ..desk import Desk, country_of
from ..usage import Asked


def run(asked: Asked, desk: Desk) -> None:
    """Print the example."""
    sys.stdout.write(example_case(country_of(asked.country), desk.reader.language))
