"""Words of recording what happened."""

from ...engine.vocabulary import Text

WORDS = {
    "choose": Text("Wat wilt u vastleggen?", "What do you want to record?"),
    "find": Text("Zoek in de lijst", "Search the list"),
    "find_button": Text("Zoeken", "Search"),
    "all": Text("Alles tonen", "Show all"),
    "you_report": Text(
        "u meldt dit; vaststellen kan: {who}", "you report this; establishing it: {who}"
    ),
    "none_found": Text("Niets gevonden.", "Nothing found."),
    "none_found_do": Text(
        "Zoek met een ander woord, of maak een notitie.", "Search by another word, or make a note."
    ),
    "note_instead": Text(
        "Staat het er niet bij? Maak een notitie.", "Is it not there? Make a note."
    ),
    "other": Text("Iets anders vastleggen", "Record something else"),
    "correct": Text("Verbeteren", "Correct"),
    "on": Text("Op welke dag gebeurde dit?", "On which day did this happen?"),
    "preview": Text("Verder: bekijken wat dit doet", "Next: see what this does"),
    "preview_title": Text("Klopt dit?", "Is this right?"),
    "late": Text(
        "Dit is een eerdere dag. De dag van vastleggen is vandaag; beide blijven staan.",
        "This is another day. The day of recording is today; both stay.",
    ),
    "only_reported": Text(
        "Uw organisatie kan dit niet vaststellen. Het staat er als gemeld, en verandert niets"
        " aan haar positie totdat dit is vastgesteld door: {who}.",
        "Your organisation cannot establish this. It stands as reported, and changes nothing "
        "in her position until it is established by: {who}.",
    ),
    "loses": Text(
        "Als u dit vastlegt, verliest zij:",
        "If you record this, she loses:",
    ),
    "lost_from": Text("vanaf", "from"),
    "loses_more": Text(
        "Er zijn meer gevolgen, die uw organisatie niet mag zien.",
        "There are more consequences, which your organisation may not see.",
    ),
    "ask_owner": Text("Vraag ernaar bij {who}.", "Ask {who} about them."),
    "second_person": Text(
        "Daarom moet een tweede persoon van uw organisatie dit eerst bevestigen. Tot dan "
        "verandert er niets.",
        "Therefore a second person of your organisation must confirm this first. Until then "
        "nothing changes.",
    ),
    "look_again": Text(
        "Kijk nog eens goed voordat u verdergaat.", "Look once more before you go on."
    ),
    "changes": Text("Wat dit verandert", "What this changes"),
    "record": Text("Vastleggen", "Record"),
    "record_anyway": Text("Toch vastleggen", "Record anyway"),
    "propose": Text("Voorleggen aan een collega", "Put to a colleague"),
    "do_not": Text("Niet vastleggen", "Do not record"),
    "saved": Text("Vastgelegd.", "Recorded."),
    "waits": Text(
        "Voorgelegd. Een collega moet dit bevestigen; tot dan verandert er niets.",
        "Put forward. A colleague must confirm this; until then nothing changes.",
    ),
    # --- the second person
    "second_title": Text("Kijkt u mee?", "Will you look too?"),
    "answer": Text("Uw antwoord", "Your answer"),
    "answer.confirm": Text("Het klopt: vastleggen", "It is right: record it"),
    "answer.refuse": Text("Niet vastleggen", "Do not record it"),
    "reason": Text("Waarom", "Why"),
    "reason_hint": Text("Mag leeg blijven.", "May stay empty."),
    "answer_button": Text("Antwoorden", "Answer"),
    "ask_colleague": Text(
        "U legde dit zelf voor. Vraag een collega om mee te kijken.",
        "You put this forward yourself. Ask a colleague to look too.",
    ),
    "answered": Text("Hierop is al geantwoord.", "This was answered already."),
    "confirmed": Text("Bevestigd en vastgelegd.", "Confirmed and recorded."),
    "refused": Text("Niet bevestigd: het telt niet mee.", "Not confirmed: it does not count."),
}
