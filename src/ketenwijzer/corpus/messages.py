"""Every sentence with which a file is refused: what is wrong and how to mend it, in two languages.

One entry per code of `InputError`: wrong in Dutch, wrong in English, mend in Dutch, in English.
"""

MESSAGES: dict[str, tuple[str, str, str, str]] = {
    # ---------------------------------------------------------------- the file itself
    "no_such_file": (
        "Dit bestand is niet te openen.",
        "This file cannot be opened.",
        "Controleer de naam en de map; `ketenwijzer example` schrijft een voorbeeld.",
        "Check the name and the folder; `ketenwijzer example` writes an example.",
    ),
    "not_text_file": (
        "Dit bestand is geen gewone tekst.",
        "This file is not plain text.",
        "Bewaar het als gewone tekst (UTF-8).",
        "Save it as plain text (UTF-8).",
    ),
    "too_large": (
        "Dit bestand is groter dan {limit} KB.",
        "This file is larger than {limit} KB.",
        "Controleer of dit het goede bestand is, of splits het.",
        "Check whether this is the right file, or split it.",
    ),
    "empty_file": (
        "Dit bestand is leeg.",
        "This file is empty.",
        "Begin met bijvoorbeeld `protocol: nl`.",
        "Start with, say, `protocol: nl`.",
    ),
    "not_yaml": (
        "Dit is geen leesbare YAML ({problem}).",
        "This is not readable YAML ({problem}).",
        "Controleer inspringing, haakjes en aanhalingstekens op deze regel.",
        "Check indentation, brackets and quotes on this line.",
    ),
    "too_deep": (
        "Hier zitten meer dan {limit} lagen in elkaar.",
        "Here more than {limit} levels are nested.",
        "Controleer de haakjes en de inspringing.",
        "Check the brackets and the indentation.",
    ),
    "several_documents": (
        "Hier begint een tweede document.",
        "Here a second document starts.",
        "Zet elk document in een eigen bestand; haal de regel `---` weg.",
        "Put each document in a file of its own; remove the line `---`.",
    ),
    "anchor": (
        "Hier staat een anker of verwijzing (`&` of `*`); dat mag niet in deze bestanden.",
        "Here stands an anchor or alias (`&` or `*`); these files may not hold one.",
        "Schrijf de waarde voluit.",
        "Write the value out in full.",
    ),
    "tag": (
        "Hier staat een tag (`!`); dat mag niet in deze bestanden.",
        "Here stands a tag (`!`); these files may not hold one.",
        "Schrijf alleen de waarde.",
        "Write the value only.",
    ),
    "odd_key": (
        "Hier staat een samengestelde sleutel.",
        "Here stands a key that is no single word.",
        "Gebruik een gewoon woord als sleutel.",
        "Use a plain word as the key.",
    ),
    "duplicate_key": (
        "De sleutel `{key}` staat er twee keer (eerder op regel {line}).",
        "The key `{key}` occurs twice (earlier on line {line}).",
        "Houd er een over.",
        "Keep one of them.",
    ),
    # ---------------------------------------------------------------- the type of a value
    "not_a_mapping": (
        "Hier worden sleutels met waarden verwacht.",
        "Keys with values are expected here.",
        "Schrijf `sleutel: waarde`.",
        "Write `key: value`.",
    ),
    "not_text": (
        "Hier wordt een waarde verwacht.",
        "A value is expected here.",
        "Vul een waarde in of haal de sleutel weg.",
        "Fill in a value or remove the key.",
    ),
    "not_boolean": (
        "`{value}` is geen ja of nee.",
        "`{value}` is not a yes or no.",
        "Schrijf `true` (ja) of `false` (nee).",
        "Write `true` or `false`.",
    ),
    "not_a_date": (
        "`{value}` is geen bestaande dag.",
        "`{value}` is not an existing day.",
        "Schrijf een dag als jaar-maand-dag, bijvoorbeeld 2021-05-04.",
        "Write a day as year-month-day, for example 2021-05-04.",
    ),
    "not_a_number": (
        "`{value}` is geen geheel getal.",
        "`{value}` is not a whole number.",
        "Schrijf een getal in cijfers, bijvoorbeeld 2014.",
        "Write a number in digits, for example 2014.",
    ),
    "missing_key": (
        "De sleutel `{key}` ontbreekt.",
        "The key `{key}` is missing.",
        "Voeg `{key}: …` toe.",
        "Add `{key}: …`.",
    ),
    "not_one_of_these": (
        "Hier hoort precies een van deze sleutels te staan: {keys}.",
        "Exactly one of these keys belongs here: {keys}.",
        "Houd er een over, of voeg er een toe.",
        "Keep one of them, or add one.",
    ),
    # ---------------------------------------------------------------- a case
    "impossible_date": (
        "{day} ligt buiten de jaren waarin een zaak kan spelen.",
        "{day} lies outside the years in which a case can be.",
        "Controleer het jaartal.",
        "Check the year.",
    ),
    "before_birth": (
        "`{event}` op {day} ligt voor de geboortedatum.",
        "`{event}` on {day} lies before the date of birth.",
        "Controleer beide data.",
        "Check both dates.",
    ),
    "same_id": (
        "Twee gebeurtenissen heten `{name}`.",
        "Two events are named `{name}`.",
        "Geef ze elk een eigen `id`.",
        "Give each its own `id`.",
    ),
    "loose_correction": (
        "`supersedes: {name}` wijst naar geen andere gebeurtenis.",
        "`supersedes: {name}` points to no other event.",
        "Noem de `id` van een andere gebeurtenis, die hiermee wordt verbeterd.",
        "Name the `id` of another event, which this one corrects.",
    ),
    "circular_correction": (
        "De gebeurtenissen verbeteren elkaar in een kring: {names}.",
        "The events correct each other in a circle: {names}.",
        "Laat alleen de latere gebeurtenis de eerdere verbeteren.",
        "Let only the later event correct the earlier one.",
    ),
    # ---------------------------------------------------------------- a protocol
    "no_versions": (
        "De laag `{name}` heeft geen enkele versie.",
        "The layer `{name}` has no version at all.",
        "Voeg een bestand `<in werking vanaf>.yaml` toe.",
        "Add a file `<in force from>.yaml`.",
    ),
    "wrong_predecessor": (
        "Deze versie zegt door te gaan op {named}, maar de versie ervoor is van {before}.",
        "This version says that it continues {named}, but the version before it is of {before}.",
        "Noem de dag van de versie ervoor, of zet het ontbrekende bestand erbij.",
        "Name the day of the version before it, or add the missing file.",
    ),
    "defined_twice": (
        "`{name}` is al eerder vastgelegd.",
        "`{name}` was defined before.",
        "Houd er een over.",
        "Keep one of them.",
    ),
    "bad_condition": (
        "De voorwaarde `{line}` is niet te lezen bij `{here}`.",
        "The condition `{line}` cannot be read at `{here}`.",
        "Gelezen tot en met: `{read}`.",
        "Read so far: `{read}`.",
    ),
    "unfinished_condition": (
        "De voorwaarde `{line}` houdt te vroeg op.",
        "The condition `{line}` ends too early.",
        "Maak de zin af, of haal het laatste woord weg.",
        "Finish the sentence, or remove its last word.",
    ),
    "not_a_duration": (
        "`{value}` is geen duur.",
        "`{value}` is not a duration.",
        "Schrijf bijvoorbeeld `3 months`, `30 days` of `20 working days`.",
        "Write for example `3 months`, `30 days` or `20 working days`.",
    ),
    "not_a_selector": (
        "`{value}` wijst geen gebeurtenis aan.",
        "`{value}` does not select an event.",
        "Schrijf `gebeurtenis(kenmerk=waarde).kenmerk`.",
        "Write `event(attribute=value).attribute`.",
    ),
    "bad_until": (
        "`{value}` is geen eind.",
        "`{value}` is not an end.",
        "Schrijf `end of <term>`, `day after <moment>` of `<moment>`.",
        "Write `end of <term>`, `day after <moment>` or `<moment>`.",
    ),
}

# What a word can be that is not on its list: the code is `unknown_<sort>`.
SORTS: dict[str, tuple[str, str]] = {
    "key": ("bekende sleutel", "known key"),
    "protocol": ("bekend protocol", "known protocol"),
    "event": ("bekende gebeurtenis", "known event"),
    "attribute": ("bekend kenmerk van deze gebeurtenis", "known attribute of this event"),
    "person_attribute": ("bekend kenmerk van de persoon", "known attribute of the person"),
    "value": ("bekende waarde", "known value"),
    "organisation": ("bekende organisatie", "known organisation"),
    "source": ("bron van deze laag", "source of this layer"),
    "norm": ("norm van deze laag", "norm of this layer"),
    "earlier_rule": ("regel van de vorige versie", "rule of the version before"),
    "earlier_ground": ("grond van de vorige versie", "ground of the version before"),
}

NEAREST = ("Bedoelde u `{near}`?", "Did you mean `{near}`?")
CHOICES = ("Kies uit: {listed}.", "Choose from: {listed}.")
NO_CHOICE = ("Er is hier niets om uit te kiezen.", "There is nothing to choose from here.")
EVENT_LIST = ("`ketenwijzer events` toont de lijst.", "`ketenwijzer events` shows the list.")
