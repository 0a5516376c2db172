"""Measures, shows the page and, if asked, writes it to docs/benchmarks.md."""

import argparse
import sys
from pathlib import Path

from .measure import measure
from .table import document

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    """Run the bench as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    parser.add_argument("--rounds", type=int, default=25, help="rounds of the races (25)")
    given = parser.parse_args()
    text = document(measure(given.rounds))
    sys.stdout.write(text)
    if given.write:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
