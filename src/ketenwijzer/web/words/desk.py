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
    "empty": Text("In deze dagen komt er niets.", "Nothing is coming in these days."),
    "empty_do": Text(
        "Kies meer dagen, of kijk op de werklijst naar wat geen dag heeft.",
        "Choose more days, or see on the worklist what has no day.",
    ),
}
