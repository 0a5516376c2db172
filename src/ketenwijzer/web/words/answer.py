"""Words of answering a referral: the boxes, and one referral as its receiver reads it."""

from ...engine.vocabulary import Text

WORDS = {
    # --- the boxes
    "inbox": Text("Postvak in", "Inbox"),
    "inbox_why": Text("Wat partners u vragen.", "What partners ask of you."),
    "outbox": Text("Postvak uit", "Outbox"),
    "outbox_why": Text(
        "Wat u partners vroeg, in dossiers die u kunt openen.",
        "What you asked of partners, in cases that you can open.",
    ),
    "shelf": Text("Doorverwijzingen", "Referrals"),
    "shelf.waiting": Text("Wacht op antwoord", "Awaits an answer"),
    "shelf.answered": Text("Beantwoord", "Answered"),
    "inbox_empty": Text("Er wacht niets", "Nothing waits"),
    "inbox_empty_why": Text(
        "Nieuwe vragen van partners komen hier vanzelf.",
        "New questions of partners come here by themselves.",
    ),
    "outbox_empty": Text("Er staat niets uit", "Nothing is outstanding"),
    "outbox_empty_why": Text("Verwijs door vanuit een dossier.", "Refer from within a case."),
    # --- one referral, as its receiver
    "received.title": Text("Een partner vraagt uw hulp", "A partner asks your help"),
    "received.why": Text(
        "Meer leest u pas nadat u aanvaardt.", "You read more only after you accept."
    ),
    "received.call": Text("Telefoon van wie vraagt", "Telephone of whoever asks"),
    "received.owner": Text(
        "Dit is een overdracht: als u aanvaardt, is uw organisatie eigenaar van het dossier.",
        "This is a hand-over: if you accept, your organisation owns the case.",
    ),
    "accept": Text("Aanvaarden", "Accept"),
    "accept_me": Text("Aanvaarden en zelf behandelen", "Accept and handle it myself"),
    "accept_team": Text("Aanvaarden voor mijn organisatie", "Accept for my organisation"),
    "decline": Text("Niet aanvaarden", "Decline"),
    "decline_title": Text("Niet aanvaarden", "Decline"),
    "decline_why": Text(
        "Wie doorverwees krijgt uw antwoord meteen als taak en moet verder kunnen.",
        "Whoever referred gets your answer at once as a task and must be able to go on.",
    ),
    "decline_reason": Text("Waarom niet?", "Why not?"),
    "decline_reason_hint": Text("Schrijf niets over haar persoon.", "Write nothing about her."),
    "other_partner": Text("Wie kan wel helpen?", "Who can help?"),
    "other_partner_hint": Text("Als u iemand weet.", "If you know somebody."),
    "other_service": Text("Is iets anders beter?", "Is something else better?"),
    "alternative": Text("Wat raadt u aan?", "What do you advise?"),
    "alternative_hint": Text(
        "Bijvoorbeeld: volgende week is er plaats.", "For example: there is a place next week."
    ),
    "accepted": Text(
        "U hebt aanvaard. Uw organisatie werkt nu mee in dit dossier.",
        "You accepted. Your organisation now takes part in this case.",
    ),
    "declined": Text(
        "Uw antwoord is verstuurd. Wie doorverwees zoekt verder.",
        "Your answer was sent. Whoever referred looks further.",
    ),
    "to_case": Text("Naar het dossier", "To the case"),
    "not_yours": Text(
        "Een collega van uw organisatie heeft dit in behandeling.",
        "A colleague of your organisation has this in hand.",
    ),
    "done": Text("Afronden", "Finish"),
    "done_title": Text("Doorverwijzing afronden", "Finish the referral"),
    "done_why": Text(
        "Hierna werkt uw organisatie niet meer mee in dit dossier, tenzij er nog iets loopt.",
        "After this your organisation no longer takes part in this case, unless something else "
        "runs.",
    ),
    "outcome": Text("Wat is er gedaan?", "What was done?"),
    "outcome_hint": Text(
        "Wie doorverwees en de eigenaar lezen dit.", "Whoever referred and the owner read this."
    ),
    "finished": Text("De doorverwijzing is afgerond.", "The referral was finished."),
    "it_ended": Text("Hier is niets meer te doen.", "There is nothing left to do here."),
}
