"""Words of letters: choosing one, looking at it, and saying that she has it."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Brieven voor haar", "Letters for her"),
    "why": Text(
        "Wat zij op papier kan krijgen of met u kan lezen, in haar eigen taal. U geeft het in haar "
        "hand; er gaat niets met de post of per e-mail.",
        "What she can have on paper or read with you, in her own language. You put it in her hand; "
        "nothing is mailed or e-mailed.",
    ),
    "link": Text("Brieven in haar taal", "Letters in her language"),
    "back": Text("Terug naar de brieven", "Back to the letters"),
    # --- the contact plan, first of all
    "plan": Text("Eerst: mag zij papier bij zich hebben?", "First: may she carry paper?"),
    "plan_yes": Text(
        "Ja, zegt het contactplan. Kijk samen waar zij het bewaart, en wie het kan vinden.",
        "Yes, says the contact plan. Look together where she keeps it, and who may find it.",
    ),
    "plan_no": Text(
        "Het contactplan zegt geen ja. Geef niets mee en maak geen afdruk: lees de brief met haar "
        "op het scherm.",
        "The contact plan does not say yes. Give her nothing to take along and print nothing: read "
        "the letter with her on the screen.",
    ),
    "plan_unknown": Text(
        "Er is geen contactplan dat u kunt zien. Neem geen contact met haar op. Zit zij bij u, "
        "lees de brief dan met haar op het scherm en geef niets mee.",
        "There is no contact plan that you can see. Do not contact her. If she is with you, read "
        "the letter with her on the screen and give her nothing to take along.",
    ),
    "plan_never": Text("Mag het nooit weten", "Must never know"),
    # --- which letter, in which language
    "letters.rights_sheet": Text("Uitleg over haar rechten", "What holds for her, explained"),
    "letters.her_copy": Text("Kopie van wat er over haar staat", "Copy of what is recorded of her"),
    "sheet_why": Text(
        "Wat nu geldt en tot wanneer, wat zij kan kiezen en wat daarop volgt, wat niet van "
        "aangifte afhangt, wie meewerkt, en wat met wie is gedeeld. Haar naam en adres "
        "staan er niet in.",
        "What holds now and until when, what she can choose and what follows, what does not depend "
        "on reporting, who takes part, and what was shared with whom. Her name and address are not "
        "in it.",
    ),
    "copy_why": Text(
        "Alles wat uw organisatie over haar kan zien, zonder wie er nog meer in staat.",
        "All that your organisation can see of her, without anybody else who stands in it.",
    ),
    "source": Text("tekst van het project zelf", "text of the project itself"),
    "reviewed": Text("nagekeken door {by} op {on}", "reviewed by {by} on {on}"),
    "not_reviewed": Text("niet nagekeken", "not reviewed"),
    "only_here": Text(
        "Alleen in de demonstratie te maken; erboven staat dat niemand de tekst nakeek.",
        "Can be made in the demonstration only; on top it says that nobody reviewed the text.",
    ),
    "blocked": Text(
        "Kan niet worden gemaakt, tot iemand die de taal spreekt deze tekst heeft nagekeken.",
        "Cannot be made until somebody who speaks the language has reviewed this text.",
    ),
    "version": Text("versie {version}", "version {version}"),
    # --- looking at it
    "look": Text("Zo ziet zij de brief", "This is how she sees the letter"),
    "look_why": Text(
        "De naam van het bestand en de titel zeggen niets over haar. Dat u deze brief maakte staat "
        "in het inzagelog.",
        "The name of the file and the title say nothing about her. That you made this letter "
        "stands in the access log.",
    ),
    "pdf": Text("Open om af te drukken (PDF)", "Open to print (PDF)"),
    # --- she has it
    "handed": Text("Vastleggen dat zij de brief kreeg", "Record that she got the letter"),
    "way": Text("Hoe kreeg zij de brief?", "How did she get the letter?"),
    "ways.paper": Text("op papier, in haar hand", "on paper, in her hand"),
    "ways.read": Text(
        "met haar gelezen, niets meegegeven", "read with her, nothing given to take along"
    ),
    "record": Text("Vastleggen", "Record"),
    "recorded": Text(
        "Vastgelegd dat zij de brief kreeg. Het staat in de tijdlijn.",
        "It was recorded that she got the letter. It stands in the timeline.",
    ),
    # --- messages to partners
    "messages": Text("Berichten aan partners", "Messages to partners"),
    "messages_why": Text(
        "Wat uw organisatie andere organisaties nog moet laten weten. In een bericht staat alleen "
        "wat de ontvanger van dit dossier mag zien. U bezorgt het zelf; er gaat niets vanzelf weg.",
        "What your organisation still has to tell other organisations. A message holds only what "
        "its receiver may see of this case. You deliver it yourself; nothing goes by itself.",
    ),
    "message_to": Text("Bericht voor {receiver}", "Message for {receiver}"),
    "message_why": Text(
        "Zo ziet de ontvanger het. Wat de ontvanger van dit dossier niet mag zien, staat er niet "
        "in. Bezorg het langs een veilige weg en leg daarna vast dat het weg is.",
        "This is how the receiver sees it. What the receiver may not see of this case is not in "
        "it. Deliver it by a safe way, and then record that it went.",
    ),
    "no_receiver": Text(
        "Bij dit dossier is, voor zover u kunt zien, geen {kind} betrokken. Verwijs eerst door.",
        "As far as you can see, no {kind} takes part in this case. Refer first.",
    ),
    "sent": Text("Vastleggen dat het weg is", "Record that it went"),
    "no_messages": Text("Er wacht geen bericht.", "No message waits."),
    "no_messages_why": Text(
        "Vraagt een gebeurtenis om een bericht van uw organisatie, dan staat het hier.",
        "Where an event asks your organisation for a message, it stands here.",
    ),
    "languages.nl": Text("Nederlands", "Dutch"),
    "languages.en": Text("Engels", "English"),
    "languages.ar": Text("Arabisch", "Arabic"),
    "languages.pl": Text("Pools", "Polish"),
    "languages.ro": Text("Roemeens", "Romanian"),
    "languages.es": Text("Spaans", "Spanish"),
}
