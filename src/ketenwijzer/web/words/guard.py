"""Words of guarding, assigning, closing, joining and sealing."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Veiligheid en beheer", "Safety and file"),
    "why": Text(
        "Wat ieder moet weten, wie hier niet bij mag, en wie in nood keek.",
        "What everyone must know, who must not come near, and who looked in an emergency.",
    ),
    # --- tasks
    "tasks": Text("Taken", "Tasks"),
    "tasks_empty": Text("Er staat geen taak open.", "No task is open."),
    "task.refer_again": Text(
        "Verwijs opnieuw door: er kwam geen hulp", "Refer again: no help came"
    ),
    "task.answer_withdrawal": Text(
        "Antwoord wat er met een kopie gebeurt", "Answer what becomes of a copy"
    ),
    "task.confirm_ground": Text(
        "Een tweede persoon moet een grond beoordelen", "A second person must judge a ground"
    ),
    "task.follow_up": Text("Kom terug op een notitie", "Come back to a note"),
    "task.review_glass": Text("Beoordeel een noodtoegang", "Review a broken glass"),
    "task.welfare_check": Text(
        "Zij is vermist gemeld. Ga na hoe het met haar is",
        "She was reported missing. Find out how she is",
    ),
    "task.confirm_seal": Text(
        "Beoordeel als tweede persoon een verzegeling", "Judge a sealing as the second person"
    ),
    "task.assign_again": Text(
        "Niemand heeft dit in behandeling: wijs toe", "Nobody has this in hand: assign it"
    ),
    "task.somebody_searched": Text(
        "Een andere organisatie zocht naar iemand als zij",
        "Another organisation searched for somebody like her",
    ),
    "task.barred_search": Text(
        "Wie is uitgesloten, zocht naar iemand als zij",
        "Somebody who is barred searched for somebody like her",
    ),
    "task.second_person": Text(
        "Een tweede persoon moet iets bevestigen", "A second person must confirm something"
    ),
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
    "task_late": Text("te lang open", "open for too long"),
    "task_do": Text("Gedaan", "Done"),
    "task_title": Text("Taak gedaan", "Task done"),
    "task_outcome": Text("Wat was de uitkomst?", "What was the outcome?"),
    "task_done": Text("De taak is gedaan.", "The task is done."),
    # --- signs
    "signs": Text("Aandachtspunten", "Flags"),
    "signs_why": Text(
        "Ieder die betrokken is ziet dat ze er zijn; de toelichting leest wie contact en "
        "veiligheid ziet.",
        "Everyone involved sees that they are there; whoever sees contact and safety reads the "
        "explanation.",
    ),
    "signs_empty": Text("Er is geen aandachtspunt.", "There is no flag."),
    "new_flag": Text("Aandachtspunt plaatsen", "Raise a flag"),
    "flag": Text("Wat is er?", "What is the matter?"),
    "flags.danger": Text("gevaar", "danger"),
    "flags.keep_apart": Text("gescheiden houden", "keep apart"),
    "flags.interpreter": Text("tolk", "interpreter"),
    "flags.minor_or_unsure": Text("kind, of misschien een kind", "a child, or perhaps a child"),
    "flags.missing": Text("vermist", "missing"),
    "flags.legal_hold": Text(
        "bewaarplicht: niet wissen zolang dit er staat",
        "legal hold: not to be erased while this stands",
    ),
    "flags.other": Text("iets anders", "something else"),
    "message": Text("Toelichting", "Explanation"),
    "message_hint": Text(
        "Wie contact en veiligheid ziet leest dit: geen adres, niets over gezondheid.",
        "Whoever sees contact and safety reads this: no address, nothing about health.",
    ),
    "due": Text("Vóór of op", "By"),
    "due_hint": Text(
        "De eigenaar krijgt het die dag als taak.", "The owner gets it as a task that day."
    ),
    "flag_raised": Text("Het aandachtspunt staat erop.", "The flag was raised."),
    "resolve": Text("Afhandelen", "Resolve"),
    "resolve_title": Text("Aandachtspunt afhandelen", "Resolve the flag"),
    "flag_resolved": Text("Het aandachtspunt is afgehandeld.", "The flag was resolved."),
    "resolved": Text("afgehandeld", "resolved"),
    "by": Text("door", "by"),
    "reason": Text("Waarom?", "Why?"),
    # --- bars
    "bars": Text("Uitgesloten", "Barred"),
    "bars_why": Text(
        "Wie is uitgesloten, hoort dat nooit: voor die persoon of organisatie bestaat dit dossier "
        "niet. Alleen uw leidinggevenden en coördinatoren zien deze lijst.",
        "Whoever is barred is never told: for that person or organisation this case does not "
        "exist. "
        "Only your supervisors and coordinators see this list.",
    ),
    "bars_empty": Text("Niemand is uitgesloten.", "Nobody is barred."),
    "new_bar": Text("Iemand uitsluiten", "Bar somebody"),
    "bar_why": Text(
        "Sluit uit wie haar in gevaar kan brengen: ook een verdachte verwant die bij een partner "
        "werkt. Noodtoegang komt hier niet langs. Wat daar nog op antwoord wacht, wordt "
        "ingetrokken.",
        "Bar whoever may endanger her: also a suspected relative who works at a partner. A broken "
        "glass does not pass this. What still awaits an answer there is withdrawn.",
    ),
    "organisation": Text("Een organisatie", "An organisation"),
    "member": Text("Of één persoon", "Or one person"),
    "member_hint": Text(
        "De naam waarmee die zich aanmeldt. Kijk die goed na: u hoort niet of de naam bestaat.",
        "The name with which that person signs in. Check it well: you are not told whether it is "
        "anybody's.",
    ),
    "bar_reason_hint": Text(
        "Alleen uw eigen organisatie leest dit.", "Only your own organisation reads this."
    ),
    "barred": Text("De uitsluiting geldt vanaf nu.", "The bar holds from now."),
    "lift": Text("Opheffen", "Lift"),
    "lift_title": Text("Uitsluiting opheffen", "Lift the bar"),
    "lifted": Text("De uitsluiting is opgeheven.", "The bar was lifted."),
    "since": Text("sinds", "since"),
    # --- the glass
    "glasses": Text("Noodtoegang", "Broken glass"),
    "glasses_empty": Text("Niemand nam noodtoegang.", "Nobody broke the glass."),
    "glass_title": Text("Noodtoegang", "Break the glass"),
    "glass_why": Text(
        "Alleen als iemand nu gevaar loopt en wachten niet kan. U leest één onderdeel, {hours} uur "
        "lang, nooit adressen of contactgegevens. Het wordt vastgelegd, de eigenaar hoort het "
        "meteen en beoordeelt het.",
        "Only if somebody is in danger now and waiting is impossible. You read one section, for "
        "{hours} hours, never addresses or contact details. It is logged, the owner hears of it at "
        "once and reviews it.",
    ),
    "number": Text("Nummer van het dossier", "Number of the case"),
    "number_hint": Text("Bijvoorbeeld K7Q2-34BC.", "For example K7Q2-34BC."),
    "section": Text("Welk onderdeel?", "Which section?"),
    "section_hint": Text("Eén tegelijk.", "One at a time."),
    "glass_reason": Text("Wat is er aan de hand?", "What is going on?"),
    "glass_reason_hint": Text("De eigenaar leest dit.", "The owner reads this."),
    "glass_do": Text("Noodtoegang nemen", "Break the glass"),
    "glass_broken": Text(
        "U hebt noodtoegang. Het is vastgelegd en de eigenaar hoort het.",
        "You broke the glass. It was logged and the owner hears of it.",
    ),
    "glass_until": Text("tot", "until"),
    "glass_open": Text("open", "open"),
    "review": Text("Beoordelen", "Review"),
    "review_title": Text("Noodtoegang beoordelen", "Review the broken glass"),
    "verdict": Text("Was het terecht?", "Was it justified?"),
    "verdicts.justified": Text("terecht", "justified"),
    "verdicts.not_justified": Text("niet terecht", "not justified"),
    "remark": Text("Opmerking", "Remark"),
    "reviewed": Text("Uw oordeel is vastgelegd.", "Your verdict was recorded."),
    # --- in hand
    "in_hand": Text("Wie heeft dit in behandeling?", "Who has this in hand?"),
    "hand_title": Text("In behandeling", "In hand"),
    "hand_why": Text(
        "Een medewerker neemt wat niemand heeft of geeft terug; een coördinator of leidinggevende "
        "wijst toe.",
        "A worker takes what nobody has or gives it back; a coordinator or supervisor assigns.",
    ),
    "nobody": Text("niemand: terug naar de organisatie", "nobody: back to the organisation"),
    "handed": Text("Dat is vastgelegd.", "That was recorded."),
    # --- closing
    "file": Text("Het dossier zelf", "The file itself"),
    "close": Text("Dossier sluiten", "Close the case"),
    "close_why": Text(
        "Een gesloten dossier blijft leesbaar voor wie betrokken is, en kan weer open.",
        "A closed case can still be read by whoever is involved, and can be reopened.",
    ),
    "close_first": Text("Dit moet eerst", "This comes first"),
    "close_waiting": Text(
        "Er wacht nog een doorverwijzing op antwoord.", "A referral still awaits an answer."
    ),
    "close_tasks": Text("Er staat nog een taak open:", "A task is still open:"),
    "close_running": Text(
        "Partners werken nog aan dit dossier. Overleg eerst met hen.",
        "Partners still work on this case. Talk with them first.",
    ),
    "closing": Text("Waarom?", "Why?"),
    "closings.goals_reached": Text("wat zij wilde is bereikt", "what she wanted was reached"),
    "closings.her_wish": Text("zij wil niet verder", "she does not want to go on"),
    "closings.departure": Text("zij is vertrokken", "she has left"),
    "closings.other_mechanism": Text(
        "een ander land of stelsel nam het over", "another country or scheme took over"
    ),
    "closings.no_contact": Text("er is geen contact meer", "there is no contact any more"),
    "closings.other": Text("iets anders", "something else"),
    "closing_explained": Text("Toelichting", "Explanation"),
    "closed": Text("Het dossier is gesloten.", "The case was closed."),
    "reopen": Text("Dossier heropenen", "Reopen the case"),
    "reopening": Text("Waarom gaat het weer open?", "Why is it reopened?"),
    "reopened": Text("Het dossier is weer open.", "The case is open again."),
    # --- joining
    "join": Text("Twee dossiers samenvoegen", "Join two files"),
    "join_why": Text(
        "Staat zij er twee keer in? Zoek het andere dossier op nummer. Beide moeten van uw "
        "organisatie zijn. Elk houdt zijn eigen geschiedenis, en het kan ongedaan.",
        "Is she here twice? Find the other file by its number. Both must be your organisation’s. "
        "Each keeps its own history, and it can be undone.",
    ),
    "join_other": Text("Nummer van het andere dossier", "Number of the other file"),
    "join_compare": Text("Vergelijken", "Compare"),
    "join_unknown": Text("Dat dossier staat niet op uw lijst.", "That file is not on your list."),
    "join_side": Text("Naast elkaar", "Side by side"),
    "join_field": Text("Gegeven", "Field"),
    "join_this": Text("Dit dossier", "This file"),
    "join_that": Text("Het andere", "The other"),
    "join_differs": Text("verschilt", "differs"),
    "join_nothing": Text("Geen van beide zegt wie zij is.", "Neither says who she is."),
    "join_partners": Text(
        "Partners van het andere dossier blijven alleen dat zien. Wie bij één is uitgesloten, is "
        "het daarna bij beide.",
        "Partners of the other file still see only that one. Whoever is barred from one is barred "
        "from both afterwards.",
    ),
    "joining": Text("Waaruit blijkt dat het klopt?", "What shows that this is right?"),
    "joining_hint": Text("Noem geen namen.", "Mention no names."),
    "join_do": Text("Samenvoegen", "Join"),
    "joined": Text("De dossiers zijn samengevoegd.", "The files were joined."),
    "joined_with": Text("Samengevoegd met", "Joined with"),
    "part": Text("Samenvoegen ongedaan maken", "Undo the joining"),
    "part_why": Text(
        "Beide dossiers staan daarna weer op zichzelf. Wat intussen is vastgelegd, blijft waar het "
        "staat.",
        "Both files stand by themselves again. What was recorded meanwhile stays where it is.",
    ),
    "parted": Text("De samenvoeging is ongedaan gemaakt.", "The joining was undone."),
    # --- sealing
    "seal": Text("Verkeerd dossier: verzegelen", "Wrong case: seal"),
    "seal_why": Text(
        "Staat een vastlegging in het verkeerde dossier? Na bevestiging door een collega is zij "
        "voorgoed onleesbaar. Dat er iets stond, blijft zichtbaar.",
        "Does an entry stand in the wrong case? Once a colleague confirms, it can never be read "
        "again. That something was there stays visible.",
    ),
    "seal_do": Text("Verzegelen voorstellen", "Propose to seal"),
    "seal_proposed": Text("Een collega moet dit bevestigen.", "A colleague must confirm this."),
    "seals": Text("Te verzegelen", "To be sealed"),
    "seal_own": Text(
        "U stelde dit voor; vraag een collega.", "You proposed this; ask a colleague."
    ),
    "seal_judge": Text("Beoordelen", "Judge"),
    "seal_verdict": Text("Wat doet u?", "What do you do?"),
    "seal_verdicts.seal": Text("voorgoed verzegelen", "seal for good"),
    "seal_verdicts.leave": Text("laten staan", "leave it"),
    "seal_answered": Text("Uw antwoord is vastgelegd.", "Your answer was recorded."),
}
