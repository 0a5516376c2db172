"""Words of consent: what she is asked, what she gets on paper, and other grounds."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Toestemming", "Consent"),
    "why": Text(
        "Haar toestemming gaat over één doel, één ontvanger en bepaalde onderdelen. Hulp hangt er "
        "nooit van af.",
        "Her consent is about one purpose, one receiver and certain sections. Help never depends "
        "on "
        "it.",
    ),
    "new": Text("Vraag het haar", "Ask her"),
    "receipt": Text("Brief voor haar", "Letter for her"),
    "empty": Text("Zij is nog niets gevraagd", "She was asked nothing yet"),
    "empty_why": Text(
        "Vraag het haar alleen, wanneer er iets te delen is dat haar toestemming nodig heeft.",
        "Ask her alone, when there is something to share that needs her consent.",
    ),
    "answers": Text("Wat zij antwoordde", "What she answered"),
    "answer": Text("Antwoord", "Answer"),
    "receiver": Text("Ontvanger", "Receiver"),
    "purpose": Text("Waarvoor", "Purpose"),
    "sections": Text("Onderdelen", "Sections"),
    "until": Text("Tot en met", "Until"),
    "until_hint": Text(
        "Leeg: tot zij haar toestemming intrekt.", "Empty: until she takes her consent back."
    ),
    "no_end": Text("tot zij het intrekt", "until she takes it back"),
    "language": Text("In welke taal is het gevraagd?", "In which language was she asked?"),
    "asked_in": Text("Taal", "Language"),
    "interpreter": Text("Tolk", "Interpreter"),
    "interpreter_hint": Text(
        "Nooit een bekende of familielid van haar.", "Never somebody she knows or a relative."
    ),
    "interpreter.not_needed": Text("niet nodig", "not needed"),
    "interpreter.independent": Text("onafhankelijke tolk, erbij", "independent interpreter, there"),
    "interpreter.by_phone": Text(
        "onafhankelijke tolk, per telefoon", "independent interpreter, by telephone"
    ),
    "interpreter.none": Text("nodig, maar er was er geen", "needed, but there was none"),
    "alone": Text("Zij was alleen met mij en de tolk", "She was alone with me and the interpreter"),
    "alone_hint": Text(
        "Kan dat nu niet, vraag het dan later.", "If that is not possible now, ask later."
    ),
    "by": Text("Wie antwoordde?", "Who answered?"),
    "by_hint": Text(
        "Ouders beslissen niet mee en horen het niet van ons.",
        "Parents do not decide and do not hear of it from us.",
    ),
    "by.herself": Text("zijzelf", "she herself"),
    "by.guardian": Text("haar voogd", "her guardian"),
    "status.given": Text("ja", "yes"),
    "status.withheld": Text("nee", "no"),
    "status.withdrawn": Text("ingetrokken", "taken back"),
    "status.ended": Text("verlopen", "ended"),
    "take_back": Text("Intrekken", "Take back"),
    "take_back_title": Text("Toestemming intrekken", "Take consent back"),
    "take_back_why": Text(
        "Zij hoeft niet te zeggen waarom. Wat alleen hierop gedeeld is, sluit meteen. De ontvanger "
        "moet antwoorden wat er met zijn kopie gebeurt.",
        "She need not say why. What was shared on this alone closes at once. The receiver must "
        "answer what becomes of its copy.",
    ),
    "taken_back": Text(
        "De toestemming is ingetrokken. Wie een kopie heeft, kreeg een taak.",
        "The consent was taken back. Whoever holds a copy got a task.",
    ),
    "ask_again": Text("Vraag het opnieuw", "Ask again"),
    "copies": Text("Wat werd er van de kopie?", "What became of the copy?"),
    "copies_why": Text(
        "Zij trok haar toestemming in. Antwoord wat er met de kopie gebeurt.",
        "She took her consent back. Answer what becomes of the copy.",
    ),
    "copy.none": Text("ontvanger had geen kopie", "receiver had no copy"),
    "copy.asked": Text("gevraagd, nog geen antwoord", "asked, no answer yet"),
    "copy.deleted": Text("gewist", "deleted"),
    "copy.kept_on_ground": Text("bewaard op een andere grond", "kept on another ground"),
    "copy_word": Text("Kopie", "Copy"),
    "copy_answer": Text("Wat gebeurde ermee?", "What became of it?"),
    "copy_ground": Text("Op welke grond bewaard?", "Kept on which ground?"),
    "copy_explained": Text("Waarom die grond?", "Why that ground?"),
    "copy_title": Text("Antwoord op een intrekking", "Answer to a withdrawal"),
    "copy_recorded": Text("Het antwoord is vastgelegd.", "The answer was recorded."),
    "do_answer": Text("Antwoorden", "Answer"),
    "recorded": Text("Haar antwoord is vastgelegd.", "Her answer was recorded."),
    "yes_or_no": Text("Zei zij ja of nee?", "Did she say yes or no?"),
    "ask_title": Text("Vraag het haar", "Ask her"),
    # --- other grounds
    "grounds": Text("Andere gronden", "Other grounds"),
    "grounds_why": Text(
        "Een andere grond telt pas als een tweede persoon hem bevestigt.",
        "Another ground counts only when a second person confirms it.",
    ),
    "grounds_empty": Text("Er is geen andere grond genoemd.", "No other ground was named."),
    "name_ground": Text("Noem een andere grond", "Name another ground"),
    "ground": Text("Welke grond?", "Which ground?"),
    "ground_word": Text("Grond", "Ground"),
    "explained": Text("Waarom geldt die hier?", "Why does it apply here?"),
    "explained_hint": Text(
        "Noem de bepaling. Gezondheid vraagt daarbij een uitzondering van artikel 9 lid 2 AVG.",
        "Name the provision. Health also needs an exception of article 9(2) GDPR.",
    ),
    "told": Text("Is het haar verteld?", "Was she told?"),
    "told_hint": Text(
        "Vertel het haar, tenzij dat onveilig is.", "Tell her, unless that is unsafe."
    ),
    "why_not_told": Text("Zo niet: waarom is dat onveilig?", "If not: why would that be unsafe?"),
    "why_not_told_hint": Text(
        "Vertel het haar alsnog zodra het kan.", "Tell her later, as soon as it can be done."
    ),
    "told_yes": Text("verteld", "told"),
    "told_no": Text("niet verteld", "not told"),
    "ground.waits": Text("wacht op een tweede persoon", "waits for a second person"),
    "ground.confirmed": Text("bevestigd", "confirmed"),
    "ground.ended": Text("voorbij", "over"),
    "ground_until_hint": Text(
        "De laatste dag waarop deze grond geldt. Leeg: zolang de ontvanger meewerkt.",
        "The last day on which this ground applies. Empty: for as long as the receiver takes part.",
    ),
    "ground_no_end": Text("zolang de ontvanger meewerkt", "as long as the receiver takes part"),
    "ground.refused": Text("niet bevestigd", "not confirmed"),
    "ground_named": Text(
        "De grond is genoemd. Een collega moet hem bevestigen; tot dan is er niets gedeeld.",
        "The ground was named. A colleague must confirm it; until then nothing was shared.",
    ),
    "ground_answered": Text("Uw antwoord is vastgelegd.", "Your answer was recorded."),
    "judge": Text("Beoordelen", "Judge"),
    "judge_title": Text("Bevestigt u deze grond?", "Do you confirm this ground?"),
    "judge_why": Text(
        "U bent de tweede persoon. Bevestig alleen wat u zelf zou verantwoorden.",
        "You are the second person. Confirm only what you would answer for yourself.",
    ),
    "verdict": Text("Uw antwoord", "Your answer"),
    "verdict.confirm": Text("ik bevestig de grond", "I confirm the ground"),
    "verdict.refuse": Text("ik bevestig hem niet", "I do not confirm it"),
    "verdict_reason": Text("Waarom niet?", "Why not?"),
    "verdict_reason_hint": Text("Nodig bij nee.", "Needed for no."),
    "own_ground": Text(
        "U noemde deze grond zelf. Vraag een collega.",
        "You named this ground yourself. Ask a colleague.",
    ),
    # --- the letter for her, in plain words
    "letter.title": Text("Brief", "Letter"),
    "letter.keep": Text("Mag zij papier bij zich hebben?", "May she carry paper?"),
    "letter.keep_no": Text(
        "Dat staat niet in het contactplan. Laat het haar hier lezen en geef niets mee.",
        "The contact plan does not say so. Let her read it here and give nothing to take along.",
    ),
    "letter.keep_yes": Text(
        "Volgens het contactplan wel. Vraag het haar toch nog eens.",
        "According to the contact plan she may. Ask her once more all the same.",
    ),
    "letter.dear": Text("Dit is voor jou.", "This is for you."),
    "letter.yes": Text("Je zei ja", "You said yes"),
    "letter.no": Text("Je zei nee", "You said no"),
    "letter.back": Text("Je nam je ja terug", "You took your yes back"),
    "letter.over": Text("Je ja is afgelopen", "Your yes has ended"),
    "letter.may_know": Text(
        "{receiver} mag dit over je weten:", "{receiver} may know this about you:"
    ),
    "letter.may_not_know": Text(
        "{receiver} mag dit niet over je weten:", "{receiver} may not know this about you:"
    ),
    "letter.no_more": Text(
        "{receiver} mag dit niet meer over je weten:",
        "{receiver} may no longer know this about you:",
    ),
    "letter.until": Text("Dat mag tot en met", "This is allowed until"),
    "letter.shared": Text("Wie iets over je weet", "Who knows something about you"),
    "letter.shared_with": Text("{receiver} weet sinds", "{receiver} has known since"),
    "letter.nothing": Text(
        "Wij hebben met niemand iets gedeeld.", "We shared nothing with anybody."
    ),
    "letter.how": Text("Wil je iets veranderen?", "Do you want to change something?"),
    "letter.how_text": Text(
        "Je mag een ja altijd terugnemen. Je hoeft niet te zeggen waarom. Je krijgt dan dezelfde "
        "hulp. "
        "Zeg het tegen ons, of bel:",
        "You may always take a yes back. You need not say why. You then get the same help. Tell "
        "us, "
        "or call:",
    ),
    "letter.ask": Text(
        "Je mag ook vragen wat er over je is opgeschreven, en het laten verbeteren.",
        "You may also ask what was written about you, and have it corrected.",
    ),
    "plain.basics": Text("dat wij je helpen", "that we help you"),
    "plain.identity": Text(
        "wie je bent: je naam, je leeftijd, je land",
        "who you are: your name, your age, your country",
    ),
    "plain.contact": Text("hoe men je veilig bereikt", "how you can be reached safely"),
    "plain.exploitation": Text("wat je is overkomen", "what happened to you"),
    "plain.health": Text("je gezondheid", "your health"),
    "plain.residence": Text("je verblijf in Nederland", "your stay in the Netherlands"),
    "plain.criminal": Text("of je met de politie praat", "whether you talk with the police"),
    "plain.shelter": Text("dat je onderdak zoekt of hebt", "that you look for or have a place"),
    "plain.care": Text("welke hulp je wilt en krijgt", "which help you want and get"),
    "plain.notes": Text("wat wij over je opschreven", "what we wrote about you"),
}
