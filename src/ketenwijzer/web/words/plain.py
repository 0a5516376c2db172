"""What stands in her own copy, said to her in plain words; a choice under the name of its field."""

from ...engine.vocabulary import Text

WORDS = {
    # --- who she is
    "given_name": Text("Uw voornaam", "Your first name"),
    "family_name": Text("Uw achternaam", "Your last name"),
    "other_names": Text("Andere namen die u hebt", "Other names that you have"),
    "birth_date": Text("De dag dat u bent geboren", "The day you were born"),
    "birth_year": Text("Het jaar dat u bent geboren", "The year you were born"),
    "languages": Text("De taal die u spreekt", "The language you speak"),
    "interpreter": Text("Hebt u een tolk nodig?", "Do you need an interpreter?"),
    "interpreter.unknown": Text("dat weten wij niet", "we do not know"),
    "interpreter.not_needed": Text("nee", "no"),
    "interpreter.needed": Text("ja", "yes"),
    "v_number": Text("Uw V-nummer", "Your V-number"),
    # --- how she is reached
    "channel": Text("Zo spreken wij u veilig", "How we talk with you safely"),
    "channel.telephone": Text("wij bellen u", "we call you"),
    "channel.message": Text("wij sturen u een bericht", "we send you a message"),
    "channel.in_person": Text("alleen als u bij ons bent", "only when you are with us"),
    "channel.through_shelter": Text("via de opvang", "through the shelter"),
    "channel.through_lawyer": Text("via uw advocaat", "through your lawyer"),
    "channel.none": Text("wij zoeken u niet op en bellen niet", "we do not look for you or call"),
    "voicemail": Text("Mogen wij een bericht inspreken?", "May we leave a voice message?"),
    "voicemail.unknown": Text("dat weten wij niet: wij doen het niet", "we do not know: we do not"),
    "paper": Text("Kunt u papier veilig bij u hebben?", "Can you safely carry paper?"),
    "paper.unknown": Text("dat weten wij niet", "we do not know"),
    # --- what happened, health, help; no word that betrays her to whoever finds the paper
    "form": Text("Wat het was", "What it was"),
    "form.unknown": Text("dat weten wij niet", "we do not know"),
    "form.sexual": Text("seks die u niet wilde", "sex that you did not want"),
    "form.labour": Text("werk dat u moest doen", "work that you had to do"),
    "form.criminal": Text(
        "dingen die niet mogen, en die u moest doen",
        "things that are not allowed, and that you had to do",
    ),
    "form.other": Text("iets anders", "something else"),
    "account": Text("Wat u is overkomen, in het kort", "What happened to you, in short"),
    "urgent": Text("Moet u nu naar een dokter?", "Must you see a doctor now?"),
    "urgent.unknown": Text("dat weten wij niet", "we do not know"),
    "summary": Text("Over uw gezondheid", "About your health"),
    "needs": Text("Wat u nodig hebt", "What you need"),
    "medication": Text("Uw medicijnen", "Your medicines"),
    "goals": Text("Wat u wilt", "What you want"),
    "agreed": Text("Wat wij met u hebben afgesproken", "What we agreed with you"),
    "next": Text("Wat wij daarna doen", "What we do after that"),
    # --- what she asked, and the answer
    "request.access": Text("Zien wat er over u staat", "To see what is written about you"),
    "request.rectification": Text("Verbeteren wat niet klopt", "To correct what is wrong"),
    "request.restriction": Text("Minder gebruiken wat er staat", "To use less of what is written"),
    "request.objection": Text("Niet gebruiken wat er staat", "Not to use what is written"),
    "request.complaint": Text("Uw klacht", "Your complaint"),
    "outcome.granted": Text("ja", "yes"),
    "outcome.partly": Text("ja, voor een deel", "yes, for a part"),
    "outcome.refused": Text("nee", "no"),
    "outcome.taken_back": Text("u vraagt dit niet meer", "you no longer ask this"),
}
