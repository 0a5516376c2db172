"""Prints headings, lists and tables in a terminal, at most as wide as reads well."""

from collections.abc import Iterable

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from .headings import column
from .language import Reader

WIDEST = 110


class Printer:
    """One console and one reader."""

    def __init__(self, console: Console, reader: Reader) -> None:
        self.console = console
        self.reader = reader
        self.width = min(console.width, WIDEST)

    def print(self, *what: RenderableType) -> None:
        """Print lines, tables or panels; nothing in them is read as markup."""
        self.console.print(*what, width=self.width, highlight=False, markup=False)

    def heading(self, words: str, note: str = "") -> None:
        """Print a heading with a line of room above it, and a note below it."""
        self.print()
        is_plain = not set("_`") & set(words)
        self.print(Line(words.upper() if is_plain else words, style="bold"))
        if note:
            self.print(Line(note, style="dim"))

    def indented(self, what: str | Line, by: int = 4, style: str = "") -> None:
        """Print a line that stands in, also where it goes on."""
        line = Line(what, style=style) if isinstance(what, str) else what
        self.print(Padding(line, (0, 0, 0, by)))

    def bullets(self, words: str, lines: Iterable[str], note: str = "") -> None:
        """Print a heading with a list, or nothing where the list is empty."""
        lines = list(lines)
        if lines:
            self.heading(words, note)
            for line in lines:
                self.listed(line)

    def listed(self, line: str) -> None:
        """Print one item of a list."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=1)
        grid.add_column()
        grid.add_row("•", Line(line))
        self.print(Padding(grid, (0, 0, 0, 2)))

    def table(
        self,
        columns: tuple[str, ...],
        rows: Iterable[tuple[str | Line, ...]],
        widths: tuple[int | None, ...],
    ) -> None:
        """Print a table; a width of None takes what is left."""
        table = Table(
            box=box.SIMPLE_HEAD,
            width=self.width,
            padding=(0, 1, 0, 0),
            show_edge=False,
            header_style="dim",
        )
        for key, width in zip(columns, widths, strict=True):
            table.add_column(column(key, self.reader), width=width, overflow="fold")
        for row in rows:
            table.add_row(*row)
        self.print(table)
