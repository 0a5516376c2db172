"""Lays an account out in a terminal: readable from 80 columns on, and without colour."""

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Line

from .account import Account, Stated, ToldChoice
from .headings import column, heading, note, small
from .language import Reader, Register, capital, uncapital
from .looks import LOOKS
from .parts import basis_of, lasting, settled, silent_by_party, to_her
from .words import REGISTERS

WIDEST = 110


def show(account: Account, console: Console) -> None:
    """Print an account."""
    _Screen(account, console).show()


class _Screen:
    """One account on one console."""

    def __init__(self, account: Account, console: Console) -> None:
        self.account = account
        self.console = console
        self.reader = Reader(account.language, Register(account.register))
        self.width = min(console.width, WIDEST)

    def show(self) -> None:
        account = self.account
        self._top()
        if account.register == Register.PERSON:
            self._to_her()
        else:
            self._norms("holds", account.holds)
            self._norms("open", account.open, ask=True)
            self._terms()
            self._duties()
            self._choices()
            self._questions()
            self._unstated()
            self._rest()
            self._law()
            self._list("warnings", account.warnings)
        self._bottom()

    # ---------------------------------------------------------------- around

    def _top(self) -> None:
        account = self.account
        who = self.reader(REGISTERS[account.register])
        self._print(Line.assemble((f"{account.title} · {account.day}", "bold"), f" · {who}"))
        for told in filter(None, (account.known, account.phase)):
            self._print(Line(told, style="dim"))
        self._print(Line.assemble((account.danger, "bold red"), "  ", account.contact))
        if account.headline is not None:
            self._print(self._panel())

    def _panel(self) -> Panel:
        headline = self.account.headline
        assert headline is not None
        colour = LOOKS[headline.tone].style
        lines = [Line(headline.answer, style=f"bold {colour}")]
        if self.account.register != Register.PERSON:
            lines.append(Line(headline.stated.sentence))
            details = (headline.stated.period, *headline.stated.notes)
            lines += [Line(line, style="dim") for line in details if line]
        title = Line(headline.question, style="bold") if headline.question else None
        return Panel(
            Line("\n").join(lines),
            title=title,
            title_align="left",
            border_style=colour,
            width=self.width,
            padding=(0, 1),
        )

    def _bottom(self) -> None:
        account = self.account
        self._print()
        self._print(account.next_change)
        self._print(Line(account.disclaimer, style="italic"))
        for line in account.receipt:
            self._print(Line(line, style="dim"))

    # ---------------------------------------------------------------- parts

    def _norms(self, name: str, norms: tuple[Stated, ...], *, ask: bool = False) -> None:
        rows = [
            (
                Line(f"{LOOKS[norm.tone].sign} {norm.title}", style=LOOKS[norm.tone].style),
                self._said(norm, ask=ask),
            )
            for norm in norms
        ]
        self._table(name, ("what", "explanation"), rows, (26, None))

    def _said(self, norm: Stated, *, ask: bool) -> Line:
        standing = f"{capital(norm.words)} {norm.until}".rstrip()
        said = Line(standing, style=f"bold {LOOKS[norm.tone].style}")
        said.append(f". {norm.sentence}", style="default not bold")
        asked = f"{uncapital(small('ask', self.reader))}: {norm.ask}" if ask and norm.ask else ""
        told = " · ".join(filter(None, (norm.by, asked)))
        for line in filter(None, (told, *norm.notes)):
            said.append(f"\n{line}", style="dim not bold")
        return said

    def _unstated(self) -> None:
        """Print what the sources leave open; where none says a word, together per party."""
        norms = self.account.unstated
        self._norms("unstated", tuple(norm for norm in norms if not norm.silent), ask=True)
        silent = silent_by_party(norms)
        if silent and all(norm.silent for norm in norms):
            self._heading("unstated")
        for ask, titles in silent.items():
            told = small("silent", self.reader).format(ask)
            self._print(Line.assemble((f"– {told}: ", "blue"), f"{'; '.join(titles)}."))

    def _rest(self) -> None:
        self._norms("rest", tuple(norm for norm in self.account.rest if norm.key))
        other = [uncapital(norm.title) for norm in self.account.rest if not norm.key]
        if other:
            also = small("also_not", self.reader)
            self._print(Line(f"{also}: {'; '.join(other)}.", style="dim"))

    def _terms(self) -> None:
        rows = []
        for term in self.account.terms:
            state = Line(term.state, style="bold" if term.runs else "dim")
            if term.left:
                state.append(f"\n{term.left}")
            if term.runs:
                state.append(f"\n{_gauge(term.share)}", style="cyan")
            said = Line(term.title, style="bold").append(f"\n{term.force}", style="dim not bold")
            rows.append((said, state, term.ends, "; ".join(term.steps)))
        self._table("terms", ("term", "state", "last_day", "sum"), rows, (24, 14, 12, None))

    def _duties(self) -> None:
        rows = []
        for duty in self.account.duties:
            if duty.open and not duty.standing:
                what = Line(duty.title).append(f"\n{duty.sentence}", style="dim")
                state = Line(duty.state, style="bold red" if duty.late else "bold")
                rows.append((Line(duty.bearer, style="bold"), what, duty.due, state))
        self._table("duties", ("who", "what", "due", "state"), rows, (16, None, 14, 12))
        told = {"always": lasting(self.account), "done": settled(self.account)}
        for name, lines in told.items():
            joined = "; ".join(lines)
            if joined:
                self._print(Line(f"{small(name, self.reader)}: {joined}.", style="dim"))

    def _choices(self) -> None:
        choices = [choice for choice in self.account.choices if not choice.nothing]
        if not choices and not self.account.steadfast:
            return
        self._heading("choices")
        for choice in choices:
            self._choice(choice)
        nothing = [choice.title for choice in self.account.choices if choice.nothing]
        if nothing:
            told = small("no_change", self.reader)
            self._print(Line(f"{told}: {'; '.join(map(uncapital, nothing))}.", style="dim"))
        if self.account.steadfast:
            self._print(Line(self.account.steadfast, style="bold green"))

    def _choice(self, choice: ToldChoice) -> None:
        self._print(Line(f"▸ {choice.title}", style="bold"))
        for effect in choice.effects:
            line = Line(f"{effect.title}: {effect.before} → ")
            line.append(effect.after, style=f"bold {LOOKS[effect.tone].style}")
            self._print(Padding(line, (0, 0, 0, 4)))
            if effect.key and effect.open:
                self._print(Padding(Line(effect.sentence, style="dim"), (0, 0, 0, 6)))
        if choice.duties:
            told = f"{small('duties', self.reader)}: {'; '.join(choice.duties)}"
            self._print(Padding(Line(told, style="dim"), (0, 0, 0, 4)))

    def _questions(self) -> None:
        rows = [
            (str(number), Line(asked.text).append(f"\n{asked.moves}", style="dim"), asked.ask)
            for number, asked in enumerate(self.account.questions, 1)
        ]
        self._table("questions", ("number", "question", "ask"), rows, (3, None, 22))

    def _law(self) -> None:
        """Print the basis of every norm: for the lawyer, who alone is told the reasons."""
        account = self.account
        norms = [*account.holds, *account.open, *account.unstated, *account.rest]
        if account.register != Register.LAWYER:
            return
        self._heading("law")
        for norm in norms:
            self._print(Line.assemble((norm.title, "bold"), f" ({norm.norm}): {norm.words}"))
            for label, told in basis_of(norm, self.reader):
                self._print(Padding(Line(f"{label}: {told}"), (0, 0, 0, 4)))

    def _list(self, name: str, lines: tuple[str, ...]) -> None:
        if lines:
            self._heading(name)
            for line in lines:
                self._print(Padding(Line(f"• {line}"), (0, 0, 0, 2)))

    # ---------------------------------------------------------------- to the person herself

    def _to_her(self) -> None:
        account = self.account
        for name, lines in to_her(account):
            self._list(name, lines)
        self._list("terms", tuple(f"{t.title}: {t.until} ({t.left})" for t in account.terms))
        choices = [choice for choice in account.choices if choice.effects]
        if choices or account.steadfast:
            self._heading("choices")
        for choice in choices:
            self._print(Line(f"▸ {choice.title}", style="bold"))
            for effect in choice.effects:
                self._print(Padding(Line(f"→ {effect.sentence}"), (0, 0, 0, 4)))
        if account.steadfast:
            self._print(Line(account.steadfast, style="bold green"))

    # ---------------------------------------------------------------- printing

    def _heading(self, name: str) -> None:
        self._print()
        self._print(Line(heading(name, self.reader).upper(), style="bold"))
        if note(name, self.reader):
            self._print(Line(note(name, self.reader), style="dim"))

    def _table(
        self,
        name: str,
        columns: tuple[str, ...],
        rows: Iterable[tuple[str | Line, ...]],
        widths: tuple[int | None, ...],
    ) -> None:
        rows = list(rows)
        if not rows:
            return
        self._heading(name)
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
        self._print(table)

    def _print(self, *what: str | Line | Table | Panel | Padding) -> None:
        self.console.print(*what, width=self.width, highlight=False, markup=False)


def _gauge(share: float, width: int = 10) -> str:
    """Return a bar of how far a term has run.

    >>> _gauge(0.5)
    '━━━━━─────'
    """
    full = round(share * width)
    return "━" * full + "─" * (width - full)
