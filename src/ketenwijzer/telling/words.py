"""The fixed words of every standing, state, strength, force and mark, in both languages.

What is legal comes from the protocol; these are only the names of the engine's own answers.
"""

from ..engine.duties import DutyState
from ..engine.findings import COURTS_DIFFER, LAYERS_DISAGREE, SILENT, UNSEEN, Finding
from ..engine.law import Force, Kind, Mark, Standing, Strength
from ..engine.terms import TermState
from ..engine.truth import Truth
from ..engine.vocabulary import Text

# Why a finding says no more: it holds, on grounds that this reader may not see.
NOT_SHOWN = "not_shown"

KINDS = {
    Kind.RIGHT: Text("recht", "right"),
    Kind.DUTY: Text("plicht", "duty"),
    Kind.POWER: Text("bevoegdheid", "power"),
    Kind.PROHIBITION: Text("verbod", "prohibition"),
}

STANDINGS = {
    Standing.HOLDS: Text("geldt", "holds"),
    Standing.DOES_NOT_HOLD: Text("geldt niet", "does not hold"),
    Standing.UNDECIDED: Text("nog niet vast te stellen", "not established yet"),
    Standing.AWAITS_JUDGEMENT: Text("wacht op een oordeel", "awaits a judgement"),
    Standing.NOT_STATED: Text("niet geregeld in de bron", "not stated"),
    Standing.LAPSED: Text("geëindigd", "has ended"),
    Standing.DISPUTED: Text("omstreden", "disputed"),
}

UNSETTLED = (
    Standing.DISPUTED,
    Standing.AWAITS_JUDGEMENT,
    Standing.UNDECIDED,
    Standing.NOT_STATED,
)

GRANTED = Text("verleend en lopend", "granted and running")
NOT_GRANTED = Text(
    "voorwaarden vervuld, geen verlening vastgelegd", "conditions met, no grant recorded"
)
MAY = Text("mag, hoeft niet", "may, need not")

STRENGTHS = {
    Strength.RIGHT: Text("recht", "right"),
    Strength.MUST: Text("moet", "must"),
    Strength.MAY: MAY,
    Strength.TARGET: Text("streeftermijn", "target"),
    Strength.AIM: Text("streven", "aim"),
}

FORCES = {
    Force.STATUTORY: Text("termijn uit de regels", "term set by the rules"),
    Force.TARGET: Text("streeftermijn, niet dwingend", "target, not binding"),
    Force.INTERNAL: Text("interne termijn", "internal term"),
}

TERM_STATES = {
    TermState.RUNNING: Text("loopt", "running"),
    TermState.SUSPENDED: Text("staat stil", "stands still"),
    TermState.MET: Text("gehaald", "met"),
    TermState.MET_LATE: Text("te laat gehaald", "met late"),
    TermState.PASSED: Text("verstreken", "passed"),
    TermState.ENDED: Text("voorbij", "over"),
    TermState.ENDED_EARLY: Text("eerder geëindigd", "ended early"),
}

DUTY_STATES = {
    DutyState.PENDING: Text("moet nog ingaan", "not started yet"),
    DutyState.DUE: Text("te doen", "to do"),
    DutyState.MET: Text("gedaan", "done"),
    DutyState.MET_LATE: Text("te laat gedaan", "done late"),
    DutyState.OVERDUE: Text("te laat", "overdue"),
    DutyState.PASSED: Text("streeftermijn verstreken", "target passed"),
    DutyState.SUSPENDED: Text("opgeschort", "suspended"),
    DutyState.ENDED: Text("vervallen", "ended"),
}

MARKS = {
    Mark.VERIFIED: Text("gelezen in de bron zelf", "read in the source itself"),
    Mark.SECONDARY: Text("gelezen in een andere bron erover", "read in another source about it"),
    Mark.DERIVED: Text("afgeleid", "derived"),
    Mark.RECALLED: Text("uit het geheugen, niet bevestigd", "recalled, not confirmed"),
}

WHYS = {
    "": Text("", ""),
    SILENT: Text("geen enkele bron zegt hier iets over", "no source says anything about this"),
    UNSEEN: Text(
        "de tekst van toen is niet gezien, en ervoor en erna staat iets anders",
        "the text of that time was not seen, and what stands before and after it differs",
    ),
    COURTS_DIFFER: Text(
        "rechters verschillen over de dag die bepaalt welke tekst geldt",
        "courts differ about the day that decides which text applies",
    ),
    LAYERS_DISAGREE: Text(
        "de ene bron zegt ja, de andere nee", "one source says yes, another says no"
    ),
    NOT_SHOWN: Text(
        "waar dit op berust, is niet voor iedereen te zien; dat het geldt, wel",
        "what this rests on is not for everyone to see; that it holds is",
    ),
}

TRUTHS: dict[Truth, Text] = {
    True: Text("ja", "yes"),
    False: Text("nee", "no"),
    None: Text("niet vastgesteld", "not established"),
}

REGISTERS = {
    "lawyer": Text("voor de advocaat", "for the lawyer"),
    "worker": Text("voor de hulpverlener", "for the worker"),
    "person": Text("voor jou", "for you"),
}

SPEAKS = {
    "for": Text("vóór haar", "for her"),
    "against": Text("tegen haar", "against her"),
}


def standing_words(finding: Finding) -> Text:
    """Say how a norm stands; what only *may* be done never reads as what will be done."""
    if finding.standing is not Standing.HOLDS:
        return STANDINGS[finding.standing]
    if finding.granted is not None:
        return GRANTED if finding.granted else NOT_GRANTED
    if finding.strength is Strength.MAY or (finding.kind is Kind.POWER and not finding.strength):
        return MAY
    return STANDINGS[Standing.HOLDS]
