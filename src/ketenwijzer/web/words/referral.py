"""Words of referring: the dialog, the boxes, the letter."""

from ...engine.vocabulary import Text

WORDS = {
    # --- the tab
    "tab.title": Text("Doorverwijzingen", "Referrals"),
    "tab.waiting": Text("Wacht op antwoord", "Awaits an answer"),
    "tab.running": Text("Loopt", "Running"),
    "tab.ended": Text("Voorbij", "Past"),
    "tab.empty": Text("Er is nog niet doorverwezen", "Nobody was referred to yet"),
    "tab.empty_why": Text(
        "Verwijs door wanneer een partner iets voor haar kan doen. U ziet vooraf precies wat "
        "meegaat.",
        "Refer when a partner can do something for her. You see beforehand exactly what goes "
        "along.",
    ),
    "new": Text("Doorverwijzen", "Refer"),
    "service": Text("Waarvoor", "What for"),
    "from": Text("Van", "From"),
    "to": Text("Aan", "To"),
    "status": Text("Stand", "Status"),
    "made": Text("Verzonden", "Sent"),
    "case": Text("Dossier", "Case"),
    "answer_by": Text("Antwoord vóór of op", "Answer by"),
    "agreed_day": Text(
        "Afspraak van de partners, geen wettelijke termijn.",
        "The partners’ agreement, no legal term.",
    ),
    "late": Text("antwoord blijft uit", "answer overdue"),
    "sections_sent": Text("Onderdelen", "Sections"),
    "on_ground": Text("Op grond van", "On the ground of"),
    "why_ground": Text("Toelichting", "Explanation"),
    "reason_said": Text("Reden", "Reason"),
    "alternative_said": Text("Wat dan wel", "What else"),
    "partner_said": Text("Andere partner", "Another partner"),
    "service_said": Text("Iets anders", "Something else"),
    "answered": Text("Beantwoord", "Answered"),
    "handing_over": Text("Overdracht", "Hand-over"),
    "handing_over_why": Text(
        "Tot de ontvanger aanvaardt, blijft uw organisatie eigenaar en moet zij doen wat er te "
        "doen "
        "is. Daarna is de ontvanger eigenaar en ziet uw organisatie het dossier niet meer.",
        "Until the receiver accepts, your organisation stays the owner and must do what is to be "
        "done. Afterwards the receiver is the owner and your organisation no longer sees the case.",
    ),
    "withdraw": Text("Intrekken", "Withdraw"),
    "withdraw_title": Text("Doorverwijzing intrekken", "Withdraw the referral"),
    "withdraw_why": Text(
        "De ontvanger ziet alleen dat zij is ingetrokken, niet waarom.",
        "The receiver only sees that it was withdrawn, not why.",
    ),
    "withdraw_reason": Text("Waarom trekt u haar in?", "Why do you withdraw it?"),
    "withdrawn": Text("De doorverwijzing is ingetrokken.", "The referral was withdrawn."),
    "again": Text("Opnieuw doorverwijzen", "Refer again"),
    "record_answer": Text("Antwoord vastleggen", "Record the answer"),
    "show_letter": Text("Brief", "Letter"),
    "on_paper": Text("op papier", "on paper"),
    # --- the dialog
    "dialog.service": Text("Waarvoor verwijst u door?", "What do you refer for?"),
    "dialog.partner": Text("Naar wie?", "To whom?"),
    "dialog.partner_why": Text(
        "Van opvang staat hier nooit waar zij is.", "Where a shelter is, is never told here."
    ),
    "dialog.region": Text("Regio", "Region"),
    "dialog.all_regions": Text("Alle regio’s", "All regions"),
    "dialog.choose": Text("Kiezen", "Choose"),
    "dialog.kind": Text("Soort", "Kind"),
    "dialog.name": Text("Partner", "Partner"),
    "dialog.nobody": Text("Niemand biedt dit hier aan", "Nobody offers this here"),
    "dialog.nobody_why": Text(
        "Kies een andere regio, of overleg met CoMensha.",
        "Choose another region, or talk with CoMensha.",
    ),
    "dialog.narrow": Text("Tonen", "Show"),
    "dialog.goods": Text("Wat gaat mee?", "What goes along?"),
    "dialog.goods_why": Text(
        "De hoofdlijnen gaan altijd mee. Deel verder alleen wat deze partner nodig heeft.",
        "The basics always go along. Beyond that share only what this partner needs.",
    ),
    "dialog.preview": Text("Precies dit gaat mee", "Exactly this goes along"),
    "dialog.to_preview": Text("Bekijk wat precies meegaat", "See exactly what goes along"),
    "dialog.change": Text("Wijzigen", "Change"),
    "sections": Text("Onderdelen", "Sections"),
    "sections_hint": Text(
        "Zo min mogelijk is al gekozen.", "As little as possible is chosen already."
    ),
    "needs_consent": Text("alleen met haar toestemming", "only with her consent"),
    "question": Text("Wat vraagt u van deze partner?", "What do you ask of this partner?"),
    "question_hint": Text(
        "De ontvanger leest dit vóór aanvaarding. Geen naam, geen contactgegevens, geen plaats.",
        "The receiver reads this before acceptance. No name, no contact details, no place.",
    ),
    "hands_over": Text(
        "Ik draag het dossier over: na aanvaarding is deze partner eigenaar",
        "I hand the case over: after acceptance this partner is the owner",
    ),
    "hands_over_hint": Text(
        "Tot dan blijft uw organisatie eigenaar. Daarna ziet zij het dossier niet meer.",
        "Until then your organisation stays the owner. Afterwards it no longer sees the case.",
    ),
    "at_once": Text("Gaat meteen", "Goes at once"),
    "at_once_why": Text(
        "Dit leest de ontvanger voordat die aanvaardt: geen naam, geen contact, geen plaats.",
        "This the receiver reads before it accepts: no name, no contact, no place.",
    ),
    "afterwards": Text("Na aanvaarding", "After acceptance"),
    "afterwards_why": Text(
        "Dit leest de ontvanger zodra die aanvaardt, en ook wat er later in deze onderdelen "
        "bijkomt, "
        "zolang die meewerkt.",
        "This the receiver reads once it accepts, and also what is added to these sections later, "
        "for as long as it takes part.",
    ),
    "nothing_there": Text("Hier staat nog niets.", "Nothing stands here yet."),
    "earlier": Text("eerdere versie", "earlier version"),
    "already": Text("ziet deze partner al", "seen by this partner already"),
    "recorded_by": Text("vastgelegd door", "recorded by"),
    "told.age": Text("Leeftijdsgroep", "Age group"),
    "told.nationality": Text("Nationaliteit", "Nationality"),
    "told.language": Text("Talen", "Languages"),
    "told.interpreter": Text("Tolk", "Interpreter"),
    "told.danger": Text("Gevaar nu", "Danger now"),
    "told.sender": Text("Van wie", "From whom"),
    "told.question": Text("Vraag", "Question"),
    "ground": Text("Op welke grond deelt u dit?", "On which ground do you share this?"),
    "ground_hint": Text(
        "Hulp hangt nooit af van haar toestemming om te delen.",
        "Help never depends on her consent to share.",
    ),
    "consent_ground": Text("Haar toestemming", "Her consent"),
    "explained": Text("Toelichting op een andere grond", "Explanation of another ground"),
    "explained_hint": Text(
        "Noem de bepaling en waarom zij hier geldt. Bij toestemming blijft dit leeg.",
        "Name the provision and why it applies here. With consent this stays empty.",
    ),
    "by_consent": Text("Alleen met haar toestemming:", "Only with her consent:"),
    "refused_before": Text(
        "Zij zei eerder nee tegen delen met deze partner:",
        "She said no before to sharing with this partner:",
    ),
    "refused_why": Text(
        "Dat wijkt alleen voor een genoemde wettelijke grond die een collega bevestigt.",
        "That yields only to a named statutory ground that a colleague confirms.",
    ),
    "go_on": Text("Verder", "Go on"),
    "days_to_answer": Text(
        "De partners spraken af binnen {days} te antwoorden. Dat is geen wettelijke termijn.",
        "The partners agreed to answer within {days}. That is no legal term.",
    ),
    "no_days": Text(
        "Over de termijn voor een antwoord is niets afgesproken.",
        "Nothing was agreed about the time for an answer.",
    ),
    "ask": Text("Vraag het haar", "Ask her"),
    "ask_why": Text(
        "Vraag het haar alleen, met een onafhankelijke tolk als dat nodig is. Nee is net zo goed "
        "als ja, en verandert niets aan de hulp.",
        "Ask her alone, with an independent interpreter if one is needed. No is as good as yes, "
        "and "
        "changes nothing about help.",
    ),
    "ask_words": Text("Wat u haar vraagt", "What you ask her"),
    "ask_question": Text(
        "Mag {receiver} dit van u weten, voor {purpose}?",
        "May {receiver} know this about you, for {purpose}?",
    ),
    "say_yes": Text("Zij zegt ja", "She says yes"),
    "say_no": Text("Zij zegt nee", "She says no"),
    "asked_child": Text(
        "Is zij een kind, of weet u dat niet zeker? Vraag het haar in woorden die zij begrijpt. "
        "Ouders beslissen niet mee en horen het niet van ons.",
        "Is she a child, or are you not sure? Ask her in words that she understands. Parents do "
        "not decide and do not hear of it from us.",
    ),
    "withheld": Text("Haar nee is vastgelegd", "Her no was recorded"),
    "withheld_why": Text(
        "Er is niets verzonden en niets gedeeld. Zij houdt recht op dezelfde hulp.",
        "Nothing was sent and nothing was shared. She keeps her right to the same help.",
    ),
    "withheld_less": Text(
        "Help haar zelf verder, of bel de partner zonder iets over haar te zeggen.",
        "Help her on yourself, or call the partner without saying anything about her.",
    ),
    "withheld_ground": Text("Noem een andere grond", "Name another ground"),
    "withheld_ground_why": Text(
        "Alleen als een wet dat zegt. Een collega moet het bevestigen, en zij hoort het, tenzij "
        "dat "
        "onveilig is.",
        "Only if a statute says so. A colleague must confirm it, and she is told unless that is "
        "unsafe.",
    ),
    "withheld_later": Text(
        "Vraag het haar later nog eens als er iets verandert.",
        "Ask her again later if something changes.",
    ),
    "second": Text("Hiervoor is een tweede persoon nodig", "This needs a second person"),
    "second_why": Text(
        "Deze onderdelen gaan niet alleen op een andere grond mee. Noem de grond; een collega "
        "bevestigt hem. Er is nog niets verzonden.",
        "These sections do not go along on another ground alone. Name the ground; a colleague "
        "confirms it. Nothing was sent yet.",
    ),
    "stale": Text("Er is iets veranderd", "Something has changed"),
    "stale_why": Text(
        "Iemand anders legde intussen iets vast dat hierover gaat. Er is nog niets verzonden; wat "
        "u invulde staat er nog.",
        "Somebody else recorded something meanwhile that bears on this. Nothing was sent yet; "
        "what you filled in is still there.",
    ),
    "stale_anyway": Text("Toch verzenden", "Send mine anyway"),
    "stale_look": Text("Opnieuw bekijken wat er gaat", "Look again at what goes"),
    "stale_leave": Text("Niet verzenden", "Leave it"),
    "second_without": Text("Zonder deze onderdelen verder", "Go on without these sections"),
    "back_to_case": Text("Terug naar het dossier", "Back to the case"),
    "sent": Text(
        "De doorverwijzing is verzonden. Antwoordt niemand, dan komt zij als taak terug.",
        "The referral was sent. If nobody answers, it comes back as a task.",
    ),
    # --- partners on paper
    "paper_title": Text("Antwoord van een partner op papier", "Answer of a partner on paper"),
    "paper_why": Text(
        "Deze partner heeft hier geen account. Leg vast wat die zei, hoe en wanneer.",
        "This partner has no account here. Record what it said, how and when.",
    ),
    "answer": Text("Antwoord", "Answer"),
    "answer.accepted": Text("aanvaard", "accepted"),
    "answer.declined": Text("niet aanvaard", "declined"),
    "answer.done": Text("afgerond", "done"),
    "way": Text("Hoe kwam het?", "How did it come?"),
    "way.phone": Text("telefoon", "telephone"),
    "way.paper": Text("brief", "letter"),
    "way.in_person": Text("in gesprek", "in person"),
    "answer_on": Text("Wanneer?", "When?"),
    "paper_reason": Text("Wat zei de partner?", "What did the partner say?"),
    "paper_reason_hint": Text(
        "Bij niet aanvaard: de reden. Bij afgerond: wat er is gedaan.",
        "If declined: the reason. If done: what was done.",
    ),
    "answer_recorded": Text("Het antwoord is vastgelegd.", "The answer was recorded."),
    "letter.title": Text("Brief", "Letter"),
    "letter.print": Text("Print deze pagina", "Print this page"),
    "letter.print_why": Text(
        "Geef de brief persoonlijk of in een gesloten envelop zonder afzender. Nooit per e-mail.",
        "Give the letter in person or in a closed envelope without a sender. Never by e-mail.",
    ),
    "letter.to": Text("Aan", "To"),
    "letter.from": Text("Van", "From"),
    "letter.date": Text("Datum", "Date"),
    "letter.call": Text("Antwoord graag telefonisch", "Please answer by telephone"),
    "letter.first": Text(
        "Wij vragen uw hulp voor iemand. Haar naam en gegevens krijgt u nadat u aanvaardt.",
        "We ask your help for somebody. You receive her name and details after you accept.",
    ),
    "letter.after": Text(
        "U aanvaardde. Dit hebt u nodig. Bewaar het gesloten en deel het met niemand anders.",
        "You accepted. This is what you need. Keep it locked and share it with nobody else.",
    ),
}
