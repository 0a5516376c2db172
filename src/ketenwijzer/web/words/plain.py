"""What stands in her own copy, said to her in plain words; a choice under the name of its field."""

from ...engine.vocabulary import Text

WORDS = {
    # --- who she is
    "given_name": Text("Je voornaam", "Your first name"),
    "family_name": Text("Je achternaam", "Your last name"),
    "other_names": Text("Andere namen die je hebt", "Other names that you have"),
    "birth_date": Text("De dag dat je bent geboren", "The day you were born"),
    "birth_year": Text("Het jaar dat je bent geboren", "The year you were born"),
    "languages": Text("De taal die je spreekt", "The language you speak"),
    "interpreter": Text("Heb je een tolk nodig?", "Do you need an interpreter?"),
    "interpreter.unknown": Text("dat weten wij niet", "we do not know"),
    "interpreter.not_needed": Text("nee", "no"),
    "interpreter.needed": Text("ja", "yes"),
    "v_number": Text("Je V-nummer", "Your V-number"),
    # --- how she is reached
    "channel": Text("Zo spreken wij je veilig", "How we talk with you safely"),
    "channel.telephone": Text("wij bellen je", "we call you"),
    "channel.message": Text("wij sturen je een bericht", "we send you a message"),
    "channel.in_person": Text("alleen als je bij ons bent", "only when you are with us"),
    "channel.through_shelter": Text("via de opvang", "through the shelter"),
    "channel.through_lawyer": Text("via je advocaat", "through your lawyer"),
    "channel.none": Text("wij zoeken je niet op en bellen niet", "we do not look for you or call"),
    "voicemail": Text("Mogen wij een bericht inspreken?", "May we leave a voice message?"),
    "voicemail.unknown": Text("dat weten wij niet: wij doen het niet", "we do not know: we do not"),
    "paper": Text("Kun je papier veilig bij je hebben?", "Can you safely carry paper?"),
    "paper.unknown": Text("dat weten wij niet", "we do not know"),
    # --- what happened, health, help; no word that betrays her to whoever finds the paper
    "form": Text("Wat het was", "What it was"),
    "form.unknown": Text("dat weten wij niet", "we do not know"),
    "form.sexual": Text("seks die je niet wilde", "sex that you did not want"),
    "form.labour": Text("werk dat je moest doen", "work that you had to do"),
    "form.criminal": Text(
        "dingen die niet mogen, en die je moest doen",
        "things that are not allowed, and that you had to do",
    ),
    "form.other": Text("iets anders", "something else"),
    "account": Text("Wat je is overkomen, in het kort", "What happened to you, in short"),
    "urgent": Text("Moet je nu naar een dokter?", "Must you see a doctor now?"),
    "urgent.unknown": Text("dat weten wij niet", "we do not know"),
    "summary": Text("Over je gezondheid", "About your health"),
    "needs": Text("Wat je nodig hebt", "What you need"),
    "medication": Text("Je medicijnen", "Your medicines"),
    "goals": Text("Wat je wilt", "What you want"),
    "agreed": Text("Wat wij met jou hebben afgesproken", "What we agreed with you"),
    "next": Text("Wat wij daarna doen", "What we do after that"),
    # --- what she asked, and the answer
    "request.access": Text("Zien wat er over je staat", "To see what is written about you"),
    "request.rectification": Text("Verbeteren wat niet klopt", "To correct what is wrong"),
    "request.restriction": Text("Minder gebruiken wat er staat", "To use less of what is written"),
    "request.objection": Text("Niet gebruiken wat er staat", "Not to use what is written"),
    "request.complaint": Text("Je klacht", "Your complaint"),
    "outcome.granted": Text("ja", "yes"),
    "outcome.partly": Text("ja, voor een deel", "yes, for a part"),
    "outcome.refused": Text("nee", "no"),
    "outcome.taken_back": Text("je vraagt dit niet meer", "you no longer ask this"),
}
