"""What can go wrong with a case: a stable code, a sentence in both languages, never her data.

CaseworkError
├── Denied ── NotFound        not allowed, or not there: outside they look the same
├── Refused                   a deed that cannot be done as asked, with what to do instead
├── Stale                     somebody else recorded the same thing in the meantime
├── Tampered                  what is in the database is not what was put there
├── HeadChanged               a chronology was rewritten since it was signed
├── WitnessRefused            what a witness is shown does not extend what it has seen
├── KeyDestroyed              the record was erased or sealed
└── KeysMissing               the folder with keys is not there
"""

from pathlib import Path

from ..engine.vocabulary import Text


class CaseworkError(Exception):
    """What a case refuses, with a sentence for whoever asked."""

    code = "casework"
    text = Text("Dit kan niet.", "This cannot be done.")

    def in_language(self, language: str) -> str:
        """Return the sentence in `nl` or `en`."""
        return self.text.in_language(language)


class NotFound(CaseworkError):
    """There is no such case for this person: unknown and forbidden are one answer."""

    code = "not_found"
    text = Text(
        "Hier is geen dossier dat u kunt openen. Klopt het nummer? Vraag zo nodig de eigenaar "
        "van het dossier om u erbij te betrekken.",
        "There is no case here that you can open. Is the number right? If need be, ask the owner "
        "of the case to involve you.",
    )


class Denied(CaseworkError):
    """The case may be opened, but not this part of it or this deed; `reason` is its code."""

    code = "denied"

    def __init__(self, reason: str, text: Text) -> None:
        self.reason = reason
        self.text = text
        super().__init__(reason)


class Refused(CaseworkError):
    """A deed that cannot be done as asked; `code` is stable, `text` says what to do instead."""

    def __init__(self, code: str, text: Text, field: str = "") -> None:
        self.code = code
        self.text = text
        self.field = field
        super().__init__(code)


class Stale(CaseworkError):
    """Somebody else recorded the same thing since this form was opened; nothing was saved.

    `numbers` are the entries that the other made, to show side by side.
    """

    code = "stale"
    text = Text(
        "Iemand anders heeft dit intussen ook vastgelegd. Er is niets overschreven. Vergelijk "
        "hieronder en bewaar opnieuw als uw versie moet gelden.",
        "Somebody else has recorded this in the meantime. Nothing was overwritten. Compare below "
        "and save again if yours should stand.",
    )

    def __init__(self, numbers: tuple[int, ...]) -> None:
        self.numbers = numbers
        super().__init__(f"entries {numbers}")


class Tampered(CaseworkError):
    """A stored value is not what was put there."""

    code = "tampered"
    text = Text(
        "Een vastgelegd gegeven is buiten ketenwijzer om veranderd. Waarschuw de beheerder.",
        "A recorded value was changed outside ketenwijzer. Warn the administrator.",
    )


class HeadChanged(CaseworkError):
    """The head of a chronology is not the one, or not after the one, that was signed."""

    code = "head_changed"

    def __init__(self, case: str, number: int) -> None:
        self.text = Text(
            f"Vastlegging {number} van dossier {case} is niet wat eerder is ondertekend. Er is "
            "niets ondertekend. `ketenwijzer verify-chronology` zegt meer.",
            f"Entry {number} of case {case} is not what was signed before. Nothing was signed. "
            "`ketenwijzer verify-chronology` says more.",
        )
        super().__init__(f"{case} {number}")


class WitnessRefused(CaseworkError):
    """A checkpoint does not extend what the witness has seen; `code` says how."""

    def __init__(self, code: str, text: Text, checkpoint: int) -> None:
        self.code = code
        self.text = text
        super().__init__(f"{code} at checkpoint {checkpoint}")


class KeyDestroyed(CaseworkError):
    """The key of this record was destroyed: it was erased, or sealed."""

    code = "erased"
    text = Text("Dit gegeven is gewist.", "This record was erased.")


class KeysMissing(CaseworkError):
    """There is no usable master key in the folder for keys."""

    code = "keys_missing"

    def __init__(self, folder: Path) -> None:
        self.text = Text(
            f"In {folder} staat geen bruikbare hoofdsleutel (master.key). Zet de back-up van de "
            "sleutels terug; maak er alleen een nieuwe bij een lege database.",
            f"There is no usable master key (master.key) in {folder}. Restore the backup of the "
            "keys; only make a new one for an empty database.",
        )
        super().__init__(str(folder))
