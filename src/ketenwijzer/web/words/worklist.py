"""Words of the worklist."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Werklijst", "Worklist"),
    "new": Text("Nieuw dossier", "New case"),
    "waits": Text("Dit wacht op u", "This waits for you"),
    # --- tabs and what waits
    "tab.mine": Text("Van mij", "Mine"),
    "tab.unassigned": Text("Van niemand", "Unassigned"),
    "tab.all": Text("Alles", "All"),
    "waiting.inbox": Text("doorverwijzingen om te beantwoorden", "referrals to answer"),
    "waiting.second_person": Text(
        "keer een tweede persoon nodig", "statements for a second person"
    ),
    "waiting.reviews": Text("keer noodtoegang te beoordelen", "broken glasses to review"),
    "nothing_waits": Text("Hier wacht niets meer.", "Nothing waits here any more."),
    # --- narrowing
    "narrow": Text("Lijst beperken, of een andere dag", "Narrow the list, or another day"),
    "show": Text("Tonen", "Show"),
    "everything": Text("Alles weer tonen", "Show everything again"),
    "due": Text("Wanneer", "When"),
    "due.late": Text("te laat", "overdue"),
    "due.today": Text("vandaag", "today"),
    "due.week": Text("komende 7 dagen", "next 7 days"),
    "due.none": Text("zonder dag", "without a day"),
    "phase": Text("Fase", "Phase"),
    "sign": Text("Teken", "Sign"),
    "sign.danger": Text("gevaar", "danger"),
    "sign.no_contact_plan": Text("geen contactplan", "no contact plan"),
    "sign.minor": Text("minderjarig of twijfel", "minor or in doubt"),
    "sign.escalated": Text("te lang blijven liggen", "left undone too long"),
    "sign.flag": Text("aandachtspunt", "flag"),
    "sign.closed": Text("gesloten", "closed"),
    "on": Text("Op deze dag", "On this day"),
    "known_at": Text("Met wat bekend was op", "As known at"),
    "known_at_hint": Text(
        "Laat leeg voor alles wat nu is vastgelegd.", "Leave empty for all that is recorded now."
    ),
    "save": Text("Lijst bewaren", "Save list"),
    "save_name": Text(
        "Bewaar deze lijst voor uw organisatie als", "Save this list for your organisation as"
    ),
    "save_name_hint": Text(
        "Collega’s zien de naam. Noem geen personen.", "Colleagues see the name. Name no persons."
    ),
    "saved": Text(
        "De lijst is bewaard. Collega’s vinden haar boven hun werklijst.",
        "The list was saved. Colleagues find it above their worklist.",
    ),
    "saved_lists": Text("Bewaarde lijsten", "Saved lists"),
    # --- columns and what stands in them
    "col.case": Text("Dossier", "Case"),
    "col.next": Text("Nu te doen", "To do next"),
    "col.due": Text("Wanneer", "When"),
    "col.signs": Text("Let op", "Take note"),
    "col.phase": Text("Fase", "Phase"),
    "col.hands": Text("Bij wie", "With whom"),
    "days_late": Text("{days} te laat", "{days} late"),
    "due_today": Text("vandaag", "today"),
    "in_days": Text("over {days}", "in {days}"),
    "no_day": Text("geen dag bepaald", "no day set"),
    "nothing_due": Text("Niets te doen", "Nothing to do"),
    "task.await_answer": Text(
        "Antwoord op een doorverwijzing afwachten", "Await the answer to a referral"
    ),
    "task.resolve_flag": Text("Aandachtspunt afhandelen", "Resolve a flag"),
    "task.refer_again": Text("Opnieuw doorverwijzen", "Refer again"),
    "task.answer_withdrawal": Text(
        "Antwoorden op ingetrokken toestemming", "Answer a withdrawal of consent"
    ),
    "task.follow_up": Text("Op een notitie terugkomen", "Come back to a note"),
    "task.review_glass": Text("Noodtoegang beoordelen", "Review a broken glass"),
    "task.somebody_searched": Text(
        "Iemand zocht naar haar: nagaan", "Somebody searched for her: find out"
    ),
    "task.barred_search": Text(
        "Iemand die is uitgesloten zocht naar haar", "Somebody who is barred searched for her"
    ),
    "task.second_person": Text(
        "Als tweede persoon bevestigen of weigeren", "Confirm or refuse as the second person"
    ),
    "task.confirm_ground": Text(
        "Andere grond als tweede persoon beoordelen", "Judge another ground as the second person"
    ),
    "task.confirm_seal": Text(
        "Verzegeling als tweede persoon beoordelen", "Judge a sealing as the second person"
    ),
    "task.welfare_check": Text("Nagaan hoe het met haar is", "Find out how she is"),
    "task.assign_again": Text("Een nieuwe behandelaar kiezen", "Choose who has it in hand next"),
    "task.request_access": Text(
        "Haar verzoek om inzage beantwoorden", "Answer her request for access"
    ),
    "task.request_rectification": Text(
        "Haar verzoek om verbetering beantwoorden", "Answer her request for rectification"
    ),
    "task.request_restriction": Text(
        "Haar verzoek om beperking beantwoorden", "Answer her request for restriction"
    ),
    "task.request_objection": Text("Haar bezwaar beantwoorden", "Answer her objection"),
    "task.request_complaint": Text("Haar klacht beantwoorden", "Answer her complaint"),
    # --- nothing here
    "empty.mine": Text("U hebt nu geen dossiers in behandeling.", "You have no cases in hand now."),
    "empty.mine_do": Text(
        "Neem een dossier dat van niemand is, of begin een nieuw.",
        "Take a case that nobody has, or begin a new one.",
    ),
    "empty.look": Text("Kijk wat van niemand is", "See what nobody has"),
    "empty.unassigned": Text("Elk dossier heeft iemand.", "Every case has somebody."),
    "empty.unassigned_do": Text(
        "Komt er een bij, dan ziet u dat hier.", "If another comes, you see it here."
    ),
    "empty.all": Text(
        "Uw organisatie heeft nog geen dossiers.", "Your organisation has no cases yet."
    ),
    "empty.all_do": Text(
        "Ze komen hier als iemand er een opent of een doorverwijzing aanvaardt.",
        "They come here when somebody opens one or accepts a referral.",
    ),
    "empty.narrowed": Text("Niets past bij wat u koos.", "Nothing fits what you chose."),
    "empty.then": Text("Op die dag stond hier niets.", "Nothing stood here on that day."),
    "empty.then_do": Text(
        "Kies een latere dag, of een ander tabblad.", "Choose a later day, or another tab."
    ),
    "then": Text(
        "De werklijst op {on}, met wat was vastgelegd op {known}, op volgorde van registratie.",
        "The worklist on {on}, with what had been recorded by {known}, in order of registration.",
    ),
}
