"""Words of what is taken out of a case: the overview, and the worklist as a file."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Overzicht", "Overview"),
    "link": Text("Overzicht om mee te nemen", "Overview to take along"),
    "lead": Text(
        "Wat u van dit dossier mag zien, om te printen of op te slaan. Dat u dit deed staat in het "
        "inzagelog.",
        "What you may see of this case, to print or save. That you did this stands in the access "
        "log.",
    ),
    "left_out": Text(
        "Niet in dit overzicht: hoe zij veilig te bereiken is, notities en vrije tekst van "
        "anderen, en wie er niet bij mag. Dat staat alleen in het dossier zelf.",
        "Not in this overview: how to reach her safely, notes and free text of others, and who "
        "must not come near. That stands in the case alone.",
    ),
    "careful": Text(
        "Bewaar dit niet langer dan nodig. Wie dit vindt, weet wie zij is.",
        "Keep this no longer than needed. Whoever finds it knows who she is.",
    ),
    "download": Text("Opslaan als bestand (JSON)", "Save as a file (JSON)"),
    "made_for": Text("Gemaakt voor", "Made for"),
    "made_at": Text("Gemaakt op", "Made at"),
    "agreement": Text("Afspraken", "Agreement"),
    "log": Text("Regel in het inzagelog", "Line of the access log"),
    "number": Text("Dossier", "Case"),
    "position": Text("Hoe het ervoor staat", "How things stand"),
    "withheld": Text(
        "Niet verteld, omdat het rust op wat u niet ziet",
        "Not told, as it rests on what you do not see",
    ),
    "terms": Text("Wat loopt", "What runs"),
    "duties": Text("Wie wat moet doen", "Who must do what"),
    "sections": Text("Wat er staat", "What is recorded"),
    "entries": Text("Wat er gebeurde", "What happened"),
    "nothing": Text("Niets.", "Nothing."),
    "list": Text("Lijst opslaan als bestand (CSV)", "Save the list as a file (CSV)"),
    "list.number": Text("nummer", "number"),
    "list.due": Text("datum", "due"),
    "list.action": Text("te doen", "action"),
    "list.phase": Text("fase", "phase"),
}
