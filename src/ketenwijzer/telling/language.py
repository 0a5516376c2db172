"""The two languages in which everything is told, and how days, sums and lists read in each.

Which way a language runs is told of others too: what she takes home may be in one of those.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..engine.vocabulary import Text

LANGUAGES = ("nl", "en")

# Languages and scripts that run from right to left, by their codes in BCP 47.
RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi")
SCRIPTS_RIGHT_TO_LEFT = ("adlm", "arab", "hebr", "nkoo", "syrc", "thaa")

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}

WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}

TILL = Text("t/m", "to")
MORE = Text("en nog {}", "and {} more")

UNITS = {
    "days": (Text("dag", "day"), Text("dagen", "days")),
    "weeks": (Text("week", "week"), Text("weken", "weeks")),
    "months": (Text("maand", "month"), Text("maanden", "months")),
    "years": (Text("jaar", "year"), Text("jaar", "years")),
    "working days": (Text("werkdag", "working day"), Text("werkdagen", "working days")),
}


class Register(StrEnum):
    """For whom something is told: how much law it shows, and in which words."""

    LAWYER = "lawyer"
    WORKER = "worker"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it: in which language, at which register."""

    language: str = "en"
    register: Register = Register.WORKER

    def __call__(self, text: Text) -> str:
        """Return the words in the reader's language."""
        return text.in_language(self.language)

    def day(self, day: date) -> str:
        """Return a day in full: `18 September 2019`."""
        return f"{day.day} {MONTHS[self.language].split()[day.month - 1]} {day.year}"

    def weekday(self, day: date) -> str:
        """Return which day of the week a day is: `Wednesday`."""
        return WEEKDAYS[self.language].split()[day.weekday()]

    def short_day(self, day: date) -> str:
        """Return a day in few letters: `18 Sep 2019`."""
        month = MONTHS[self.language].split()[day.month - 1]
        short = month[:3] if month != "maart" else "mrt"
        return f"{day.day} {short} {day.year}"

    def month_and_year(self, day: date) -> str:
        """Return the month of a day in few letters: `Sep 2019`."""
        return self.short_day(day).partition(" ")[2]

    def till(self, day: date) -> str:
        """Return a last day: `to 3 August 2021`, that day included."""
        return f"{self(TILL)} {self.day(day)}"

    def days(self, count: int) -> str:
        """Return a number of days: `1 day`, `3 days`."""
        return self.amount(f"{count} days")

    def amount(self, duration: str) -> str:
        """Return a duration as the engine writes it, in words: `3 months`."""
        count, _, unit = duration.partition(" ")
        one, more = UNITS[unit]
        return f"{count} {self(one if count == '1' else more)}"

    def listed(self, items: Sequence[str], last: Text | None = None) -> str:
        """Return a list as a sentence has it: `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        joint = self(last or Text("en", "and"))
        return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def direction(language: str) -> str:
    """Return which way a language runs; where its code names a script, that decides.

    >>> direction("fa"), direction("ar-SY"), direction("ku-Arab"), direction("nl")
    ('rtl', 'rtl', 'rtl', 'ltr')
    """
    name, *more = language.lower().split("-")
    script = next((part for part in more if len(part) == 4 and part.isalpha()), "")
    runs_back = script in SCRIPTS_RIGHT_TO_LEFT if script else name in RIGHT_TO_LEFT
    return "rtl" if runs_back else "ltr"


def shortened(items: Sequence[str], reader: Reader, most: int = 5) -> str:
    """Return a list as a sentence has it; a long one is cut short, but never for a lawyer."""
    if len(items) <= most or reader.register is Register.LAWYER:
        return reader.listed(items)
    return f"{', '.join(items[:most])} {reader(MORE).format(len(items) - most)}"


def sentence(text: str) -> str:
    """Return a text as a sentence: a capital in front, a full stop behind.

    >>> sentence("the offer was made")
    'The offer was made.'
    """
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!:…" else ".")


def uncapital(text: str) -> str:
    """Return a text to go on with in a sentence: no capital in front, unless it is a name.

    >>> uncapital("Lawful stay"), uncapital("IND decides")
    ('lawful stay', 'IND decides')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """Return a text with a capital in front.

    >>> capital("lawful stay")
    'Lawful stay'
    """
    return text[:1].upper() + text[1:]
