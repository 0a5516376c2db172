"""Words and sheets to make letters of, without a database."""

from datetime import date

from ketenwijzer.casework.letters import wording_of
from ketenwijzer.corpus.letters import load_letters
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.case import Event, Value
from ketenwijzer.engine.position import determine
from ketenwijzer.engine.receipt import receipt
from ketenwijzer.engine.view import View
from ketenwijzer.telling.answer import Answer
from ketenwijzer.telling.compare import choices, steadfast
from ketenwijzer.telling.letters.letter import Letter
from ketenwijzer.telling.letters.rights import Asked, Partner, SharedWith, Sheet, rights_sheet
from ketenwijzer.telling.letters.wording import Wording

LANGUAGES = ("nl", "en", "ar", "pl", "ro", "es")
LAW = load_corpus("nl")
ADULT: dict[str, Value] = {"age_group": "adult", "nationality": "third_country", "role": "victim"}


def wording(language: str) -> Wording:
    """Return the words of a language, reviewed or not."""
    return wording_of(load_letters("nl")[language])


def event(type_: str, on: date, **attributes: Value) -> Event:
    """Return something that the police recorded on the day itself."""
    effective = date.min if type_ == "person" else on
    return Event(f"{type_}-{on}", type_, on, effective, on, "police", attributes)


def answer(*events: Event, on: date) -> Answer:
    """Return what the law says of these events on a day."""
    position = determine(LAW, events, on)
    view = View(LAW, events, on)
    return Answer(LAW, events, position, view, (), None, receipt(LAW, events, on, None))


def reflecting(on: date = date(2026, 10, 1)) -> Answer:
    """Return the answer in the middle of a reflection period."""
    start = date(2026, 9, 1)
    return answer(
        event("person", start, **ADULT),
        event("unlawful_stay", start),
        event("indication", start, form="labour"),
        event("reflection_offered", date(2026, 9, 2)),
        on=on,
    )


def sheet_of(told: Answer, **values: object) -> Sheet:
    """Return a sheet with something in every part."""
    made = choices(told)
    parts: dict[str, object] = {
        "answer": told,
        "withheld": frozenset(),
        "withheld_terms": frozenset(),
        "choices": made,
        "stays": steadfast(told, made),
        "made_by": "Politie Proef",
        "phone": "000-1234567",
        "owner": "Zorg Proef",
        "partners": (Partner("Politie Proef", date(2026, 9, 1)),),
        "shared": (
            SharedWith("Opvang Proef", ("identity", "health"), "given", date(2027, 1, 1)),
            SharedWith("CoMensha Proef", ("identity",), "refused", None),
        ),
        "asked": (Asked("access", "", date(2026, 11, 1)), Asked("complaint", "partly", None)),
    }
    return Sheet(**(parts | values))  # type: ignore[arg-type]


def sheet(language: str, told: Answer | None = None, **values: object) -> Letter:
    """Return the sheet in a language."""
    return rights_sheet(sheet_of(told or reflecting(), **values), wording(language))
