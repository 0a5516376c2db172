"""Words of what is coming at a desk."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Wat eraan komt", "What is coming"),
    "days": Text("Hoe ver vooruit", "How far ahead"),
    "days.7": Text("7 dagen", "7 days"),
    "days.30": Text("30 dagen", "30 days"),
    "days.90": Text("90 dagen", "90 days"),
    "late": Text("Al te laat", "Already late"),
    "off": Text("vrije dag", "day off"),
    "term": Text("Laatste dag: {term}", "Last day: {term}"),
    "rolled": Text(
        "Verschoven van {day}, want dat is een vrije dag.",
        "Moved on from {day}, because that is a day off.",
    ),
    "absent": Text("Wie er niet is", "Who is away"),
    "away": Text(
        "{name}: {starts} tot en met {ends}. {deputy} neemt waar.",
        "{name}: {starts} up to and including {ends}. {deputy} stands in.",
    ),
    "stands_in": Text("{deputy} neemt waar voor {name}", "{deputy} stands in for {name}"),
    "cut": Text(
        "Er is meer dan hier past. Hieronder staat alles tot en met {until}; kies minder dagen of "
        "alleen uw eigen dossiers voor een kortere lijst.",
        "There is more than fits here. Below is everything up to and including {until}; choose "
        "fewer days or only your own cases for a shorter list.",
    ),
    "time": Text("Waar de keten tijd verliest", "Where the chain loses time"),
    "time_lead": Text(
        "Per plicht van uw organisatie: hoeveel dagen er zaten tussen het moment waarop de plicht "
        "ontstond en het moment waarop die gedaan was. Geteld in de dossiers die u mag zien.",
        "For each duty of your organisation: how many days lay between the day it arose and the "
        "day it was done. Counted in the cases that you may see.",
    ),
    "time_key": Text(
        "Donker: de helft was binnen zoveel dagen gedaan. Licht: negen van de tien. Streep: de "
        "termijn, waar die vermeld is.",
        "Dark: half were done within so many days. Light: nine in ten. Line: the term, where one "
        "is stated.",
    ),
    "time_duty": Text("Plicht", "Duty"),
    "time_done": Text("Gedaan", "Done"),
    "time_half": Text("Helft binnen", "Half within"),
    "time_most": Text("Negen van de tien binnen", "Nine in ten within"),
    "time_term": Text("Termijn", "Term"),
    "time_late": Text("Te laat gedaan", "Done late"),
    "time_open": Text("Staat nog open", "Still open"),
    "time_oldest": Text("Langst open", "Open longest"),
    "time_days": Text("{n} dagen", "{n} days"),
    "time_day": Text("1 dag", "1 day"),
    "time_unstated": Text("niet vermeld", "not stated"),
    "time_none": Text("Er is nog niets om te tellen.", "There is nothing to count yet."),
    "time_none_do": Text(
        "Zodra een plicht van uw organisatie ontstaat, staat die hier.",
        "As soon as a duty of your organisation arises, it is here.",
    ),
    "empty": Text("In deze dagen komt er niets.", "Nothing is coming in these days."),
    "empty_do": Text(
        "Kies meer dagen, of kijk op de werklijst naar wat geen dag heeft.",
        "Choose more days, or see on the worklist what has no day.",
    ),
}
