"""Words of her rights: what she asks, the answer, and the copy that is made for her."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Haar rechten", "Her rights"),
    "why": Text(
        "Wat zij zelf vraagt over dit dossier. Ieder die betrokken is legt het voor haar vast; de "
        "eigenaar antwoordt.",
        "What she herself asks about this case. Anyone involved records it for her; the owner "
        "answers.",
    ),
    "link": Text(
        "Haar verzoeken, en een kopie voor haarzelf", "Her requests, and a copy for herself"
    ),
    "new": Text("Verzoek vastleggen", "Record a request"),
    "empty": Text("Zij vroeg nog niets.", "She has asked nothing yet."),
    "empty_why": Text(
        "Zij mag vragen wat er staat, het laten verbeteren, het gebruik laten beperken, bezwaar "
        "maken en klagen. Zeg haar dat.",
        "She may ask what is recorded, have it corrected, have its use restricted, object and "
        "complain. Tell her so.",
    ),
    "waits": Text("wacht op antwoord", "awaits an answer"),
    "restricts": Text("gebruik beperkt", "use restricted"),
    "answer_by": Text("antwoord vóór of op", "answer by"),
    "answered_at": Text("Beantwoord op", "Answered on"),
    # --- recording
    "ask_title": Text("Wat vraagt zij?", "What does she ask?"),
    "ask_why": Text(
        "Leg vast wat zij vraagt, in haar woorden. Zij hoeft niet te zeggen waarom, en de hulp "
        "gaat door.",
        "Record what she asks, in her words. She need not say why, and help goes on.",
    ),
    "request": Text("Zij vraagt om", "She asks for"),
    "asked": Text("Wat zij vraagt", "What she asks"),
    "asked_hint": Text(
        "Alleen de eigenaar en uw eigen organisatie lezen dit.",
        "Only the owner and your own organisation read this.",
    ),
    "days": Text("Wanneer zij antwoord heeft", "When she has an answer"),
    "restriction_shows": Text(
        "Vraagt zij om beperking, dan staat dat meteen boven het dossier voor ieder die betrokken "
        "is: gebruik het alleen nog voor wat nu echt moet.",
        "If she asks for restriction, everyone involved sees that at once on top of the case: use "
        "it only for what really must be done now.",
    ),
    "record": Text("Vastleggen", "Record"),
    "made": Text(
        "Het verzoek is vastgelegd; de eigenaar heeft het als taak.",
        "The request was recorded; the owner has it as a task.",
    ),
    # --- answering
    "answer": Text("Beantwoorden", "Answer"),
    "answer_title": Text("Beantwoord haar verzoek", "Answer her request"),
    "outcome": Text("Wat is het antwoord?", "What is the answer?"),
    "outcomes.granted": Text("ja, geheel", "yes, wholly"),
    "outcomes.partly": Text("ja, voor een deel", "yes, in part"),
    "outcomes.refused": Text("nee", "no"),
    "outcomes.taken_back": Text("zij vraagt het niet meer", "she no longer asks it"),
    "explained": Text("Uitleg voor haar", "Explanation for her"),
    "explained_hint": Text(
        "Nodig als niet alles kan. In gewone woorden: wie het verzoek vastlegde, leest dit haar "
        "voor.",
        "Needed if not everything is possible. In plain words: whoever recorded the request reads "
        "it to her.",
    ),
    "answered": Text("Het antwoord is vastgelegd.", "The answer was recorded."),
    "lift": Text("Beperking opheffen", "Lift the restriction"),
    "lift_why": Text(
        "Daarna mag het dossier weer worden gebruikt zoals was afgesproken. Zeg het haar eerst.",
        "After that the case may be used again as was agreed. Tell her first.",
    ),
    "reason": Text("Waarom?", "Why?"),
    "lifted": Text("De beperking is opgeheven.", "The restriction was lifted."),
    # --- her copy: around the letter
    "copy": Text("Een kopie voor haar", "A copy for her"),
    "copy_why": Text(
        "Wat er over haar staat, in gewone woorden. U geeft het in haar hand of leest het met "
        "haar; het gaat nooit met de post of per e-mail.",
        "What is recorded about her, in plain words. You put it in her hand or read it with her; "
        "it is never mailed or e-mailed.",
    ),
    "copy_make": Text("Kopie maken", "Make a copy"),
    "copy_texts": Text("Meer tekst over haar", "More text about her"),
    "copy_texts_why": Text(
        "In deze tekst kunnen anderen staan: wie haar uitbuitte, andere slachtoffers, familie, "
        "hulpverleners. Lees eerst. Kies alleen tekst waarin niemand anders te herkennen is en "
        "geen adres staat.",
        "Others may stand in this text: who exploited her, other victims, family, helpers. Read it "
        "first. Choose only text in which nobody else can be recognised and no address stands.",
    ),
    "copy_with": Text("Met de gekozen tekst", "With the chosen text"),
    # --- her copy: the letter itself, in plain words
    "letter.what": Text("Wat er over je is opgeschreven", "What was written about you"),
    "letter.who": Text(
        "Wat {organisation} van je dossier kan zien, staat hieronder. Andere organisaties kunnen "
        "meer hebben.",
        "Below is what {organisation} can see of your file. Other organisations may have more.",
    ),
    "letter.nothing": Text("Hier is niets opgeschreven.", "Nothing was written here."),
    "letter.more": Text(
        "Er is meer tekst. Daarin kunnen andere mensen staan. Vraag ons om dat met jou te lezen.",
        "There is more text. Other people may be in it. Ask us to read it with you.",
    ),
    "letter.kept_by": Text("Opgeschreven door", "Written by"),
    "letter.have": Text("Wie meedoet aan je dossier", "Who takes part in your file"),
    "letter.since": Text("sinds", "since"),
    "letter.rights": Text("Wat nu voor jou geldt", "What holds for you now"),
    "letter.not_told": Text(
        "Over sommige dingen weten wij niet genoeg. Vraag het aan {owner}.",
        "About some things we do not know enough. Ask {owner}.",
    ),
    "letter.may": Text("Wat je mag vragen", "What you may ask"),
    "letter.may_text": Text(
        "Je mag vragen wat er over je staat. Je mag het laten verbeteren. Je mag vragen dat het "
        "minder wordt gebruikt. Je mag bezwaar maken. Je mag klagen. Je hoeft dat niet alleen te "
        "doen.",
        "You may ask what is written about you. You may have it corrected. You may ask that it is "
        "used less. You may object. You may complain. You need not do that alone.",
    ),
    "letter.asked": Text("Wat je vroeg", "What you asked"),
    "letter.answer_by": Text("Je krijgt antwoord vóór of op", "You get an answer by"),
}
