"""The words of a letter: a reader in any language that somebody translated, and nothing mixed.

What is missing is refused with its key: a letter is in one language or it is not made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ...engine.vocabulary import Text
from ..language import Reader, Register
from ..stating import MAY_PLAIN, NOT_GRANTED_PLAIN

# Fixed words of telling, by the key under which a letter has them.
FIXED = {NOT_GRANTED_PLAIN: "not_granted", MAY_PLAIN: "may"}


class MissingString(Exception):
    """A language lacks a text that the letter needs; `key` says which."""

    def __init__(self, language: str, key: str) -> None:
        self.language = language
        self.key = key
        super().__init__(f"{language}: {key}")


@dataclass(frozen=True, slots=True)
class Wording(Reader):
    """Reads texts of the law, and the letter's own, in the language of whoever it is for.

    `keys` are the names of the law's texts in a translation, to say which one is missing.
    """

    register: Register = Register.PERSON
    strings: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    requests: Mapping[str, str] = field(default_factory=dict)
    law: Mapping[Text, str] = field(default_factory=dict)
    keys: Mapping[Text, str] = field(default_factory=dict)
    day_form: str = ""
    months: tuple[str, ...] = ()
    reviewed: bool = False

    def __call__(self, text: Text) -> str:
        """Return a text of the law; raises `MissingString` where nobody translated it."""
        if text in FIXED:
            return self.say(FIXED[text])
        if text in self.law:
            return self.law[text]
        raise MissingString(self.language, self.keys.get(text, "law"))

    def say(self, key: str, **values: str) -> str:
        """Return a string of the letter, filled in; raises `MissingString`."""
        said = self._found(self.strings, "strings", key)
        return said.format(**values) if values else said

    def section(self, name: str) -> str:
        """Return a section of the case in plain words."""
        return self._found(self.sections, "sections", name)

    def request(self, name: str) -> str:
        """Return what she asked in plain words."""
        return self._found(self.requests, "requests", name)

    def day(self, day: date) -> str:
        """Return a day as this language writes it."""
        month = self.months[day.month - 1]
        return self.day_form.format(day=day.day, month=month, year=day.year)

    def till(self, day: date) -> str:
        """Return a last day, that day included."""
        return self.say("until_day", day=self.day(day))

    def listed(self, items: Sequence[str], last: Text | None = None) -> str:
        """Return a list as a sentence has it."""
        return self.joined(items, "and")

    def joined(self, items: Sequence[str], joint: str) -> str:
        """Return a list with a joint of this language (`and`, `or`) before the last of it."""
        if len(items) < 2:
            return "".join(items)
        before = f"{self.say('comma')} ".join(items[:-1])
        return f"{before} {self.say(joint)} {items[-1]}"

    def _found(self, part: Mapping[str, str], name: str, key: str) -> str:
        if key not in part:
            raise MissingString(self.language, f"{name}.{key}")
        return part[key]
