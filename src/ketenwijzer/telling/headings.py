"""The headings above the parts of an account, in both languages and at each register."""

from ..engine.vocabulary import Text
from .language import Reader, Register

HEADINGS = {
    "holds": Text("Dit geldt nu", "What holds now"),
    "open": Text("Nog niet duidelijk, of omstreden", "Not settled, or disputed"),
    "unstated": Text("Niet geregeld in de bronnen: vraag na", "Not stated in the sources: ask"),
    "rest": Text("Dit geldt nu niet", "What does not hold now"),
    "terms": Text("Termijnen", "Terms"),
    "duties": Text("Wie moet wat doen", "Who must do what"),
    "choices": Text("Wat zij kan kiezen, en wat volgt", "What she may choose, and what follows"),
    "questions": Text("Nog te vragen, belangrijkste eerst", "Still to ask, most important first"),
    "events": Text("Wat is vastgelegd", "What was recorded"),
    "timeline": Text("Verloop in de tijd", "Course over time"),
    "warnings": Text("Hoe zeker zijn de teksten", "How certain the texts are"),
    "law": Text("Grondslag per norm", "Basis of each norm"),
    "receipt": Text("Waar dit op berust", "What this rests on"),
}

TO_HER = {
    "holds": Text("Dit heb je nu", "What you have now"),
    "know": Text("Goed om te weten", "Good to know"),
    "open": Text("Dit is nog niet duidelijk", "What is not clear yet"),
    "unstated": Text("Hierover zeggen de regels niets", "What the rules do not say"),
    "rest": Text("Dit heb je nu niet", "What you do not have now"),
    "terms": Text("Belangrijke dagen", "Days to remember"),
    "choices": Text("Wat je kunt kiezen", "What you can choose"),
    "timeline": Text("Wanneer", "When"),
}

NOTES = {
    "choices": Text(
        "Wat de dag erna anders zou zijn volgens deze regels; geen voorspelling.",
        "What would be different the day after, by these rules; not a prediction.",
    ),
}
NOTES_TO_HER = {
    "choices": Text(
        "Kies niet alleen. Praat eerst met een advocaat of met iemand die je vertrouwt.",
        "Do not choose alone. First talk with a lawyer or with someone you trust.",
    ),
}

COLUMNS = {
    "what": Text("Wat", "What"),
    "until": Text("Tot en met", "To and including"),
    "explanation": Text("Uitleg", "Explanation"),
    "how": Text("Hoe het staat", "How it stands"),
    "ask": Text("Vraag het aan", "Ask"),
    "term": Text("Termijn", "Term"),
    "from": Text("Van", "From"),
    "last_day": Text("Laatste dag", "Last day"),
    "sum": Text("Berekening", "How computed"),
    "who": Text("Wie", "Who"),
    "due": Text("Uiterlijk", "By when"),
    "state": Text("Stand", "State"),
    "question": Text("Vraag", "Question"),
    "day": Text("Dag", "Day"),
    "number": Text("Nr.", "No."),
    "event": Text("Gebeurtenis", "Event"),
}

SMALL = {
    "also_holds": Text("Verder geldt", "Also holds"),
    "also_not": Text("Verder nu niet van toepassing", "Also not applicable now"),
    "done": Text("Al gedaan of vervallen", "Already done or ended"),
    "always": Text("Altijd, ook los van deze zaak", "Always, also apart from this case"),
    "no_change": Text("Verandert hier niets aan", "Changes nothing here"),
    "sources": Text("Bron", "Source"),
    "because": Text("Want", "Because"),
    "grounds": Text("Gronden", "Grounds"),
    "layers": Text("Wat elke tekst zegt", "What each text says"),
    "case_law": Text("Rechtspraak", "Case law"),
    "ask": Text("Vraag het aan", "Ask"),
    "duties": Text("Plichten", "Duties"),
    "silent": Text(
        "uit de gelezen bronnen niet op te maken; vraag {}",
        "cannot be told from the sources read; ask {}",
    ),
    "later": Text("na deze dag", "after this day"),
    "whatever": Text("Hoe dan ook", "In any case"),
}


def heading(name: str, reader: Reader) -> str:
    """Return the heading above a part of the account."""
    text = TO_HER.get(name) if reader.register is Register.PERSON else None
    return reader(text or HEADINGS[name])


def note(name: str, reader: Reader) -> str:
    """Return the line under a heading, if there is one."""
    notes = NOTES_TO_HER if reader.register is Register.PERSON else NOTES
    return reader(notes[name]) if name in notes else ""


def column(name: str, reader: Reader) -> str:
    """Return the head of a column."""
    return reader(COLUMNS[name])


def small(name: str, reader: Reader) -> str:
    """Return the words in front of a detail."""
    return reader(SMALL[name])
