"""Measures, shows the page and, if asked, writes it to docs/benchmarks.md."""

import argparse
import sys
from pathlib import Path

from .measure import measure
from .table import document, web_alone
from .web.measure import measure_web

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    """Run the bench as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    parser.add_argument("--rounds", type=int, default=25, help="rounds of the races (25)")
    parser.add_argument("--cases", type=int, nargs="+", default=[10_000, 100_000],
                        help="how many cases the web application has (10000 100000)")  # fmt: skip
    parser.add_argument("--turns", type=int, default=7, help="rounds of loading it (7)")
    parser.add_argument("--seconds", type=float, default=2, help="how long each lasts (2)")
    parser.add_argument("--web", action="store_true", help="only the web application; not written")
    given = parser.parse_args()
    loaded = measure_web(given.cases, given.turns, given.seconds)
    if given.web:
        sys.stdout.write(web_alone(loaded))
        return
    text = document(measure(given.rounds), loaded)
    sys.stdout.write(text)
    if given.write:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
