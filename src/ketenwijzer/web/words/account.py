"""Words of signing in and of one's own account."""

from ...engine.vocabulary import Text

WORDS = {
    # --- signing in
    "sign_in": Text("Aanmelden", "Sign in"),
    "username": Text("Aanmeldnaam", "Sign-in name"),
    "password": Text("Wachtwoord", "Password"),
    "with_passkey": Text("Aanmelden met een passkey", "Sign in with a passkey"),
    "first_time": Text(
        "Eerste keer, of een nieuw wachtwoord nodig? Gebruik uw startcode.",
        "First time, or in need of a new password? Use your start code.",
    ),
    "sign_out_why": Text(
        "U kunt daarna pas weer verder als u zich aanmeldt.",
        "After this you can go on only by signing in.",
    ),
    "signed_out": Text("U bent afgemeld.", "You have been signed out."),
    "inactive": Text("Dit account is niet actief", "This account is not active"),
    "inactive_why": Text(
        "Vraag de beheerder van uw organisatie.", "Ask the administrator of your organisation."
    ),
    "doors": Text("Meekijken in de demonstratie", "Look around in the demonstration"),
    "doors_why": Text(
        "Kies als wie u meekijkt. Dit bestaat alleen in de demonstratie, op deze computer.",
        "Choose as whom you look around. This exists only in the demonstration, on this machine.",
    ),
    "demonstration_password": Text(
        "In de demonstratie is het wachtwoord van iedereen: {password}",
        "In the demonstration everybody's password is: {password}",
    ),
    # --- through one's own organisation
    "sso": Text("Aanmelden via uw organisatie", "Signing in through your organisation"),
    "sso_begin": Text("Aanmelden via uw organisatie", "Sign in through your organisation"),
    "sso_confirm": Text(
        "Bevestigen via de aanmelding van uw organisatie",
        "Confirm through the sign-in of your organisation",
    ),
    "sso_since": Text("Gekoppeld op {since}.", "Linked at {since}."),
    "sso_left_why": Text(
        "Bij uw organisatie bent u misschien nog aangemeld. Wie na u deze computer gebruikt, komt "
        "dan zonder wachtwoord binnen. Meld u daar ook af.",
        "You may still be signed in at your organisation. Whoever uses this computer after you "
        "would then get in without a password. Sign out there as well.",
    ),
    "sso_left_by_hand": Text(
        "Bij uw organisatie bent u misschien nog aangemeld. Meld u ook daar af, of sluit alle "
        "vensters van de browser.",
        "You may still be signed in at your organisation. Sign out there as well, or close all "
        "windows of the browser.",
    ),
    "sso_leave": Text("Ook bij mijn organisatie afmelden", "Sign out at my organisation too"),
    # --- starting with a code
    "start": Text("Beginnen met een startcode", "Begin with a start code"),
    "start_why": Text(
        "U kreeg de code van de beheerder van uw organisatie. Kies hier uw wachtwoord; daarna "
        "meldt u zich aan en stelt u een tweede factor in.",
        "You were given the code by the administrator of your organisation. Choose your password "
        "here; then sign in and set up a second factor.",
    ),
    "start_code": Text("Startcode", "Start code"),
    "new_password": Text("Nieuw wachtwoord", "New password"),
    "password_again": Text("Nogmaals het wachtwoord", "The password once more"),
    "password_hint": Text(
        "Minstens 12 tekens. Een zin van een paar woorden is goed.",
        "At least 12 characters. A sentence of a few words is good.",
    ),
    "password_differs": Text(
        "De twee wachtwoorden zijn niet gelijk.", "The two passwords are not the same."
    ),
    "started": Text("Uw wachtwoord is gezet. Meld u nu aan.", "Your password is set. Now sign in."),
    # --- confirming
    "confirm": Text("Bevestig dat u het bent", "Confirm that it is you"),
    "confirm_why": Text(
        "Voor wat u wilt doen, vragen we het nog een keer.",
        "For what you are about to do, we ask once more.",
    ),
    "confirm_do": Text("Bevestigen", "Confirm"),
    "or_with": Text("Of met:", "Or with:"),
    "confirmed": Text(
        "Bevestigd. Ga terug naar het andere tabblad en verstuur daar opnieuw.",
        "Confirmed. Go back to the other tab and send again there.",
    ),
    # --- second factors
    "second_factor": Text("Tweede factor", "Second factor"),
    "second_factor_ask": Text(
        "Geef de code uit uw app, of een herstelcode, of gebruik uw passkey.",
        "Give the code from your app, or a recovery code, or use your passkey.",
    ),
    "code_hint": Text("6 cijfers, of een herstelcode.", "6 digits, or a recovery code."),
    "second_factor_first": Text(
        "Stel eerst een tweede factor in: een passkey of een app met codes. Daarna kunt u verder.",
        "First set up a second factor: a passkey or an app with codes. Then you can go on.",
    ),
    "second_factors": Text("Tweede factoren", "Second factors"),
    "second_factors_why": Text(
        "Wie uw wachtwoord weet, komt er zonder tweede factor niet in.",
        "Whoever knows your password does not get in without a second factor.",
    ),
    "last_factor": Text(
        "Uw laatste tweede factor kunt u niet verwijderen. Voeg eerst een andere toe.",
        "You cannot remove your last second factor. First add another one.",
    ),
    "passkeys": Text("Passkeys", "Passkeys"),
    "passkeys_none": Text("U hebt nog geen passkey.", "You have no passkey yet."),
    "passkey_add": Text("Passkey toevoegen", "Add a passkey"),
    "passkey_why": Text(
        "Een passkey staat op uw telefoon, computer of beveiligingssleutel. Een nagemaakte site "
        "kan er niets mee.",
        "A passkey is on your telephone, computer or security key. A forged site can do nothing "
        "with it.",
    ),
    "passkey_script": Text(
        "Hiervoor moet JavaScript aan staan. Zonder kunt u een app met codes gebruiken.",
        "This needs JavaScript. Without it you can use an app with codes.",
    ),
    "passkey_name": Text("Naam van de passkey", "Name of the passkey"),
    "passkey_alone": Text(
        "Ook gebruiken om zonder wachtwoord aan te melden",
        "Also use it to sign in without a password",
    ),
    "passkey_alone_why": Text(
        "Uw toestel vraagt dan om een pincode, vingerafdruk of gezicht.",
        "Your device then asks for a PIN, a fingerprint or your face.",
    ),
    "passkey_rename": Text("Naam wijzigen", "Rename"),
    "passkey_remove": Text("Passkey verwijderen", "Remove a passkey"),
    "passkey_added": Text("De passkey is toegevoegd.", "The passkey was added."),
    "passkey_removed": Text("De passkey is verwijderd.", "The passkey was removed."),
    "passkey_failed": Text(
        "De passkey is niet gebruikt: het is afgebroken, of dit toestel kent hem of u niet. "
        "Probeer het opnieuw, of kies een andere manier.",
        "The passkey was not used: it was cancelled, or this device does not know it or you. Try "
        "again, or choose another way.",
    ),
    "use_passkey": Text("Passkey gebruiken", "Use a passkey"),
    "manage": Text("Beheren", "Manage"),
    "app": Text("App met codes", "App with codes"),
    "app_on": Text("Ingesteld.", "Set up."),
    "app_off": Text("Niet ingesteld.", "Not set up."),
    "app_add": Text("App met codes instellen", "Set up an app with codes"),
    "app_scan": Text(
        "Scan dit met de app. In de app heet dit KW; er staat nergens waarvoor het is.",
        "Scan this with the app. In the app it is called KW; nothing says what it is for.",
    ),
    "app_picture": Text("Vierkante code om te scannen", "Square code to scan"),
    "app_secret": Text("Of typ dit in de app:", "Or type this into the app:"),
    "app_code": Text("De 6 cijfers die de app nu toont.", "The 6 digits that the app shows now."),
    "app_activate": Text("Instellen", "Set up"),
    "app_added": Text("De app met codes is ingesteld.", "The app with codes is set up."),
    "app_remove": Text("App met codes verwijderen", "Remove the app with codes"),
    "app_remove_why": Text(
        "Codes uit de app werken daarna niet meer.", "Codes from the app no longer work then."
    ),
    "app_removed": Text("De app met codes is verwijderd.", "The app with codes was removed."),
    "recovery": Text("Herstelcodes", "Recovery codes"),
    "recovery_why": Text(
        "Voor als u uw telefoon of sleutel kwijt bent. Elke code werkt één keer. Bewaar ze op "
        "papier, niet op uw telefoon.",
        "For when you lose your telephone or key. Each code works once. Keep them on paper, not on "
        "your telephone.",
    ),
    "recovery_show": Text("Tonen", "Show"),
    "recovery_new": Text("Nieuwe herstelcodes maken", "Make new recovery codes"),
    "recovery_new_why": Text(
        "De oude codes werken daarna niet meer.", "The old codes no longer work then."
    ),
    "recovery_made": Text("Er zijn nieuwe herstelcodes.", "There are new recovery codes."),
    # --- sessions
    "sessions": Text("Waar u bent aangemeld", "Where you are signed in"),
    "sessions_why": Text(
        "Herkent u iets niet? Meld de andere af en wijzig uw wachtwoord.",
        "Is something unfamiliar? Sign out the others and change your password.",
    ),
    "since": Text("Sinds", "Since"),
    "last_used": Text("Laatst gebruikt", "Last used"),
    "browser": Text("Browser", "Browser"),
    "from": Text("Netwerkadres", "Network address"),
    "this_one": Text("deze", "this one"),
    "what_to_do": Text("Wijzigen", "Change"),
    "sign_out_others": Text("Alle andere afmelden", "Sign out all others"),
    "others_signed_out": Text("De andere zijn afgemeld.", "The others were signed out."),
    # --- one's own account
    "own": Text("Mijn account", "My account"),
    "you": Text("Wie u bent", "Who you are"),
    "name": Text("Naam", "Name"),
    "organisation": Text("Organisatie", "Organisation"),
    "role": Text("Rol", "Role"),
    "role_by_other": Text(
        "Uw naam en rol wijzigt een beheerder van uw organisatie.",
        "Your name and role are changed by an administrator of your organisation.",
    ),
    "language": Text("Taal", "Language"),
    "change_password": Text("Wachtwoord wijzigen", "Change password"),
    "password_changed": Text("Uw wachtwoord is gewijzigd.", "Your password was changed."),
    "safety": Text("Aanmelden en veiligheid", "Signing in and safety"),
    "saved": Text("Bewaard.", "Saved."),
    "not_set": Text("nog niet ingesteld", "not set up yet"),
    "set": Text("ingesteld", "set up"),
    # --- who stands in
    "deputies": Text("Wie voor u waarneemt", "Who stands in for you"),
    "deputies_why": Text(
        "Wie waarneemt, ziet in die dagen de dossiers die u in behandeling hebt.",
        "Whoever stands in sees, on those days, the cases that you have in hand.",
    ),
    "deputies_none": Text("Niemand neemt nu voor u waar.", "Nobody stands in for you now."),
    "deputy": Text("Collega", "Colleague"),
    "starts": Text("Vanaf", "From"),
    "ends": Text("Tot en met", "Until and including"),
    "deputy_add": Text("Laten waarnemen", "Let stand in"),
    "deputy_stop": Text("Beëindigen", "End"),
    # --- a reset that was asked
    "reset": Text(
        "Er is gevraagd om uw tweede factor te vergeten",
        "Somebody asked to have your second factor forgotten",
    ),
    "reset_why": Text(
        "Gevraagd door {by}. Was dat niet uw bedoeling? Houd het dan nu tegen en waarschuw uw "
        "leidinggevende.",
        "Asked by {by}. Was that not what you wanted? Then stop it now and warn your supervisor.",
    ),
    "reset_due": Text("Het kan gebeuren vanaf {due}.", "It can happen from {due}."),
    "reset_stop": Text("Tegenhouden", "Stop it"),
    "reset_stopped": Text("Tegengehouden.", "Stopped."),
}
