"""Words that every page shares."""

from ...engine.vocabulary import Text

WORDS = {
    # --- the frame of a page
    "site": Text("Ketenwijzer", "Ketenwijzer"),
    "short": Text("KW", "KW"),
    "skip": Text("Naar de inhoud", "Skip to content"),
    "menu": Text("Menu", "Menu"),
    "navigation": Text("Hoofdmenu", "Main menu"),
    "demonstration": Text(
        "Demonstratie: alle personen en dossiers zijn verzonnen. Voer niets echts in.",
        "Demonstration: all persons and cases are invented. Enter nothing real.",
    ),
    "sign_out": Text("Afmelden", "Sign out"),
    "sign_in": Text("Aanmelden", "Sign in"),
    "footer": Text(
        "Dit is geen besluit. Controleer de officiële tekst voordat iemand erop handelt.",
        "This is not a decision. Check the official text before anyone acts on it.",
    ),
    # --- where one can go
    "nav.worklist": Text("Werklijst", "Worklist"),
    "nav.notices": Text("Meldingen", "Notices"),
    "nav.desk": Text("Agenda", "Coming up"),
    "nav.search": Text("Zoeken", "Search"),
    "nav.new_case": Text("Nieuw dossier", "New case"),
    "nav.inbox": Text("Postvak in", "Inbox"),
    "nav.outbox": Text("Postvak uit", "Outbox"),
    "nav.partners": Text("Partners", "Partners"),
    "nav.people": Text("Medewerkers", "People"),
    "nav.roster": Text("Bereikbaarheid", "On call"),
    "nav.account": Text("Account", "Account"),
    # --- danger now
    "danger.open": Text("Gevaar nu", "Danger now"),
    "danger.call": Text(
        "Bel eerst. Vastleggen kan daarna.", "Call first. Recording can wait until afterwards."
    ),
    "danger.helpdesk": Text("Advies en opvang", "Advice and shelter"),
    "danger.on_call": Text("Bereikbaar bij uw organisatie", "On call at your organisation"),
    "danger.until": Text("tot {until}", "until {until}"),
    "danger.nobody": Text(
        "Nu is niemand van uw organisatie ingeroosterd.",
        "Nobody of your organisation is on the roster now.",
    ),
    # --- the end of a session
    "session.soon": Text("U wordt zo afgemeld", "You will be signed out soon"),
    "session.soon_why": Text(
        "Over een paar minuten wordt u afgemeld, omdat u even niets deed. Wat u typte blijft "
        "staan.",
        "In a few minutes you will be signed out, because you did nothing for a while. What you "
        "typed stays.",
    ),
    "session.stay": Text("Aangemeld blijven", "Stay signed in"),
    "session.over": Text("U bent afgemeld", "You have been signed out"),
    "session.over_why": Text(
        "Wat u typte staat nog op deze pagina, afgedekt. Meld u aan in een nieuw tabblad en ga "
        "daarna hier verder.",
        "What you typed is still on this page, covered. Sign in in a new tab, then go on here.",
    ),
    "session.sign_in": Text("Aanmelden in een nieuw tabblad", "Sign in in a new tab"),
    "session.go_on": Text("Verdergaan", "Go on"),
    "session.not_yet": Text(
        "U bent nog niet aangemeld als dezelfde persoon.",
        "You are not signed in as the same person yet.",
    ),
    # --- parts of pages
    "more": Text("Meer tonen", "Show more"),
    "first": Text("Terug naar het begin", "Back to the start"),
    "pages": Text("Verder in deze lijst", "Further in this list"),
    "tabs": Text("Onderdelen", "Sections"),
    "back": Text("Terug", "Back"),
    "save": Text("Bewaren", "Save"),
    "send": Text("Verzenden", "Send"),
    "cancel": Text("Annuleren", "Cancel"),
    "remove": Text("Verwijderen", "Remove"),
    "change": Text("Wijzigen", "Change"),
    "optional": Text("(mag leeg blijven)", "(optional)"),
    "yes": Text("ja", "yes"),
    "no": Text("nee", "no"),
    "none": Text("geen", "none"),
    "unknown": Text("niet bekend", "not known"),
    "errors.title": Text("Dit moet nog worden verbeterd", "This still has to be mended"),
    "errors.field": Text("Fout:", "Error:"),
    "notice.good": Text("Gelukt", "Done"),
    "notice.info": Text("Ter informatie", "For your information"),
    "notice.warning": Text("Let op", "Please note"),
    "notice.error": Text("Niet gelukt", "This did not work"),
    # --- where a referral is
    "status.sent": Text("verzonden", "sent"),
    "status.seen": Text("gezien", "seen"),
    "status.accepted": Text("aanvaard", "accepted"),
    "status.declined": Text("niet aanvaard", "declined"),
    "status.withdrawn": Text("ingetrokken", "withdrawn"),
    "status.expired": Text("verlopen", "expired"),
    "status.done": Text("afgerond", "done"),
    # --- what someone does for an organisation
    "role.worker": Text("medewerker", "worker"),
    "role.coordinator": Text("coördinator", "coordinator"),
    "role.supervisor": Text("leidinggevende", "supervisor"),
    "role.analyst": Text("analist", "analyst"),
    "role.administrator": Text("beheerder", "administrator"),
    "impossible_day": Text("Deze dag kan niet kloppen.", "This day cannot be right."),
    # --- what went wrong
    "problem.bad": Text("Dit verzoek klopt niet", "This request is not right"),
    "problem.bad_why": Text(
        "De pagina kon niet lezen wat er werd gestuurd. Er is niets bewaard.",
        "The page could not read what was sent. Nothing was saved.",
    ),
    "problem.denied": Text("Dit kunt u hier niet doen", "You cannot do this here"),
    "problem.denied_why": Text(
        "Uw rol of uw organisatie kan dit niet. Er is niets veranderd.",
        "Your role or your organisation cannot do this. Nothing was changed.",
    ),
    "problem.form": Text("Het formulier is niet verstuurd", "The form was not sent"),
    "problem.form_why": Text(
        "Het stond te lang open, of u hebt zich intussen opnieuw aangemeld. Er is niets bewaard.",
        "It was open for too long, or you signed in again in the meantime. Nothing was saved.",
    ),
    "problem.missing": Text("Hier is niets voor u", "There is nothing here for you"),
    "problem.missing_why": Text(
        "Deze pagina bestaat niet, of is er niet voor u. Klopt het adres of het nummer? Vraag zo "
        "nodig een collega die erbij betrokken is.",
        "This page does not exist, or is not for you. Is the address or number right? If need be, "
        "ask a colleague who is involved.",
    ),
    "problem.method": Text("Zo werkt dit adres niet", "This address does not work that way"),
    "problem.method_why": Text(
        "Ga terug en gebruik de knop op de pagina. Er is niets veranderd.",
        "Go back and use the button on the page. Nothing was changed.",
    ),
    "problem.large": Text("Dit is te groot", "This is too large"),
    "problem.large_why": Text(
        "Er werd meer gestuurd dan dit formulier aankan. Er is niets bewaard. Maak de tekst "
        "korter.",
        "More was sent than this form can take. Nothing was saved. Shorten the text.",
    ),
    "problem.unreadable": Text("Deze tekst is niet te lezen", "This text cannot be read"),
    "problem.unreadable_why": Text(
        "Er staan tekens in die onderweg verloren gingen. Er is niets bewaard. Typ opnieuw waar � "
        "staat.",
        "Some characters were lost on the way. Nothing was saved. Type again where � stands.",
    ),
    "problem.failed": Text("Er ging iets mis", "Something went wrong"),
    "problem.failed_why": Text(
        "Dat ligt niet aan u. Wat u deed is niet bewaard. Geef de beheerder deze code door; "
        "er staan geen gegevens in.",
        "It is not your fault. What you did was not saved. Give the administrator this code; "
        "it holds no data.",
    ),
    "problem.code": Text("Code:", "Code:"),
    "problem.sso_refused": Text("Deze aanmelding is geweigerd", "This sign-in was refused"),
    "problem.sso_refused_why": Text(
        "Het antwoord van de aanmelddienst klopt niet. U bent niet aangemeld. Begin opnieuw; gaat "
        "het weer mis, waarschuw dan uw beheerder.",
        "The answer of the sign-in service is not right. You are not signed in. Begin again; if "
        "it fails once more, warn your administrator.",
    ),
    "problem.sso_begin_again": Text("Begin opnieuw met aanmelden", "Begin to sign in again"),
    "problem.sso_begin_again_why": Text(
        "Dit antwoord hoort niet bij een aanmelding die in deze browser begon, of het duurde te "
        "lang. U bent niet aangemeld.",
        "This answer does not belong to a sign-in that began in this browser, or it took too "
        "long. You are not signed in.",
    ),
    "problem.sso_unknown": Text(
        "Deze aanmelding hoort bij niemand hier", "This sign-in is nobody's here"
    ),
    "problem.sso_unknown_why": Text(
        "Er is hier geen account dat aan deze aanmelding is gekoppeld en toegang heeft. Vraag de "
        "beheerder van uw organisatie.",
        "There is no account here that is linked to this sign-in and has access. Ask the "
        "administrator of your organisation.",
    ),
    "problem.sso_level": Text("De tweede factor ontbreekt", "The second factor is missing"),
    "problem.sso_level_why": Text(
        "Uw organisatie meldde u aan zonder de tweede factor die hier nodig is. Meld u daar aan "
        "met uw tweede factor, en begin hier opnieuw.",
        "Your organisation signed you in without the second factor that is needed here. Sign in "
        "there with your second factor, and begin again here.",
    ),
    "problem.sso_not_fresh": Text("Dit is niet bevestigd", "This was not confirmed"),
    "problem.sso_not_fresh_why": Text(
        "De aanmelddienst van uw organisatie vroeg u niet opnieuw wie u bent. Probeer het nog "
        "eens, of bevestig met uw wachtwoord of tweede factor.",
        "The sign-in service of your organisation did not ask again who you are. Try once more, "
        "or confirm with your password or second factor.",
    ),
    "problem.sso_down": Text(
        "De aanmelddienst antwoordt niet", "The sign-in service does not answer"
    ),
    "problem.sso_down_why": Text(
        "De aanmelddienst van uw organisatie is niet bereikbaar, of antwoordt niet zoals het "
        "hoort. Meld u zolang aan met uw aanmeldnaam, wachtwoord en tweede factor.",
        "The sign-in service of your organisation cannot be reached, or does not answer as it "
        "should. Sign in with your sign-in name, password and second factor for as long.",
    ),
    "problem.busy": Text("Er is niets bewaard", "Nothing was saved"),
    "problem.busy_why": Text(
        "Het opslaan lukt nu niet: de opslag is bezet of vol. Wacht even en probeer het opnieuw.",
        "Saving does not work now: the storage is busy or full. Wait a moment and try again.",
    ),
    "problem.signed_out": Text("U bent afgemeld", "You have been signed out"),
    "problem.signed_out_why": Text(
        "Er is nog niets bewaard. Meld u aan in een nieuw tabblad en verstuur daarna hier opnieuw.",
        "Nothing was saved yet. Sign in in a new tab, then send again here.",
    ),
    "problem.confirm": Text("Bevestig eerst dat u het bent", "First confirm that it is you"),
    "problem.confirm_why": Text(
        "Voor deze handeling geeft u kort ervoor uw wachtwoord of tweede factor. Er is nog niets "
        "gedaan. Bevestig in een nieuw tabblad en verstuur daarna hier opnieuw.",
        "For this you give your password or second factor shortly before. Nothing was done yet. "
        "Confirm in a new tab, then send again here.",
    ),
    "problem.locked": Text("Even wachten", "Please wait"),
    "problem.locked_why": Text(
        "Er is te vaak een verkeerd wachtwoord of een verkeerde code gegeven. Probeer het over een "
        "uur opnieuw, of vraag een beheerder van uw organisatie.",
        "A wrong password or code was given too often. Try again in an hour, or ask an "
        "administrator of your organisation.",
    ),
    "problem.kept": Text("Wat u typte", "What you typed"),
    "problem.kept_why": Text(
        "Deze tekst staat alleen op deze pagina. Verstuur opnieuw, of neem de tekst over.",
        "This text is only on this page. Send it again, or copy the text.",
    ),
    "problem.kept_answer": Text("Het antwoord", "The answer"),
    "problem.kept_other": Text("Iets anders dat u invulde", "Something else you filled in"),
    "problem.again": Text("Opnieuw versturen", "Send again"),
    "problem.stale": Text("Iemand anders was u voor", "Somebody else was first"),
    "problem.refused": Text("Dit kan zo niet", "This cannot be done like this"),
    "problem.start": Text("Naar het begin", "To the start"),
}
