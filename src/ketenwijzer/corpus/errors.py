"""What can be wrong with a file that was handed in: where, what, and how to mend it.

InputError ── code, file, line, a sentence and a mend, each in Dutch and English
"""

from ..engine.vocabulary import Text
from .messages import MESSAGES

Place = tuple[str, int]
LONGEST = 120


class InputError(Exception):
    """A file says something that cannot be read with certainty; nothing is guessed.

    `code` is stable; `text` says what is wrong and `mend` what to do about it.
    """

    def __init__(self, code: str, place: Place, text: Text, mend: Text) -> None:
        self.code = code
        self.file, self.line = place
        self.text = text
        self.mend = mend
        super().__init__(f"{self.where}: {text.en} {mend.en}")

    @property
    def where(self) -> str:
        """Return the file and the line; the file alone where no line is to blame."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def in_language(self, language: str) -> str:
        """Return place, sentence and mend in `nl` or `en`."""
        said = self.text.in_language(language), self.mend.in_language(language)
        return f"{self.where}: {said[0]} {said[1]}"


def refuse(code: str, place: Place, **data: str | int) -> InputError:
    """Return the input error of a code, its sentences filled in; the caller raises it."""
    said = {key: shorten(str(value)) for key, value in data.items()}
    nl, en, mend_nl, mend_en = (sentence.format(**said) for sentence in MESSAGES[code])
    return InputError(code, place, Text(nl, en), Text(mend_nl, mend_en))


def shorten(value: str) -> str:
    """Return a value as fits in a sentence: one line, not too long."""
    line = " ".join(value.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
