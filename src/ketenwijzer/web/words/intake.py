"""Words of the intake: one question a page, check your answers, what happens next."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Nieuw dossier", "New case"),
    "lead": Text(
        "Een paar vragen, één per pagina. Alles mag onbekend blijven; hulp hangt er niet van af.",
        "A few questions, one a page. Everything may stay unknown; help does not depend on it.",
    ),
    "point.unknown": Text(
        "Weet u iets niet, kies dan “Niet bekend”. U kunt het later aanvullen.",
        "If you do not know something, choose “Not known”. You can fill it in later.",
    ),
    "point.kept": Text(
        "Wat u invult wordt versleuteld bewaard en na een week gewist als u niet registreert.",
        "What you fill in is kept encrypted and erased after a week if you do not register.",
    ),
    "point.story": Text(
        "Vraag niet naar haar verhaal. Een enkele zin is genoeg.",
        "Do not ask for her story. A single sentence is enough.",
    ),
    "search_first": Text(
        "Zoek eerst of er al een dossier is.", "First search whether there is a case already."
    ),
    "begin": Text("Beginnen", "Begin"),
    "drafts": Text("Begonnen en niet afgemaakt", "Begun and not finished"),
    "begun_at": Text("Begonnen op {at}", "Begun on {at}"),
    "one_day_left": Text("wordt nog 1 dag bewaard", "kept for 1 more day"),
    "days_left": Text("wordt nog {days} dagen bewaard", "kept for {days} more days"),
    "go_on": Text("Verdergaan", "Go on"),
    "throw_away": Text("Weggooien", "Throw away"),
    "thrown_away": Text("De aanmelding is weggegooid.", "The registration was thrown away."),
    # --- the questions
    "place": Text("Vraag {place} van {of}", "Question {place} of {of}"),
    "question.danger": Text("Is zij nu in gevaar?", "Is she in danger now?"),
    "question.contact": Text("Hoe kunt u haar veilig bereiken?", "How can you reach her safely?"),
    "question.age": Text("Hoe oud is zij?", "How old is she?"),
    "question.nationality": Text("Welke nationaliteit heeft zij?", "What is her nationality?"),
    "question.day": Text("Wanneer was de eerste aanwijzing?", "When was the first indication?"),
    "question.name": Text(
        "Wat is haar naam, en wanneer is zij geboren?", "What is her name, and when was she born?"
    ),
    "question.language": Text("Welke taal spreekt zij?", "Which language does she speak?"),
    "question.account": Text("Waar gaat het om?", "What is it about?"),
    "question.wishes": Text("Wat wil zij nu?", "What does she want now?"),
    "danger": Text("Is zij nu in gevaar?", "Is she in danger now?"),
    "danger_now": Text(
        "Bel eerst. Deze vragen kunnen wachten.", "Call first. These questions can wait."
    ),
    "contact_unknown": Text(
        "Weet u niet wat veilig is, kies dan “Niet bekend”. Dan neemt niemand contact op.",
        "If you do not know what is safe, choose “Not known”. Then nobody contacts her.",
    ),
    "age": Text("Leeftijd", "Age"),
    "age.adult": Text("18 jaar of ouder", "18 or older"),
    "age.minor": Text("jonger dan 18", "younger than 18"),
    "age.unknown": Text("twijfel, of niet bekend", "in doubt, or not known"),
    "age_doubt": Text(
        "Bij twijfel telt zij als kind, tot haar leeftijd is vastgesteld.",
        "In doubt she counts as a child, until her age is established.",
    ),
    "nationality": Text("Nationaliteit", "Nationality"),
    "first_day": Text("Dag van de eerste aanwijzing", "Day of the first indication"),
    "first_day_hint": Text(
        "De dag waarop iemand voor het eerst aan mensenhandel dacht.",
        "The day on which somebody first thought of trafficking.",
    ),
    "in_future": Text("Deze dag moet nog komen.", "This day is still to come."),
    "too_early": Text("Deze dag kan niet kloppen.", "This day cannot be right."),
    "wishes": Text("Wat zij zelf zegt te willen", "What she says she wants"),
    "wishes_note": Text(
        "Alleen wat zij zelf zegt. Niets aankruisen is ook goed: zij hoeft niets te beslissen.",
        "Only what she says herself. Ticking nothing is fine too: she need not decide anything.",
    ),
    "answer": Text("Antwoord", "Answer"),
    "not_known": Text("niet bekend, of nog niet gebeurd", "not known, or has not happened yet"),
    "next": Text("Verder", "Next"),
    "skip": Text("Niet bekend", "Not known"),
    "kept": Text(
        "Uw antwoorden worden nog {days} dagen bewaard.",
        "Your answers are kept for {days} more days.",
    ),
    "kept_one": Text(
        "Uw antwoorden worden nog 1 dag bewaard.", "Your answers are kept for 1 more day."
    ),
    "to_check": Text("Naar het overzicht", "To the overview"),
    # --- check your answers
    "check": Text("Controleer uw antwoorden", "Check your answers"),
    "check_lead": Text(
        "Klopt het zo? Pas aan wat niet klopt. U kunt ook later nog aanvullen.",
        "Is this right? Change what is not. You can also fill in more later.",
    ),
    "not_answered": Text("nog niet beantwoord", "not answered yet"),
    "register": Text("Dossier openen", "Open the case"),
    "print": Text("Afdrukken", "Print"),
    "print_title": Text("Vragen en antwoorden", "Questions and answers"),
    "print_lead": Text(
        "Bewaar dit papier veilig en geef het niet mee, tenzij zij zegt dat dat veilig is.",
        "Keep this paper safe, and do not hand it over unless she says that it is safe.",
    ),
    # --- what happens next
    "begun": Text(
        "Het dossier is geopend. Zo gaat het verder", "The case is open. What happens next"
    ),
    "begun_lead": Text(
        "Het nummer is {number}. Noem dit nummer in gesprekken, nooit haar naam.",
        "The number is {number}. Use this number in conversations, never her name.",
    ),
    "contact_first": Text(
        "Er is nog geen contactplan: niemand neemt contact met haar op.",
        "There is no contact plan yet: nobody contacts her.",
    ),
    "registration": Text("Registratie bij CoMensha", "Registration with CoMensha"),
    "registers.compulsory": Text(
        "Uw soort organisatie is verplicht elk mogelijk slachtoffer te registreren. Dat haar "
        "toestemming daarvoor niet nodig is, staat alleen in een bron over de regels.",
        "Your kind of organisation must register every presumed victim. That her consent is "
        "not needed for it stands in a source about the rules only.",
    ),
    "registers.consent": Text(
        "Uw soort organisatie registreert alleen met haar toestemming. Vraag het haar alleen,"
        " met een tolk als dat nodig is; nee zeggen verandert niets aan haar hulp.",
        "Your kind of organisation registers with her consent only. Ask her alone, with an "
        "interpreter if needed; saying no changes nothing about her help.",
    ),
    "registers.not_stated": Text(
        "Wat voor uw soort organisatie geldt, staat niet in de gelezen bronnen. U kunt "
        "voorstellen haar te registreren; vraag haar toestemming en overleg met CoMensha.",
        "What holds for your kind of organisation is not stated in the sources read. You can "
        "propose to register her; ask her consent and consult CoMensha.",
    ),
    "register_now.compulsory": Text(
        "Nu doorverwijzen voor registratie", "Refer for registration now"
    ),
    "register_now.consent": Text("Toestemming vragen en registreren", "Ask consent and register"),
    "register_now.not_stated": Text("Registratie voorstellen", "Propose registration"),
    "unnamed": Text(
        "Registreren zonder naam kan hier niet: of dat in Nederland kan, staat niet in de "
        "gelezen bronnen.",
        "Registering without a name is not possible here: whether that can be done in the "
        "Netherlands is not stated in the sources read.",
    ),
    "first_things": Text("De eerste stappen", "The first steps"),
    "shelter": Text("Opvang vragen", "Ask for shelter"),
    "duties": Text(
        "Wat uw organisatie moet doen, en wanneer", "What your organisation must do, and by when"
    ),
    "to_case": Text("Naar het dossier", "To the case"),
    "still_to_ask": Text("Nog te vragen", "Still to ask"),
}
