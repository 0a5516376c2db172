"""Words of the administration of an organisation and of the directory of partners."""

from ...engine.vocabulary import Text

WORDS = {
    # --- the people of an organisation
    "people": Text("Medewerkers", "People"),
    "person": Text("Medewerker", "Person"),
    "add": Text("Medewerker toevoegen", "Add a person"),
    "add_do": Text("Toevoegen en startcode maken", "Add and make a start code"),
    "add_why": Text(
        "U krijgt één keer een startcode te zien. Geef die persoonlijk, niet per e-mail.",
        "You will see a start code once. Give it in person, not by e-mail.",
    ),
    "username_hint": Text(
        "Waarmee iemand zich aanmeldt. Kies geen e-mailadres.",
        "With which somebody signs in. Do not choose an e-mail address.",
    ),
    "role_hint": Text(
        "Analisten en beheerders zien geen dossiers. Coördinatoren en leidinggevenden zien alle "
        "dossiers van de organisatie.",
        "Analysts and administrators see no cases. Coordinators and supervisors see all cases of "
        "the organisation.",
    ),
    "access": Text("Toegang", "Access"),
    "active": Text("actief", "active"),
    "gone": Text("geen toegang meer", "no longer has access"),
    "not_started": Text("nog niet begonnen", "has not started yet"),
    "name_and_role": Text("Naam en rol", "Name and role"),
    "own_role": Text(
        "Uw eigen rol en toegang verandert u niet zelf. Vraag een andere beheerder.",
        "You do not change your own role and access. Ask another administrator.",
    ),
    "code_for": Text("Startcode voor {name}", "Start code for {name}"),
    "code_why": Text(
        "Deze code ziet u alleen nu. Hij werkt één keer en verloopt na drie dagen. Geef hem "
        "persoonlijk. Wie hem gebruikt, kiest een wachtwoord en stelt een tweede factor in.",
        "You see this code only now. It works once and expires after three days. Give it in "
        "person. Whoever uses it chooses a password and sets up a second factor.",
    ),
    "new_code": Text("Nieuwe startcode maken", "Make a new start code"),
    "new_code_why": Text(
        "Voor wie het wachtwoord vergat. De tweede factor blijft zoals hij is.",
        "For somebody who forgot the password. The second factor stays as it is.",
    ),
    "sso_why": Text(
        "Koppel de account waarmee uw organisatie deze persoon aanmeldt. De eerste keer wordt ook "
        "de eigen tweede factor gevraagd. De persoon wordt nu overal afgemeld en ziet de koppeling "
        "bij Mijn account.",
        "Link the account with which your organisation signs this person in. The first time their "
        "own second factor is asked too. The person is signed out everywhere now, and sees the "
        "link under My account.",
    ),
    "sso_subject": Text("Kenmerk bij de aanmelddienst (sub)", "Subject at the provider (sub)"),
    "sso_subject_hint": Text(
        "Zoals de aanmelddienst van uw organisatie het noemt. Nooit een e-mailadres.",
        "As the sign-in service of your organisation calls it. Never an e-mail address.",
    ),
    "sso_link": Text("Koppelen", "Link"),
    "sso_unlink": Text("Koppeling beëindigen", "End the link"),
    "sso_saved": Text("De koppeling is gewijzigd.", "The link was changed."),
    "sso_wrong": Text(
        "Geef het kenmerk, hooguit 255 tekens.", "Give the subject, 255 characters at most."
    ),
    "let_go": Text("Toegang beëindigen", "End access"),
    "let_go_why": Text(
        "Werkt meteen, overal. Dossiers die deze persoon in behandeling had, komen bij de niet "
        "toegewezen dossiers van de organisatie.",
        "Works at once, everywhere. Cases that this person had in hand come among the unassigned "
        "cases of the organisation.",
    ),
    "let_go_done": Text(
        "De toegang is beëindigd. Dossiers die nu niemand in behandeling heeft: {count}.",
        "Access has ended. Cases that nobody has in hand now: {count}.",
    ),
    "let_return": Text("Weer toegang geven", "Give access again"),
    "organisation_phone": Text("Telefoon van de organisatie", "Telephone of the organisation"),
    "changes": Text("Laatste wijzigingen", "Last changes"),
    "changes_none": Text("Er is nog niets gewijzigd.", "Nothing was changed yet."),
    "part": Text("Meedoen", "Taking part"),
    "part_why": Text(
        "Stopt uw organisatie, dan opent niemand van haar nog een dossier, en verwijst niemand "
        "naar haar door. Wat bij haar wacht, gaat terug naar wie het stuurde.",
        "If your organisation stops, nobody of it opens a case any more, and nobody refers to it. "
        "What waits with it goes back to whoever sent it.",
    ),
    "part_owned": Text(
        "Dat kan nog niet. Uw organisatie is eigenaar van open dossiers: {count}. Laat een collega "
        "die eerst overdragen of sluiten.",
        "That cannot be done yet. Your organisation owns open cases: {count}. Have a colleague "
        "hand them over or close them first.",
    ),
    "part_none": Text(
        "Uw organisatie doet niet mee: niemand van haar kan een dossier openen.",
        "Your organisation takes no part: nobody of it can open a case.",
    ),
    "stop_part": Text("Stoppen met meedoen", "Stop taking part"),
    "take_part": Text("Weer meedoen", "Take part again"),
    "part_stopped": Text(
        "Uw organisatie doet niet meer mee.", "Your organisation takes no part any more."
    ),
    "part_taken": Text("Uw organisatie doet weer mee.", "Your organisation takes part again."),
    "deed.stopped_part": Text("gestopt met meedoen", "stopped taking part"),
    "deed.takes_part": Text("doet weer mee", "takes part again"),
    "deed.added": Text("toegevoegd", "added"),
    "deed.role_changed": Text("rol gewijzigd", "role changed"),
    "deed.let_go": Text("toegang beëindigd", "access ended"),
    "deed.let_return": Text("weer toegang", "access again"),
    "deed.start_code": Text("nieuwe startcode", "new start code"),
    "deed.on_call": Text("ingeroosterd", "put on the roster"),
    "deed.off_call": Text("van het rooster", "taken off the roster"),
    "deed.stands_in": Text("neemt waar", "stands in"),
    "deed.stands_in_no_more": Text("neemt niet meer waar", "no longer stands in"),
    "deed.reset_asked": Text("tweede factor vergeten: gevraagd", "forget second factor: asked"),
    "deed.reset_approved": Text(
        "tweede factor vergeten: goedgekeurd", "forget second factor: approved"
    ),
    "deed.reset_done": Text("tweede factor vergeten", "second factor forgotten"),
    "deed.sso_linked": Text(
        "aanmelding via de organisatie gekoppeld", "sign-in through the organisation linked"
    ),
    "deed.sso_unlinked": Text("koppeling van de aanmelding beëindigd", "link of the sign-in ended"),
    "deed.reset_stopped": Text(
        "tweede factor vergeten: tegengehouden", "forget second factor: stopped"
    ),
    # --- second factors to forget
    "resets": Text("Tweede factor vergeten", "Forget a second factor"),
    "resets_why": Text(
        "Daar zijn twee mensen voor nodig, en een dag wachten: zo kan de persoon het tegenhouden "
        "als iemand zich voordoet als hem of haar.",
        "This takes two people and a day of waiting: so the person can stop it if somebody poses "
        "as him or her.",
    ),
    "asked_by": Text("Gevraagd door", "Asked by"),
    "approved_by": Text("Goedgekeurd door", "Approved by"),
    "possible_from": Text("Kan vanaf", "Possible from"),
    "not_yet": Text("nog niet", "not yet"),
    "reset_ask": Text("Tweede factor laten vergeten", "Have the second factor forgotten"),
    "reset_asked": Text(
        "Gevraagd. Een tweede persoon moet dit goedkeuren.",
        "Asked. A second person must approve this.",
    ),
    "reset_runs": Text(
        "Er loopt al een verzoek voor deze persoon.", "There is already a request for this person."
    ),
    "reset_approve": Text("Goedkeuren", "Approve"),
    "reset_carry_out": Text("Nu vergeten", "Forget now"),
    "reset_approve_done": Text(
        "Goedgekeurd. De wachttijd loopt.", "Approved. The waiting period runs."
    ),
    "reset_carry_out_done": Text(
        "De tweede factor is vergeten. De persoon stelt bij het aanmelden een nieuwe in.",
        "The second factor was forgotten. The person sets up a new one on signing in.",
    ),
    "reset_stop_done": Text("Tegengehouden.", "Stopped."),
    # --- the roster
    "roster": Text("Wie bereikbaar is", "Who is on call"),
    "roster_why": Text(
        "Dit staat op elke pagina van uw collega's onder ‘Gevaar nu’, en bij de partners.",
        "This stands on every page of your colleagues under ‘Danger now’, and with the partners.",
    ),
    "roster_empty": Text("Het rooster is leeg", "The roster is empty"),
    "roster_empty_why": Text(
        "Zonder rooster weet een collega in gevaar niet wie te bellen.",
        "Without a roster a colleague in danger does not know whom to call.",
    ),
    "roster_add": Text("Inroosteren", "Put on the roster"),
    "on_call": Text("Wie", "Who"),
    "starts": Text("Vanaf", "From"),
    "ends": Text("Tot", "Until"),
    "now": Text("nu", "now"),
    "phone": Text("Telefoon", "Telephone"),
    "phone_hint": Text("Bijvoorbeeld +31 20 123 45 67.", "For example +31 20 123 45 67."),
    "phone_wrong": Text(
        "Geef een telefoonnummer: cijfers, spaties en eventueel een plus.",
        "Give a telephone number: digits, spaces and perhaps a plus.",
    ),
    "no_moment": Text(
        "Geef een dag en een tijd, zoals 2026-05-04T09:00.",
        "Give a day and a time, such as 2026-05-04T09:00.",
    ),
    # --- the directory of partners
    "partners": Text("Partners", "Partners"),
    "partners_why": Text(
        "Wie in de keten wat doet, en wie nu te bellen is.",
        "Who does what in the mechanism, and whom to call now.",
    ),
    "kind": Text("Soort", "Kind"),
    "region": Text("Regio", "Region"),
    "all": Text("alle", "all"),
    "filter": Text("Tonen", "Show"),
    "own": Text("uw organisatie", "your organisation"),
    "on_paper": Text("op papier of per telefoon", "on paper or by phone"),
    "by_referral": Text(
        "Alleen via een doorverwijzing of de helpdesk", "Only by referral or through the helpdesk"
    ),
    "on_call_now": Text("Nu bereikbaar", "On call now"),
    "partners_none": Text("Geen partner gevonden", "No partner found"),
    "partners_all": Text("Alle partners tonen", "Show all partners"),
}
