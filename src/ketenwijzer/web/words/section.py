"""Words of the sections of a case: how she is reached, who she is, what helpers must know."""

from ...engine.vocabulary import Text

WORDS = {
    # --- how she is reached
    "contact_title": Text("Zo bereikt u haar veilig", "How to reach her safely"),
    "danger_now": Text("Zij is nu in gevaar", "She is in danger now"),
    "danger_now_hint": Text(
        "Wie het contactplan mag zien, ziet dit meteen.",
        "Whoever may see the contact plan sees this at once.",
    ),
    "channel": Text("Hoe", "How"),
    "channel_hint": Text("Wat niet bekend is, gebeurt niet.", "What is not known is not done."),
    "channel.telephone": Text("bellen", "by telephone"),
    "channel.message": Text("een bericht sturen", "by message"),
    "channel.in_person": Text("alleen als zij er is", "only in person"),
    "channel.through_shelter": Text("via de opvang", "through the shelter"),
    "channel.through_lawyer": Text("via haar advocaat", "through her lawyer"),
    "channel.none": Text(
        "geen contact opnemen: niet veilig of niet bekend", "do not contact: not safe or not known"
    ),
    "number": Text("Nummer of naam", "Number or name"),
    "number_hint": Text("Nooit het adres van een opvang.", "Never the address of a shelter."),
    "hours": Text("Op welke uren", "At which hours"),
    "voicemail": Text("Mag u een bericht inspreken?", "May you leave a voice message?"),
    "voicemail_short": Text("inspreken", "voice message"),
    "code_word": Text("Codewoord", "Code word"),
    "code_word_hint": Text(
        "Waaraan zij hoort dat u het bent.", "By which she hears that it is you."
    ),
    "never_tell": Text("Wie mag er nooit van weten?", "Who must never know?"),
    "never_tell_hint": Text(
        "Ook wie zegt familie of vriend te zijn.", "Also who says to be family or a friend."
    ),
    "never_tell_short": Text("mag nooit weten", "must never know"),
    "paper": Text("Mag zij papier bij zich hebben?", "May she carry paper?"),
    "paper_hint": Text("Zo niet, geef dan niets mee.", "If not, hand nothing over."),
    # --- who she is
    "given_name": Text("Voornaam", "Given name"),
    "family_name": Text("Achternaam", "Family name"),
    "other_names": Text("Andere namen", "Other names"),
    "other_names_hint": Text("Ook hoe zij genoemd wordt.", "Also what she is called."),
    "birth_date": Text("Geboortedatum", "Date of birth"),
    "birth_year": Text("Geboortejaar", "Year of birth"),
    "birth_year_hint": Text(
        "Als de dag niet bekend is; een schatting mag.", "If the day is not known; a guess will do."
    ),
    "languages": Text("Taal of talen", "Language or languages"),
    "interpreter": Text("Tolk", "Interpreter"),
    "interpreter.unknown": Text("niet bekend of nodig", "not known whether needed"),
    "interpreter.not_needed": Text("niet nodig", "not needed"),
    "interpreter.needed": Text("nodig", "needed"),
    "v_number": Text("V-nummer", "V-number"),
    "police_number": Text("Nummer bij de politie", "Police reference"),
    "prosecution_number": Text("Parketnummer", "Prosecution reference"),
    # --- what happened, health, care
    "not_a_statement": Text(
        "Dit is geen verklaring. Schrijf zo min mogelijk op: wat u noteert, kan later tegen "
        "haar woorden worden gelegd.",
        "This is not a statement. Write down as little as possible: what you note may later "
        "be laid beside her own words.",
    ),
    "form": Text("Vorm van uitbuiting", "Form of exploitation"),
    "form.unknown": Text("niet bekend", "not known"),
    "form.sexual": Text("seksuele uitbuiting", "sexual exploitation"),
    "form.labour": Text("arbeidsuitbuiting", "labour exploitation"),
    "form.criminal": Text("criminele uitbuiting", "criminal exploitation"),
    "form.other": Text("een andere vorm", "another form"),
    "account": Text("In één zin, zonder namen", "In one sentence, without names"),
    "account_hint": Text(
        "Geen plaatsen, geen daders, geen details.", "No places, no perpetrators, no details."
    ),
    "urgent": Text("Is er nu een arts nodig?", "Is a doctor needed now?"),
    "summary": Text("Wat helpers moeten weten", "What helpers must know"),
    "needs": Text("Wat zij nodig heeft", "What she needs"),
    "medication": Text("Medicijnen", "Medication"),
    "practitioner": Text("Behandelaar", "Practitioner"),
    "goals": Text("Wat zij wil", "What she wants"),
    "goals_hint": Text("In haar eigen woorden.", "In her own words."),
    "agreed": Text("Wat is afgesproken", "What was agreed"),
    "next": Text("Wat volgt", "What comes next"),
    # --- describing
    "describe": Text("{title}: beschrijven", "{title}: describe"),
    "change": Text("Wijzigen", "Change"),
    "fill_in": Text("Invullen", "Fill in"),
    "nothing_yet": Text("Hier is nog niets vastgelegd.", "Nothing was recorded here yet."),
    "before": Text("Wat er nu staat", "What stands there now"),
    "saved": Text(
        "Bewaard. Wat er eerder stond, blijft in de chronologie.",
        "Saved. What stood there before stays in the chronology.",
    ),
    "joined": Text("Uit een samengevoegd dossier.", "From a case that was joined to this."),
    "elsewhere": Text("Staat in dossier {file}", "Stands in case {file}"),
    "theirs": Text("Wat een ander intussen vastlegde", "What somebody else recorded meanwhile"),
    "yours": Text("Wat u invulde", "What you filled in"),
    "yours_below": Text("Staat hieronder nog, ongewijzigd.", "Still stands below, unchanged."),
    "save_mine": Text("Mijn versie bewaren", "Save my version"),
    "jump": Text("Naar een onderdeel", "To a section"),
    # --- notes and releasing
    "notes_lead": Text(
        "Notities blijven bij uw organisatie, tenzij u er een vrijgeeft. Ook de politie ziet "
        "ze niet.",
        "Notes stay with your organisation unless you release one. The police do not see them"
        " either.",
    ),
    "note": Text("Nieuwe notitie", "New note"),
    "note_due": Text("Kom hierop terug op (mag leeg)", "Come back to this on (may be empty)"),
    "note_due_hint": Text(
        "Dan wordt het een eigen taak van uw organisatie. Het is geen plicht uit de wet.",
        "It then becomes a task of your own organisation. It is no duty by law.",
    ),
    "note_hint": Text(
        "Wat u niet hoeft te bewaren, schrijft u niet op.",
        "Do not write down what need not be kept.",
    ),
    "save_note": Text("Notitie bewaren", "Save note"),
    "note_saved": Text("De notitie is bewaard.", "The note was saved."),
    "no_notes": Text("Er zijn nog geen notities.", "There are no notes yet."),
    "no_notes_do": Text(
        "Wat voor anderen van belang is, legt u beter vast als gebeurtenis.",
        "What matters to others is better recorded as an event.",
    ),
    "released_to_you": Text("aan uw organisatie vrijgegeven", "released to your organisation"),
    "release_title": Text("Eén vastlegging vrijgeven", "Release one entry"),
    "release_lead": Text(
        "De andere organisatie leest dan precies dit, en niets meer. Op haar toestemming alleen "
        "zolang zij die niet intrekt; op een andere grond kan terughalen niet.",
        "The other organisation then reads exactly this, and nothing more. On her consent only as "
        "long as she does not withdraw it; on another ground it cannot be taken back.",
    ),
    "receiver": Text("Aan wie", "To whom"),
    "receiver_hint": Text(
        "Alleen wie bij dit dossier betrokken is.", "Only who takes part in this case."
    ),
    "ground": Text("Op welke grond", "On which ground"),
    "ground_hint": Text("Dit wordt vastgelegd.", "This is recorded."),
    "consent_ground": Text(
        "haar toestemming voor dit onderdeel, die al is vastgelegd",
        "her consent to this section, recorded before",
    ),
    "release": Text("Vrijgeven", "Release"),
    "released": Text("Vrijgegeven.", "Released."),
}
