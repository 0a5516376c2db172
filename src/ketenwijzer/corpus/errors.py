"""What can be wrong with a file that was handed in: where, what, and how to mend it.

    InputError            file, line, a sentence and a mend, each in Dutch and English
"""

from ..engine.vocabulary import Text


class InputError(Exception):
    """A file says something that cannot be read with certainty; nothing is guessed.

    `code` is stable; `text` says what is wrong and `mend` what to do about it.
    """

    def __init__(self, code: str, place: "tuple[str, int]", text: Text, mend: Text) -> None:
        self.code = code
        self.file, self.line = place
        self.text = text
        self.mend = mend
        super().__init__(f"{self.file}:{self.line}: {text.en} {mend.en}")

    def in_language(self, language: str) -> str:
        """Return place, sentence and mend in `nl` or `en`."""
        said = self.text.in_language(language), self.mend.in_language(language)
        return f"{self.file}:{self.line}: {said[0]} {said[1]}"


def refuse(
    code: str, place: tuple[str, int], nl: str, en: str, mend_nl: str, mend_en: str
) -> InputError:
    """Return an input error from its sentences."""
    return InputError(code, place, Text(nl, en), Text(mend_nl, mend_en))
