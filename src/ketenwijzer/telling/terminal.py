"""Lays an account out in a terminal: readable from 80 columns on, and without colour."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.panel import Panel
from rich.text import Text as Line

from .account import Account, Headline, Stated, ToldChoice
from .headings import heading, note, small
from .language import Reader, Register, capital, uncapital
from .looks import LOOKS
from .parts import basis_of, beside, lasting, settled, silent_by_party, to_her
from .printing import Printer
from .words import REGISTERS

FIRST_COLUMN = 26


def show(account: Account, console: Console) -> None:
    """Print an account."""
    reader = Reader(account.language, Register(account.register))
    screen = _Screen(account, Printer(console, reader))
    screen.top()
    if reader.register is Register.PERSON:
        screen.to_her()
    else:
        screen.body()
    screen.bottom()


class _Screen:
    """One account on one console."""

    def __init__(self, account: Account, printer: Printer) -> None:
        self.account = account
        self.out = printer
        self.reader = printer.reader

    # ---------------------------------------------------------------- around

    def top(self) -> None:
        account = self.account
        who = self.reader(REGISTERS[account.register])
        self.out.print(Line.assemble((f"{account.title} · {account.day}", "bold"), f" · {who}"))
        for told in filter(None, (account.known, account.phase)):
            self.out.print(Line(told, style="dim"))
        self.out.print(Line.assemble((account.danger, "bold red"), "  ", account.contact))
        if account.headline is not None:
            self.out.print(self._panel(account.headline))

    def _panel(self, headline: Headline) -> Panel:
        colour = LOOKS[headline.tone].style
        lines = [Line(headline.answer, style=f"bold {colour}")]
        if self.reader.register is not Register.PERSON:
            lines.append(Line(headline.stated.sentence))
            details = (headline.stated.period, *headline.stated.notes)
            lines += [Line(line, style="dim") for line in details if line]
        return Panel(
            Line("\n").join(lines),
            title=Line(headline.question, style="bold") if headline.question else None,
            title_align="left",
            border_style=colour,
            width=self.out.width,
            padding=(0, 1),
        )

    def bottom(self) -> None:
        account = self.account
        self.out.print()
        self.out.print(account.next_change)
        self.out.print(Line(account.disclaimer, style="italic"))
        for line in account.receipt:
            self.out.print(Line(line, style="dim"))

    def body(self) -> None:
        account = self.account
        self._norms("holds", tuple(norm for norm in account.holds if not norm.aside))
        self._small("also_holds", beside(account.holds))
        self._norms("open", account.open, ask=True)
        self._terms()
        self._duties()
        self._choices()
        self._questions()
        self._unstated()
        self._rest()
        if self.reader.register is Register.LAWYER:
            self._law()
        self._bullets("warnings", account.warnings)

    # ---------------------------------------------------------------- norms

    def _norms(self, name: str, norms: tuple[Stated, ...], *, ask: bool = False) -> None:
        rows = [
            (
                Line(f"{LOOKS[norm.tone].sign} {norm.title}", style=LOOKS[norm.tone].style),
                self._said(norm, ask=ask),
            )
            for norm in norms
        ]
        self._table(name, ("what", "explanation"), rows, (FIRST_COLUMN, None))

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
            self.out.print(Line.assemble((f"– {told}: ", "blue"), f"{'; '.join(titles)}."))

    def _rest(self) -> None:
        self._norms("rest", tuple(norm for norm in self.account.rest if norm.key))
        self._small("also_not", [uncapital(n.title) for n in self.account.rest if not n.key])

    def _law(self) -> None:
        """Print the basis of every norm: for the lawyer, who alone is told the reasons."""
        account = self.account
        self._heading("law")
        for norm in (*account.holds, *account.open, *account.unstated, *account.rest):
            self.out.print(Line.assemble((norm.title, "bold"), f" ({norm.norm}): {norm.words}"))
            for label, told in basis_of(norm, self.reader):
                self.out.indented(f"{label}: {told}")

    # ---------------------------------------------------------------- terms, duties, choices

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
                what = Line(duty.title)
                if not duty.aside or self.reader.register is Register.LAWYER:
                    what.append(f"\n{duty.sentence}", style="dim")
                due = Line(duty.state, style="bold red" if duty.late else "bold")
                due.append(f"\n{duty.due}", style="default not bold")
                rows.append((Line(duty.bearer, style="bold"), what, due))
        self._table("duties", ("who", "what", "due"), rows, (17, None, 17))
        self._small("always", lasting(self.account))
        self._small("done", settled(self.account))

    def _choices(self) -> None:
        choices = [choice for choice in self.account.choices if not choice.nothing]
        if not choices and not self.account.steadfast:
            return
        self._heading("choices")
        for choice in choices:
            self._choice(choice)
        self._small("no_change", [uncapital(c.title) for c in self.account.choices if c.nothing])
        if self.account.steadfast:
            self.out.print(Line(self.account.steadfast, style="bold green"))

    def _choice(self, choice: ToldChoice) -> None:
        self.out.print(Line(f"▸ {choice.title}", style="bold"))
        for effect in choice.effects:
            line = Line(f"{effect.title}: {effect.before} → ")
            line.append(effect.after, style=f"bold {LOOKS[effect.tone].style}")
            self.out.indented(line)
            if effect.key and effect.open:
                self.out.indented(effect.sentence, 6, "dim")
        if choice.duties:
            told = f"{small('duties', self.reader)}: {'; '.join(choice.duties)}"
            self.out.indented(told, 4, "dim")

    def _questions(self) -> None:
        rows = [
            (str(number), Line(asked.text).append(f"\n{asked.moves}", style="dim"), asked.ask)
            for number, asked in enumerate(self.account.questions, 1)
        ]
        self._table("questions", ("number", "question", "ask"), rows, (3, None, 22))

    # ---------------------------------------------------------------- to the person herself

    def to_her(self) -> None:
        account = self.account
        for name, lines in to_her(account):
            self._bullets(name, lines)
        self._bullets("terms", tuple(f"{t.title}: {t.until} ({t.left})" for t in account.terms))
        choices = [choice for choice in account.choices if choice.effects]
        if choices or account.steadfast:
            self._heading("choices")
        for choice in choices:
            self.out.print(Line(f"▸ {choice.title}", style="bold"))
            for effect in choice.effects:
                self.out.indented(f"→ {effect.sentence}")
        if account.steadfast:
            self.out.print(Line(account.steadfast, style="bold green"))

    # ---------------------------------------------------------------- by name

    def _heading(self, name: str) -> None:
        self.out.heading(heading(name, self.reader), note(name, self.reader))

    def _bullets(self, name: str, lines: tuple[str, ...]) -> None:
        self.out.bullets(heading(name, self.reader), lines, note(name, self.reader))

    def _small(self, name: str, items: Iterable[str]) -> None:
        joined = "; ".join(items)
        if joined:
            self.out.print(Line(f"{small(name, self.reader)}: {joined}.", style="dim"))

    def _table(
        self,
        name: str,
        columns: tuple[str, ...],
        rows: Sequence[tuple[Line | str, ...]],
        widths: tuple[int | None, ...],
    ) -> None:
        if rows:
            self._heading(name)
            self.out.table(columns, rows, widths)


def _gauge(share: float, width: int = 10) -> str:
    """Return a bar of how far a term has run.

    >>> _gauge(0.5)
    '━━━━━─────'
    """
    full = round(share * width)
    return "━" * full + "─" * (width - full)
